import { createTheme } from '@mantine/core'

/** Shade 8 is the first that passes contrast with white text; sizes follow the 16 px body. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 4 },
  // Dark letters on the light blue of the dark theme.
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: 'var(--text-font)',
  fontFamilyMonospace: 'var(--code-font)',
  // Small controls keep the size of the text around them.
  fontSizes: { xs: '1rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
})
