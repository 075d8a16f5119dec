import type { PdfDocument } from 'pdfmake'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Appendix, ReportModel } from '../../../shared/domain/report.ts'
import { countPages } from './document-internals.ts'
import { findBlanks, type Blank } from './draw-fields.ts'
import { drawTable, startHeight } from './draw-table.ts'
import { sheetOf } from './measures.ts'
import type { Measure, Sheet } from './measures.ts'
import { fontFamily } from './font-files.ts'
import { plainStyle } from './node-style.ts'
import { openPainter } from './page-painter.ts'
import type { PageNumbering, PagePainter } from './page-painter.ts'
import type { TableStyles } from './table-styles.ts'
import { breakLines, openFaces } from './word-cache.ts'

/** Smallest size that people of 55 read on paper without complaint. */
const smallestSize = 9.5
const smallestHead = 9
const smallestNote = 10.5
const leading = 1.2

/** `firstNumber`: of its first page; `isSeparate`: numbers begin with it again. */
export type DrawnAppendix = { title: string; name: string; firstNumber: number; pages: number; isSeparate: boolean }

/**
 * Each appendix starts on a sheet of its own; numbers run on or start again as the form demands. `blanks`: the gaps that are left
 * for the paper's number and day.
 */
export function drawAppendices(document: PdfDocument, model: ReportModel, measure: Measure): { blanks: Blank[]; drawn: DrawnAppendix[] } {
  const blanks: Blank[] = []
  const drawn: DrawnAppendix[] = []
  const isSeparate = model.profile.pageNumber.restartsInAppendix
  const faces = openFaces(document)
  const numbering: PageNumbering = { next: countPages(document) + 1, isFirst: true }
  for (const appendix of model.appendices) {
    if (isSeparate) numbering.next = 1
    numbering.isFirst = true
    const firstNumber = numbering.next
    const sheet = sheetOf(model.profile, appendix.orientation)
    const painter = openPainter(document, faces, sheet, model, numbering)
    painter.addPage()
    drawTitle(painter, sheet, model, appendix, noteBlanks(document, sheet, measure, blanks))
    drawParts(painter, sheet, model, appendix)
    painter.finish()
    drawn.push({ title: appendix.title, name: appendix.name, firstNumber, pages: numbering.next - firstNumber, isSeparate })
  }
  return { blanks, drawn }
}

type OnLine = (text: string, style: TypeStyle, x: number, y: number) => void

const noteBlanks =
  (document: PdfDocument, sheet: Sheet, measure: Measure, blanks: Blank[]): OnLine =>
  (text, style, x, y) => {
    const baseline = sheet.height - y - (document.provideFont(fontFamily, style.bold, style.italic).ascender / 1000) * style.size
    blanks.push(...findBlanks(text, style, measure, { page: document.page.dictionary, x, baseline }))
  }

function drawTitle(
  painter: PagePainter,
  sheet: Sheet,
  { profile }: ReportModel,
  { title, name, attached }: Appendix,
  onLine: OnLine,
): void {
  const { appendix } = profile
  for (const [text, style] of [
    [title, appendix.title],
    [name, appendix.name],
    [attached, appendix.attached],
  ] as const)
    drawText(painter, sheet, text, style, 'center', onLine)
  painter.y += 6
}

function drawParts(painter: PagePainter, sheet: Sheet, { profile }: ReportModel, { parts, orientation }: Appendix): void {
  const size = orientation === 'landscape' ? smallestSize : profile.table.size
  const styles: TableStyles = {
    cell: plainStyle(size),
    head: { ...plainStyle(orientation === 'landscape' ? smallestHead : profile.table.headSize), bold: true },
    strong: { ...plainStyle(size), bold: true },
    note: { ...plainStyle(size), italic: true },
  }
  const notes = plainStyle(orientation === 'landscape' ? smallestNote : profile.table.size)
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1]
    const isFirstNote = before?.kind === 'text' && before.style === 'subtitle'
    if (keepTogether === parts.length - index && !isFirstNote) keepLast(painter, sheet, parts.slice(index), notes)
    if (part.kind === 'table') drawTable(painter, part.table, part.fixedColumns, sheet.margins.left, sheet.contentWidth, styles)
    else {
      if (part.style === 'subtitle') painter.y += 6
      const style = part.style === 'lead' ? { ...notes, italic: true } : part.style === 'subtitle' ? { ...notes, bold: true } : notes
      // A subtitle at the foot of a page would stand without what it names.
      const next = parts[index + 1]
      const below =
        next?.kind === 'table' ? startHeight(painter, next.table, next.fixedColumns, sheet.contentWidth, styles) : 2 * notes.size * leading
      if (part.style === 'subtitle' && painter.y + notes.size * leading + 3 + below > painter.bottom) painter.addPage()
      drawText(painter, sheet, part.text, style, 'left')
      painter.y += 3
    }
  }
}

/** So many notes at the end of an appendix stand on one page: one alone on a sheet is taken for a mistake. */
const keepTogether = 3

function keepLast(painter: PagePainter, sheet: Sheet, parts: Appendix['parts'], style: TypeStyle): void {
  const lines = parts.map((part) =>
    part.kind === 'text' && part.style !== 'subtitle'
      ? breakLines(painter.faces(style), part.text, style.size, sheet.contentWidth).length
      : NaN,
  )
  const height = lines.reduce((sum, count) => sum + count * style.size * leading + 3, 0)
  if (painter.y + height > painter.bottom) painter.addPage()
}

/** A text of so few lines stays on one page. */
const keptLines = 5

function drawText(painter: PagePainter, sheet: Sheet, text: string, style: TypeStyle, align: 'left' | 'center', onLine?: OnLine): void {
  const lines = breakLines(painter.faces(style), text, style.size, sheet.contentWidth)
  const height = style.size * leading
  if (lines.length <= keptLines && painter.y + lines.length * height > painter.bottom) painter.addPage()
  for (const line of lines) {
    if (painter.y + height > painter.bottom) painter.addPage()
    const slack = sheet.contentWidth - (line.width * style.size) / 1000
    const x = sheet.margins.left + (align === 'center' ? slack / 2 : 0)
    painter.text(line, style, x, painter.y)
    onLine?.(line.text, style, x, painter.y)
    painter.y += height
  }
}
