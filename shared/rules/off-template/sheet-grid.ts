import type { MappingReading } from '../../domain/layout-mapping.ts'
import { parseCellAddress, type PlainCell, type PlainSheet } from '../../domain/workbook.ts'
import { decodeCellText } from '../../vietnamese/legacy-fonts.ts'
import { tidyText } from '../../vietnamese/text-key.ts'

export type Merge = { top: number; left: number; bottom: number; right: number }

/** A sheet as it is looked up while a table is searched for. Rows and columns 1-based. */
export type SheetGrid = {
  sheet: PlainSheet
  /** Rows that hold anything, top first; the cells of a row, left first. */
  rows: readonly number[]
  cellsOf: (row: number) => readonly PlainCell[]
  cellAt: (row: number, column: number) => PlainCell | undefined
  mergeAt: (row: number, column: number) => Merge | undefined
  /** Decoded, tidied text of a text cell; '' for numbers and where nothing stands. */
  textAt: (row: number, column: number) => string
  /** The same, but a merged region says its text everywhere. */
  spreadTextAt: (row: number, column: number) => string
  isHidden: (row: number, column: number) => boolean
}

/** A submission has some sixty inputs; what lies beyond these bounds is no table that a unit made by hand. */
const deepestRow = 5_000
const widestColumn = 250
const mostCells = 50_000
const longestLabel = 600

export function gridOf(sheet: PlainSheet, encoding: MappingReading['encoding'] = 'unicode'): SheetGrid {
  const byRow = new Map<number, PlainCell[]>()
  let taken = 0
  for (const cell of sheet.cells) {
    if (++taken > mostCells) break
    if (cell.row > deepestRow || cell.column > widestColumn) continue
    const row = byRow.get(cell.row)
    if (row) row.push(cell)
    else byRow.set(cell.row, [cell])
  }
  for (const row of byRow.values()) row.sort((a, b) => a.column - b.column)
  const rows = [...byRow.keys()].toSorted((a, b) => a - b)
  const cellsOf = (row: number): readonly PlainCell[] => byRow.get(row) ?? []
  const cellAt = (row: number, column: number): PlainCell | undefined => cellsOf(row).find((cell) => cell.column === column)

  const merges = indexMerges(sheet.merges)
  const mergeAt = (row: number, column: number): Merge | undefined =>
    merges.get(row)?.find(({ left, right }) => left <= column && column <= right)
  const texts = new Map<PlainCell, string>()
  const textAt = (row: number, column: number): string => {
    const cell = cellAt(row, column)
    if (cell?.kind !== 'text' || cell.withoutResult === true) return ''
    let text = texts.get(cell)
    if (text === undefined) texts.set(cell, (text = tidyText(decodeCellText(cell, encoding).text.slice(0, longestLabel))))
    return text
  }
  const hiddenRows = new Set(sheet.hiddenRows)
  const hiddenColumns = new Set(sheet.hiddenColumns)
  return {
    sheet,
    rows,
    cellsOf,
    cellAt,
    mergeAt,
    textAt,
    spreadTextAt: (row, column) => {
      const merge = mergeAt(row, column)
      return merge ? textAt(merge.top, merge.left) : textAt(row, column)
    },
    isHidden: (row, column) => sheet.visibility !== 'visible' || hiddenRows.has(row) || hiddenColumns.has(column),
  }
}

function indexMerges(references: readonly string[]): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>()
  for (const reference of references) {
    const [from, to] = reference.split(':').map((address) => parseCellAddress(address))
    if (!from || !to) continue
    const merge = { top: from.row, left: from.column, bottom: Math.min(to.row, deepestRow), right: Math.min(to.column, widestColumn) }
    for (let row = merge.top; row <= merge.bottom; row++) (byRow.get(row) ?? byRow.set(row, []).get(row)!).push(merge)
  }
  return byRow
}
