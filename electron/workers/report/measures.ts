import type { PdfDocument } from 'pdfmake'
import type { LayoutProfile, Margins, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import { fontFamily } from './font-files.ts'

/** Millimetres to points. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4

export type Sheet = { width: number; height: number; margins: Margins; contentWidth: number }

/** A page in points. */
export function sheetOf(profile: LayoutProfile, orientation: 'portrait' | 'landscape'): Sheet {
  const { page } = profile
  const inMillimetres = page[orientation]
  const margins = {
    top: points(inMillimetres.top),
    right: points(inMillimetres.right),
    bottom: points(inMillimetres.bottom),
    left: points(inMillimetres.left),
  }
  const [width, height] = orientation === 'portrait' ? [points(page.width), points(page.height)] : [points(page.height), points(page.width)]
  return { width, height, margins, contentWidth: width - margins.left - margins.right }
}

export type Measure = {
  width(text: string, style: TypeStyle): number
  /** Height of one line without extra leading. */
  lineHeight(style: TypeStyle): number
  isPrintable(codePoint: number): boolean
}

export function measureWith(document: PdfDocument): Measure {
  const fontOf = (style: TypeStyle) => document.provideFont(fontFamily, style.bold, style.italic)
  const regular = document.provideFont(fontFamily, false, false)
  return {
    width: (text, style) => fontOf(style).widthOfString(text, style.size),
    lineHeight: (style) => fontOf(style).lineHeight(style.size),
    isPrintable: (codePoint) => regular.font.hasGlyphForCodePoint(codePoint),
  }
}
