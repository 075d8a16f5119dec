import { endOf, indexAt, spanOf, startOf, type SheetAxis } from './sheet-axis.ts'
import type { CellPlace } from './sheet-layout.ts'

export type SheetSpot = { row: number; column: number }
export type SheetMove = 'up' | 'down' | 'left' | 'right' | 'page_up' | 'page_down' | 'row_start' | 'row_end' | 'first' | 'last'

/** A page of a keyboard, in pixels of the sheet. */
const pageHeight = 400

const moves: Readonly<Record<string, SheetMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page_up',
  PageDown: 'page_down',
  Home: 'row_start',
  End: 'row_end',
}

type Pressed = { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean }

/** The move that a key stands for, as in a spreadsheet program; undefined for any other key. */
export function moveOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Pressed): SheetMove | undefined {
  if (altKey || shiftKey || metaKey) return undefined
  if (ctrlKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
  return moves[key]
}

type Leads = (from: CellPlace, rowAxis: SheetAxis, columnAxis: SheetAxis) => SheetSpot

const leads: Readonly<Record<SheetMove, Leads>> = {
  up: ({ row, column }, rows) => ({ row: step(rows, row, -1), column }),
  down: (from, rows) => ({ row: step(rows, from.row + from.rows - 1, 1), column: from.column }),
  left: ({ row, column }, _, columns) => ({ row, column: step(columns, column, -1) }),
  right: (from, _, columns) => ({ row: from.row, column: step(columns, from.column + from.columns - 1, 1) }),
  page_up: ({ y, column }, rows) => ({ row: seen(rows, indexAt(rows, y - pageHeight), 1), column }),
  page_down: ({ y, column }, rows) => ({ row: seen(rows, indexAt(rows, y + pageHeight), -1), column }),
  row_start: ({ row }, _, columns) => ({ row, column: seen(columns, 1, 1) }),
  row_end: ({ row }, _, columns) => ({ row, column: seen(columns, columns.count, -1) }),
  first: (_, rows, columns) => ({ row: seen(rows, 1, 1), column: seen(columns, 1, 1) }),
  last: (_, rows, columns) => ({ row: seen(rows, rows.count, -1), column: seen(columns, columns.count, -1) }),
}

/** Where a move leads from a cell, past its merged area and past what is hidden; at the edge it stays. */
export const moveOnSheet = (from: CellPlace, move: SheetMove, rowAxis: SheetAxis, columnAxis: SheetAxis): SheetSpot =>
  leads[move](from, rowAxis, columnAxis)

const isSeen = (axis: SheetAxis, index: number): boolean =>
  endOf(axis, index) > startOf(axis, index) && (axis.isOpen || spanOf(axis, index) === undefined)

function step(axis: SheetAxis, from: number, by: 1 | -1): number {
  for (let index = from + by; index >= 1 && index <= axis.count; index += by) if (isSeen(axis, index)) return index
  return Math.max(1, Math.min(axis.count, from))
}

const seen = (axis: SheetAxis, index: number, by: 1 | -1): number => (isSeen(axis, index) ? index : step(axis, index, by))
