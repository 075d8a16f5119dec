import type { Style, Worksheet } from 'exceljs'
import type { ReportSheet, ReportWorkbook, SheetCell, SheetColumn, SheetLine } from '../../../shared/domain/report-tables.ts'
import { repack } from './repack.ts'
import { freeGuessedHeights, guessHeight, linesIn } from './row-height.ts'
import { looks } from './styles.ts'

type Look = Partial<Style>

const adjusted = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDF1D8' } } as const
/** In characters, of a sheet of A4 in letters that can be read. */
const pageWidth = { portrait: 100, landscape: 215 } as const
/** A text across the sheet ends where the first printed page does. */
const widestText = 180

/** Lines that are one text across the sheet. */
const acrossLooks: Partial<Record<SheetLine['kind'], Look>> = {
  title: looks.sheetTitle,
  lead: { ...looks.small, alignment: { ...looks.small.alignment, vertical: 'top' } },
  section: looks.section,
  note: { ...looks.small, alignment: { ...looks.small.alignment, vertical: 'top' } },
}

/** The tables of a report. Equal tables give equal bytes: every date inside is the one they were fixed at. */
export async function writeReportTables({ title, mark, writtenAt, sheets }: ReportWorkbook): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const at = new Date(writtenAt)
  workbook.creator = 'Tổng Hợp'
  workbook.lastModifiedBy = 'Tổng Hợp'
  workbook.created = at
  workbook.modified = at
  workbook.title = title
  const lookOf = createLooks()
  for (const plan of sheets) writeSheet(workbook.addWorksheet(plan.name, frameOf(plan, mark)), plan, lookOf)
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return repack(new Uint8Array(stored), (name, part) =>
    name.startsWith('xl/worksheets/') ? Buffer.from(freeGuessedHeights(part.toString('utf8'))) : part,
  )
}

function frameOf({ name, orientation, columns, frozen, lines }: ReportSheet, mark: string | null): object {
  const head = lines.findIndex(({ kind }) => kind === 'head') + 1
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return {
    views: [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.lines, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation,
      fitToPage: true,
      fitToWidth: Math.max(1, Math.ceil(width / pageWidth[orientation])),
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(frozen.lines > 0 ? { printTitlesRow: `${head}:${frozen.lines}` } : {}),
      ...(frozen.columns > 0 ? { printTitlesColumn: `A:${String.fromCharCode(64 + frozen.columns)}` } : {}),
    },
    headerFooter: {
      oddHeader: mark === null ? '' : `&C&"Times New Roman,Bold"&12 ${mark}`,
      oddFooter: `&L&"Times New Roman,Italic"&10 ${name}&R&"Times New Roman,Regular"&10 Trang &P/&N`,
    },
  }
}

function writeSheet(sheet: Worksheet, { columns, lines }: ReportSheet, lookOf: ReturnType<typeof createLooks>): void {
  const across = columnsWithin(columns, widestText)
  for (const [index, column] of columns.entries()) sheet.getColumn(index + 1).width = column.width
  for (const [index, { kind, cells }] of lines.entries()) {
    const row = sheet.getRow(index + 1)
    const look = acrossLooks[kind]
    if (look) {
      const text = typeof cells[0] === 'string' ? cells[0] : ''
      row.getCell(1).value = text
      row.getCell(1).style = look
      if (across.count > 1) sheet.mergeCells(index + 1, 1, index + 1, across.count)
      // Merged cells do not fit themselves.
      row.height = 6 + 15 * linesIn(text, across.width)
      continue
    }
    let most = 1
    for (const [place, column] of columns.slice(0, cells.length).entries()) {
      const value = cells[place] ?? null
      const cell = row.getCell(place + 1)
      cell.value = valueOf(value)
      cell.style = lookOf(kind, column, value)
      if (typeof value === 'object' && value !== null && 'note' in value) cell.note = value.note
      if (typeof value === 'string' && kind !== 'group') most = Math.max(most, linesIn(value, column.width - 1))
    }
    if (kind === 'head') row.height = 6 + 16 * Math.max(2, most)
    else guessHeight(sheet, index + 1, most)
  }
}

function columnsWithin(columns: readonly SheetColumn[], widest: number): { count: number; width: number } {
  let [count, width] = [0, 0]
  for (const column of columns) {
    if (count > 0 && width + column.width > widest) break
    width += column.width
    count++
  }
  return { count, width }
}

const valueOf = (value: SheetCell): string | number | null | { formula: string; result: string | number } =>
  typeof value !== 'object' || value === null ? value : 'formula' in value ? { formula: value.formula, result: value.result } : value.number

/** Styles shared by reference: the writer caches them by identity. */
function createLooks(): (kind: SheetLine['kind'], column: SheetColumn, value: SheetCell) => Look {
  const known = new Map<string, Look>()
  return (kind, { align }, value) => {
    const isNumber = typeof value === 'object' && value !== null
    const format = isNumber ? value.format : '@'
    const isMarked = isNumber && 'marked' in value
    const key = `${kind} ${align} ${format} ${isMarked}`
    let look = known.get(key)
    if (!look) {
      const base: Look = kind === 'head' ? looks.head : kind === 'total' ? looks.totalCount : kind === 'group' ? looks.group : looks.label
      const { protection: _protection, ...plain } = base
      const placed =
        kind === 'head' || kind === 'group' ? {} : { alignment: { horizontal: align, vertical: 'middle', wrapText: !isNumber } as const }
      look = { ...plain, ...placed, numFmt: format, ...(isMarked ? { fill: adjusted } : {}) }
      known.set(key, look)
    }
    return look
  }
}
