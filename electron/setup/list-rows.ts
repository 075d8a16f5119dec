import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { cellAddress, type PlainCell, type PlainSheet, type PlainWorkbook } from '../../shared/domain/workbook.ts'
import { decodeCellText } from '../../shared/vietnamese/legacy-fonts.ts'
import { nameKey, tidyText } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'

/** One row of an Excel list, by column name; `where` names a cell for a refusal. Cells without content are absent. */
export type ListRow = {
  sheet: string
  date1904: boolean
  row: number
  cells: ReadonlyMap<string, PlainCell>
  addressOf: (column: string) => string
}

export type ListColumns = {
  /** Column name by the key of a heading (`nameKey`); undefined for a heading that is of no interest. */
  columnOf: (headingKey: string) => string | undefined
  required: readonly string[]
}

/** Refuses with `list.unreadable` when the file is no workbook. */
export async function readListFile({ pool }: Pick<ServiceContext, 'pool'>, path: string): Promise<PlainWorkbook> {
  const read = await pool.run('read_workbook', { path, name: basename(path) })
  if ('finding' in read) throw new AppError('list.unreadable', { file: basename(path) })
  return read.workbook
}

const headerSearched = 30

/**
 * The rows under the first header row that has all required columns, on the first visible sheet that has one.
 * Refuses with `list.no_header`, `list.empty`.
 */
export function listRows(workbook: PlainWorkbook, file: string, { columnOf, required }: ListColumns): ListRow[] {
  for (const sheet of workbook.sheets.filter(({ visibility }) => visibility === 'visible')) {
    const rows = [...Map.groupBy(sheet.cells, ({ row }) => row)].toSorted(([a], [b]) => a - b)
    for (const [at, [headerRow, header]] of rows.slice(0, headerSearched).entries()) {
      const columns = columnsOf(header, columnOf)
      if (!required.every((name) => columns.has(name))) continue
      const found = rows.slice(at + 1).flatMap(([row, cells]) => toListRow(sheet, workbook.date1904, row, cells, columns))
      if (found.length === 0) throw new AppError('list.empty', { file, row: headerRow })
      return found
    }
  }
  throw new AppError('list.no_header', { file, columns: required.join(', ') })
}

function columnsOf(header: readonly PlainCell[], columnOf: ListColumns['columnOf']): Map<string, number> {
  const columns = new Map<string, number>()
  for (const cell of header) {
    const name = cell.kind === 'text' ? columnOf(nameKey(textOf(cell))) : undefined
    if (name !== undefined && !columns.has(name)) columns.set(name, cell.column)
  }
  return columns
}

function toListRow(
  sheet: PlainSheet,
  date1904: boolean,
  row: number,
  cells: readonly PlainCell[],
  columns: ReadonlyMap<string, number>,
): ListRow[] {
  const byColumn = new Map(cells.filter((cell) => textOf(cell) !== '').map((cell) => [cell.column, cell]))
  const own = new Map([...columns].flatMap(([name, column]) => (byColumn.has(column) ? [[name, byColumn.get(column)!] as const] : [])))
  if (own.size === 0) return []
  return [{ sheet: sheet.name, date1904, row, cells: own, addressOf: (name) => cellAddress(row, columns.get(name) ?? 1) }]
}

/** What a person sees of a cell of a list, decoded from an old font and tidied; whole numbers without separators. */
export const textOf = (cell: PlainCell | undefined): string => tidyText(decodeCellText(cell).text)

export function badCell(row: ListRow, column: string): AppError {
  return new AppError('list.bad_cell', { sheet: row.sheet, cell: row.addressOf(column), column, value: textOf(row.cells.get(column)) })
}
