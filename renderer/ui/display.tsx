import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useEffect } from 'react'

export const textSizes = ['100', '125', '150', '200'] as const
export type TextSize = (typeof textSizes)[number]
export type Contrast = 'usual' | 'more'

/** What `html` carries, so that every measure in rem follows the size and every colour the contrast. */
export function useDisplay() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [contrast, setContrast] = useLocalStorage<Contrast>({
    key: 'tonghop.contrast',
    defaultValue: 'usual',
    getInitialValueInEffect: false,
  })
  const [textSize, setTextSize] = useLocalStorage<TextSize>({
    key: 'tonghop.textSize',
    defaultValue: '100',
    getInitialValueInEffect: false,
  })
  useEffect(() => {
    document.documentElement.dataset['contrast'] = contrast
    document.documentElement.style.fontSize = textSize === '100' ? '' : `${textSize}%`
  }, [contrast, textSize])
  return { theme: colorScheme satisfies MantineColorScheme, setTheme: setColorScheme, contrast, setContrast, textSize, setTextSize }
}
