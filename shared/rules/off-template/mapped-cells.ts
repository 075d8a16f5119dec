import type { LayoutMapping, MappedInput } from '../../domain/layout-mapping.ts'
import { parseCellAddress, type PlainCell, type PlainSheet, type PlainWorkbook } from '../../domain/workbook.ts'
import type { InputCell, InputCells } from '../map-input-cells.ts'

/** The cells of a confirmed mapping, asked for like those of our own workbook. A narrative's further cells are `more`. */
export type MappedCells = InputCells & { lost: readonly MappedInput[] }

const widestRow = 16_384

export function indexMappedCells(workbook: PlainWorkbook, mapping: LayoutMapping): MappedCells {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.normalize('NFC').toLowerCase(), sheet]))
  const indexes = new Map<PlainSheet, Map<number, PlainCell>>()
  const cellAt = (sheet: PlainSheet, row: number, column: number): PlainCell | undefined => {
    let index = indexes.get(sheet)
    if (!index) indexes.set(sheet, (index = new Map(sheet.cells.map((cell) => [cell.row * widestRow + cell.column, cell]))))
    return index.get(row * widestRow + column)
  }
  const byName = new Map<string, InputCell[]>()
  const lost: MappedInput[] = []
  for (const input of mapping.inputs) {
    const sheet = sheets.get(input.sheet.normalize('NFC').toLowerCase())
    const place = parseCellAddress(input.cell)
    if (!sheet || !place) {
      lost.push(input)
      continue
    }
    const key = input.name.toLowerCase()
    const found = { name: input.name, sheet, ...place, cell: cellAt(sheet, place.row, place.column) }
    byName.set(key, [...(byName.get(key) ?? []), found])
  }
  return {
    cellAt,
    names: [],
    copiedSheets: [],
    lost,
    find: (name) => byName.get(name.toLowerCase())?.[0],
    more: (name) => byName.get(name.toLowerCase())?.slice(1) ?? [],
  }
}
