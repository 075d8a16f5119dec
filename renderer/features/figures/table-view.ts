import { kindNameTexts, lineNameTexts, figuresTexts } from '../../../shared/messages/figures-page.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { viewGridCell, type GridCellView, type GridFigures, type GridRow } from '../../../shared/rules/grid-cells.ts'
import type { GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { wordGridCell, wordUnit, type CellOwner, type GridCellWords } from '../../../shared/rules/grid-words.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { UnitRows } from './arrange-rows.ts'
import type { Grouping } from './table-settings.ts'

/** The table as it is laid out: row 0 is the province, column 0 the units' names, then `columns`, pinned ones first. */
export type TableView = {
  units: UnitRows
  figures: GridFigures
  /** Without the province. */
  rows: readonly GridRow[]
  columns: readonly GridColumnPlan[]
  grouping: Grouping | null
}

const province: GridRow = { kind: 'province' }

export const rowAt = ({ rows }: TableView, row: number): GridRow => (row === 0 ? province : rows[row - 1]!)

/** The same row under another order or filter. */
export function keyOfRow({ units }: TableView, row: GridRow): string {
  return row.kind === 'unit' ? units.codes[row.place]! : row.kind === 'group' ? `=${row.key}` : '*'
}

export const nameKind = (kind: string, language: Language): string =>
  (kindNameTexts as Readonly<Record<string, Text>>)[kind]?.[language] ?? kind
export const nameLine = (line: string, language: Language): string =>
  (lineNameTexts as Readonly<Record<string, Text>>)[line]?.[language] ?? line

export function nameRow({ units, grouping }: TableView, row: GridRow, language: Language): string {
  if (row.kind === 'unit') return wordUnit(units.names[row.place]!, units.keyed.has(row.place), language)
  if (row.kind === 'province') return figuresTexts.province[language]
  const name = grouping === 'line' ? nameLine(row.key, language) : nameKind(row.key, language)
  return fillText(figuresTexts.groupHead, language, { name, count: formatSmallCount(row.places.length, language) })
}

export function ownerOf({ units }: TableView, row: GridRow): CellOwner {
  return row.kind !== 'unit' ? 'total' : units.states[row.place] === 'pending' ? 'pending' : 'unit'
}

export type CellShown = { cell: GridCellView; words: GridCellWords }

/** Undefined where nothing can stand: a group whose units belong to several lines has no sum. */
export function showCell(view: TableView, row: GridRow, column: GridColumnPlan, language: Language): CellShown | undefined {
  const cell = viewGridCell(view.figures, row, column)
  return cell && { cell, words: wordGridCell(cell, column, ownerOf(view, row), language) }
}

/** A cell in one text, as it is copied, printed and searched: the number, or the word of its state. */
export function textOfCell({ number, state, raw }: GridCellWords): string {
  return number ?? (raw === null || raw === '' ? state : `${state}: ${raw}`)
}
