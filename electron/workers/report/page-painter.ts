import type { PdfDocument } from 'pdfmake'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { markSize } from './define-document.ts'
import { points } from './measures.ts'
import type { Sheet } from './measures.ts'
import { plainStyle } from './node-style.ts'
import { fixed, lineOf, widthOf } from './word-cache.ts'
import type { Faces, Word } from './word-cache.ts'

const ruleWidth = 0.5

/**
 * Writes pages behind those pdfmake has laid out, straight as page operators (ISO 32000-1 §8, §9): one text object and
 * one path per page. Coordinates are points from the top left corner, as everywhere in the layout.
 */
export type PagePainter = {
  readonly faces: Faces
  /** Where the next thing goes, from the top edge. */
  y: number
  /** Top and bottom of the text area. */
  readonly top: number
  readonly bottom: number
  addPage(): void
  text(line: Word, style: TypeStyle, x: number, y: number): void
  line(x1: number, y1: number, x2: number, y2: number): void
  /** Writes what is pending; nothing may be added to the page afterwards. */
  finish(): void
}

/** `isHidden`: pages that are not counted. */
export type PageNumbering = { next: number; isFirst: boolean; isHidden?: true }

export function openPainter(document: PdfDocument, faces: Faces, sheet: Sheet, model: ReportModel, numbering: PageNumbering): PagePainter {
  const { profile, marks } = model
  const { pageNumber } = profile
  let texts: string[] = []
  let path: string[] = []
  let current = ''
  let isOpen = false

  const painter: PagePainter = {
    faces,
    y: 0,
    top: sheet.margins.top,
    bottom: sheet.height - sheet.margins.bottom,
    addPage() {
      painter.finish()
      document.addPage({ size: [sheet.width, sheet.height] })
      isOpen = true
      painter.y = sheet.margins.top
      drawPageTop()
      numbering.next++
      numbering.isFirst = false
    },
    text(word, style, x, y) {
      const { font } = faces(style)
      const wanted = `/${font.id} ${fixed(style.size)} Tf`
      if (wanted !== current) {
        current = wanted
        document.page.fonts[font.id] ??= font.ref()
        texts.push(wanted)
      }
      const baseline = sheet.height - y - (font.ascender / 1000) * style.size
      texts.push(`1 0 0 1 ${fixed(x)} ${fixed(baseline)} Tm[${word.glyphs}]TJ`)
    },
    line(x1, y1, x2, y2) {
      path.push(`${fixed(x1)} ${fixed(sheet.height - y1)} m ${fixed(x2)} ${fixed(sheet.height - y2)} l`)
    },
    finish() {
      if (!isOpen) return
      // pdfkit turns the page upside down when it opens it; turned back, letters stand upright.
      document.addContent(`q 1 0 0 -1 0 ${fixed(sheet.height)} cm 0 g 0 G`)
      if (path.length > 0) document.addContent(`${ruleWidth} w\n${path.join('\n')}\nS`)
      if (texts.length > 0) document.addContent(`BT\n${texts.join('\n')}\nET`)
      document.addContent('Q')
      texts = []
      path = []
      current = ''
      isOpen = false
    },
  }

  function drawPageTop(): void {
    const top = points(pageNumber.fromTop)
    const { left } = sheet.margins
    const isNumbered = !numbering.isHidden && (!numbering.isFirst || !pageNumber.restartsInAppendix || pageNumber.onFirstPage)
    if (isNumbered) {
      const number = String(numbering.next)
      const width = widthOf(faces(pageNumber.style), number, pageNumber.style.size)
      place(number, pageNumber.style, left + (sheet.contentWidth - width) / 2, top)
    }
    const draftStyle = plainStyle(markSize)
    const dataStyle = { ...draftStyle, bold: true }
    if (marks.draft) place(marks.draft, draftStyle, left, top)
    if (marks.data) place(marks.data, dataStyle, left + sheet.contentWidth - widthOf(faces(dataStyle), marks.data, markSize), top)
  }

  function place(text: string, style: TypeStyle, x: number, y: number): void {
    painter.text(lineOf(faces(style), text.split(' ')), style, x, y)
  }
  return painter
}
