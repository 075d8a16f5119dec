import type { PdfDocument } from 'pdfmake'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { ContentsOrder, ReportModel } from '../../../shared/domain/report.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { headingPlace } from './define-document.ts'
import { moveLastPagesToFront, pageIndexOf, takeDestination } from './document-internals.ts'
import type { DrawnAppendix } from './draw-appendices.ts'
import { points, sheetOf, type Sheet } from './measures.ts'
import { plainStyle } from './node-style.ts'
import { openPainter, type PagePainter } from './page-painter.ts'
import { breakLines, lineOf, openFaces, widthOf, type Face } from './word-cache.ts'

/** Deepest level of headings that a reader looks up. */
const deepest = 2
const leading = 1.35
/** Between the words, the dots and the number, in points. */
const gap = 4

/** `page`: the number that is printed on that page; where pages have numbers of their own, how many there are. */
type ContentsEntry = { text: string; level: 1 | 2; page: string }

/** Where the headings of the text came to stand, by their block; their names are taken out of the file again. */
export function takeHeadingPages(document: PdfDocument, { blocks }: ReportModel): ReadonlyMap<number, number> {
  const pages = new Map<number, number>()
  for (const [index, block] of blocks.entries()) {
    const place = block.kind === 'heading' ? takeDestination(document, headingPlace(index)) : undefined
    if (place) pages.set(index, pageIndexOf(document, place.page) + 1)
  }
  return pages
}

/**
 * A sheet in front of the text: every heading down to the second level and every appendix with the number that is printed on its
 * page. It has no number itself, so that the text keeps its own; printed on both sides its back stays empty. Nothing may have
 * been drawn after the appendices.
 */
export function drawContents(
  document: PdfDocument,
  model: ReportModel,
  order: ContentsOrder,
  headings: ReadonlyMap<number, number>,
  appendices: readonly DrawnAppendix[],
): void {
  const sheet = sheetOf(model.profile, 'portrait')
  const faces = openFaces(document)
  const painter = openPainter(document, faces, sheet, model, { next: 1, isFirst: true, isHidden: true })
  const { title } = model.profile.contents
  let pages = 0
  const turn = (): void => {
    painter.addPage()
    pages++
  }
  turn()
  const heading = lineOf(faces(title), order.title.split(' '))
  painter.text(heading, title, sheet.margins.left + (sheet.contentWidth - (heading.width * title.size) / 1000) / 2, painter.y)
  painter.y += title.size * leading + 8
  const entries = entriesOf(model, order, headings, appendices)
  const numberStyle = plainStyle(model.profile.body.size)
  const numberWidth = (isNumber: boolean): number =>
    Math.max(0, ...entries.flatMap(({ page }) => (isPage(page) === isNumber ? [widthOf(faces(numberStyle), page, numberStyle.size)] : [])))
  const [numbers, counts] = [numberWidth(true), numberWidth(false)]
  for (const entry of entries) drawEntry(painter, entry, sheet, numberStyle, isPage(entry.page) ? numbers : counts, turn)
  if (appendices.some(({ isSeparate }) => isSeparate)) drawNote(painter, order.note, sheet, { ...numberStyle, italic: true })
  if (model.twoSided && pages % 2 === 1) turn()
  painter.finish()
  moveLastPagesToFront(document, pages)
}

/** A number, and not how many pages there are. */
const isPage = (page: string): boolean => /^\d+$/.test(page)

function entriesOf(
  { blocks }: ReportModel,
  { separately }: ContentsOrder,
  headings: ReadonlyMap<number, number>,
  appendices: readonly DrawnAppendix[],
): ContentsEntry[] {
  return [
    ...blocks.flatMap((block, index): ContentsEntry[] => {
      const page = headings.get(index)
      return block.kind === 'heading' && block.level <= deepest && page !== undefined
        ? [{ text: block.text, level: block.level === 1 ? 1 : 2, page: String(page) }]
        : []
    }),
    ...appendices.map(({ title, name, firstNumber, pages, isSeparate }): ContentsEntry => ({
      text: `${title}. ${name}`,
      level: 1,
      page: isSeparate ? separately.replace('{pages}', formatSmallCount(pages, 'vi')) : String(firstNumber),
    })),
  ]
}

function drawEntry(
  painter: PagePainter,
  { text, level, page }: ContentsEntry,
  sheet: Sheet,
  numberStyle: TypeStyle,
  numberWidth: number,
  turn: () => void,
): void {
  const style = { ...numberStyle, bold: level === 1 }
  const right = sheet.margins.left + sheet.contentWidth
  const left = sheet.margins.left + (level === 1 ? 0 : points(10))
  const face = painter.faces(style)
  const lines = breakLines(face, text, style.size, right - numberWidth - 2 * gap - left)
  const height = style.size * leading
  // An entry stays with its number.
  if (painter.y + lines.length * height > painter.bottom) turn()
  for (const [index, line] of lines.entries()) {
    painter.text(line, style, left, painter.y)
    if (index === lines.length - 1) {
      const number = lineOf(painter.faces(numberStyle), page.split(' '))
      const numberLeft = right - (number.width * numberStyle.size) / 1000
      drawDots(painter, painter.faces(numberStyle), numberStyle, left + (line.width * style.size) / 1000 + gap, right - numberWidth - gap)
      painter.text(number, numberStyle, numberLeft, painter.y)
    }
    painter.y += height
  }
}

function drawNote(painter: PagePainter, text: string, sheet: Sheet, style: TypeStyle): void {
  painter.y += 6
  for (const line of breakLines(painter.faces(style), text, style.size, sheet.contentWidth)) {
    painter.text(line, style, sheet.margins.left, painter.y)
    painter.y += style.size * leading
  }
}

/** As many dots as fit, against the right edge, so that those of all lines stand below one another. */
function drawDots(painter: PagePainter, face: Face, style: TypeStyle, from: number, to: number): void {
  const dot = widthOf(face, '.', style.size)
  const count = Math.floor((to - from) / dot)
  if (count < 3) return
  painter.text(lineOf(face, ['.'.repeat(count)]), style, to - count * dot, painter.y)
}
