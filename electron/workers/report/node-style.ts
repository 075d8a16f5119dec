import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'

/** A node of pdfmake's document definition. */
export type Node = Record<string, unknown>

export const textStyle = (style: TypeStyle): Node => ({
  fontSize: style.size,
  bold: style.bold,
  italics: style.italic,
  ...(style.underline ? { decoration: 'underline' } : {}),
})

export const plainStyle = (size: number): TypeStyle => ({ size, bold: false, italic: false, underline: false })
