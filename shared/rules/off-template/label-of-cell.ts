import type { CellReference } from '../../domain/finding.ts'
import type { LayoutMapping, MappedInput } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import { parseCellAddress, type PlainSheet, type PlainWorkbook } from '../../domain/workbook.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { findTables, type FoundTable } from './find-tables.ts'
import { cleanLabel } from './label-words.ts'
import { timeless } from './layout-key.ts'
import { cellLabel } from './match-cells.ts'
import { lexiconOf } from './programme-lexicon.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'

/** How a sheet calls a cell: groups, row and head of its table; outside of tables the texts left of it and above it. */
export function labelOfCell(tables: readonly FoundTable[], sheet: PlainSheet, { cell }: CellReference): string {
  const address = parseCellAddress(cell)
  if (!address) return ''
  const here = tables.filter((table) => table.grid.sheet === sheet)
  for (const table of here) {
    const row = table.rows.find((one) => one.row === address.row)
    const column = table.columns.find((one) => one.column === address.column)
    if (row && column) return cellLabel({ row, column })
  }
  const grid = here[0]?.grid ?? gridOf(sheet)
  return [textLeftOf(grid, address), textAbove(grid, address)].filter((text) => text !== '').join(' › ')
}

type Address = { row: number; column: number }
const textLeftOf = (grid: SheetGrid, { row, column }: Address): string => {
  const texts = grid.cellsOf(row).flatMap((cell) => (cell.column < column ? grid.textAt(row, cell.column) || [] : []))
  return cleanLabel(texts.findLast((text) => text.length > 3) ?? texts.at(-1) ?? '').label
}
const textAbove = (grid: SheetGrid, { row, column }: Address): string => {
  const above = grid.rows.findLast((one) => one < row && row - one <= 60 && grid.spreadTextAt(one, column) !== '')
  return above === undefined ? '' : cleanLabel(grid.spreadTextAt(above, column)).label
}

/**
 * Whether a cell is still called what it was when a person confirmed it. The heading of a narrative only has to stand where
 * it stands: above or beside the passage.
 */
export function isSameLabel(before: string, now: string, sheet: PlainSheet, input: MappedInput): boolean {
  const wanted = nameKey(timeless(before))
  if (nameKey(timeless(now)) === wanted) return true
  if (/^(?:fld|mon)\./.test(input.name)) return false
  const last = parseCellAddress(input.cell)?.row ?? 0
  const grid = gridOf(sheet)
  return grid.rows.some(
    (row) =>
      row <= last && grid.cellsOf(row).some(({ column }) => nameKey(timeless(cleanLabel(grid.textAt(row, column)).label)) === wanted),
  )
}

/** A mapping given by addresses alone (no label, or an empty one), each with what the sheet calls it; what it already carries stays. */
export function labelMapping(workbook: PlainWorkbook, programme: Programme, mapping: LayoutMapping): LayoutMapping {
  const lexicon = lexiconOf(programme)
  const named = new Map(workbook.sheets.map((sheet) => [sheet.name.normalize('NFC').toLowerCase(), sheet]))
  const tables = new Map<PlainSheet, readonly FoundTable[]>()
  const inputs = mapping.inputs.map((input): MappedInput => {
    const sheet = named.get(input.sheet.normalize('NFC').toLowerCase())
    if ((input.label ?? '') !== '' || !sheet) return input
    if (!tables.has(sheet)) tables.set(sheet, findTables(gridOf(sheet, mapping.reading.encoding), lexicon))
    return { ...input, label: labelOfCell(tables.get(sheet)!, sheet, input) }
  })
  return { ...mapping, inputs }
}
