import { createRequire } from 'node:module'

/** Tinos has the widths of Times New Roman, every Vietnamese letter, and a licence that allows embedding. */
export const fontFamily = 'Tinos'

/** The one place that knows where the font files lie. */
export function findFontFiles(): { normal: string; bold: string; italics: string; bolditalics: string } {
  const { resolve } = createRequire(import.meta.url)
  const file = (style: string): string => resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`)
  return { normal: file('400Regular'), bold: file('700Bold'), italics: file('400Regular_Italic'), bolditalics: file('700Bold_Italic') }
}
