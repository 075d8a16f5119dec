import type { PdfFont, PdfGlyphRun } from 'pdfmake'

/**
 * Sets one glyph per letter with its own width, for all fonts of this thread. Word processors set official papers so
 * (kerning is off unless asked for), NFC text needs no marks put together, and reading the typeface's tables for pairs
 * and ligatures took a third of the time of a report.
 */
export function setLetterByLetter(font: PdfFont): void {
  const shared = Object.getPrototypeOf(font) as PdfFont
  shared.layoutRun = function layoutRun(this: PdfFont, text: string): PdfGlyphRun {
    const glyphs = this.font.glyphsForString(text)
    let advanceWidth = 0
    const positions = glyphs.map((glyph) => {
      const width = glyph.advanceWidth * this.scale
      advanceWidth += width
      return { xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: width }
    })
    return { glyphs, positions, advanceWidth }
  }
}
