import type { Style } from 'exceljs'
import type { TableSheet, TableValue } from '../tasks.ts'
import { repack } from './repack.ts'
import { looks } from './styles.ts'

/** Inside the file only, so that equal tables give equal bytes. */
const writtenAt = new Date(Date.UTC(2026, 0, 1))

const noted = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDF1D8' } } as const
/** Columns that one sheet of paper holds. */
const mostFitted = 13
/** Shared by reference: the writer caches styles by identity. */
const known = new Map<string, Partial<Style>>()

function lookOf(value: TableValue, isStrong: boolean, isFirst: boolean): Partial<Style> {
  const format = typeof value === 'object' && value !== null ? value.format : null
  const isMarked = typeof value === 'object' && value !== null && value.marked === true
  const kind = format ?? (typeof value === 'number' ? '#,##0' : '@')
  const key = `${kind} ${isStrong} ${isFirst} ${isMarked}`
  let look = known.get(key)
  if (!look) {
    const base = isFirst ? (isStrong ? looks.labelStrong : looks.label) : isStrong ? looks.totalCount : looks.shadeCount
    const { fill: _fill, protection: _protection, ...plain }: Partial<Style> = base
    look = { ...plain, numFmt: kind, ...(isMarked ? { fill: noted } : {}) }
    known.set(key, look)
  }
  return look
}

/** Tables as they were shown, one to a sheet: heads frozen, numbers as numbers, everything else as text whatever it begins with. */
export async function writeTable(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Tổng Hợp'
  workbook.created = writtenAt
  workbook.modified = writtenAt
  for (const { name, title, heads, widths, rows, strong, frozenRows } of sheets) {
    const headRows = 1 + heads.length
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 1, ySplit: headRows + frozenRows }],
      // A wide table goes over several sheets in letters that can be read, names on each.
      pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: widths.length <= mostFitted, fitToWidth: 1, fitToHeight: 0 },
    })
    sheet.pageSetup.printTitlesRow = `1:${headRows}`
    sheet.pageSetup.printTitlesColumn = 'A:A'
    sheet.getCell(1, 1).value = title
    sheet.getCell(1, 1).style = looks.sheetTitle
    for (const [line, cells] of heads.entries()) {
      for (const [column, text] of cells.entries()) {
        const cell = sheet.getCell(line + 2, column + 1)
        cell.value = text
        cell.style = looks.head
      }
      mergeRuns(cells, (from, to) => line < heads.length - 1 && to > from && sheet.mergeCells(line + 2, from + 1, line + 2, to + 1))
    }
    sheet.getRow(headRows).height = 66
    for (const [column, width] of widths.entries()) sheet.getColumn(column + 1).width = width
    const strongRows = new Set(strong)
    for (const [index, values] of rows.entries()) {
      const row = sheet.getRow(headRows + 1 + index)
      for (const [column, value] of values.entries()) {
        if (value === null) continue
        const cell = row.getCell(column + 1)
        cell.value = typeof value === 'object' ? value.number : value
        cell.style = lookOf(value, strongRows.has(index), column === 0)
      }
    }
  }
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return repack(new Uint8Array(stored), (_name, part) => part)
}

/** Neighbours with the same words are one head. */
function mergeRuns(cells: readonly string[], merge: (from: number, to: number) => void): void {
  let from = 0
  for (let at = 1; at <= cells.length; at++) {
    if (at < cells.length && cells[at] === cells[from]) continue
    if (cells[from] !== '') merge(from, at - 1)
    from = at
  }
}
