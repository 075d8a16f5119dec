/** Where a cell stands: row 0 is the province, column 0 the unit's name. */
export type CellPlace = { row: number; column: number }
/** `anchor` is where a selection began, `active` where it ends and the keys work. */
export type Selection = { anchor: CellPlace; active: CellPlace }
export type CellRange = { top: number; bottom: number; left: number; right: number }
export type TableSize = { rows: number; columns: number; pageRows: number }

type Keys = { key: string; ctrlKey: boolean; shiftKey: boolean; altKey: boolean }

const between = (value: number, last: number): number => Math.max(0, Math.min(last, value))

export const rangeOf = ({ anchor, active }: Selection): CellRange => ({
  top: Math.min(anchor.row, active.row),
  bottom: Math.max(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  right: Math.max(anchor.column, active.column),
})

export const isSingle = ({ anchor, active }: Selection): boolean => anchor.row === active.row && anchor.column === active.column

/** The selection after a key, as in Excel; undefined for a key that does not move. */
export function moveSelection(selection: Selection, keys: Keys, size: TableSize): Selection | undefined {
  if (keys.altKey) return undefined
  if (keys.ctrlKey && keys.key.toLowerCase() === 'a')
    return { anchor: { row: 0, column: 0 }, active: { row: size.rows - 1, column: size.columns - 1 } }
  const active = moveCell(selection.active, keys, size)
  if (!active) return undefined
  return { anchor: keys.shiftKey ? selection.anchor : active, active }
}

function moveCell({ row, column }: CellPlace, { key, ctrlKey }: Keys, { rows, columns, pageRows }: TableSize): CellPlace | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const to = (nextRow: number, nextColumn: number): CellPlace => ({
    row: between(nextRow, lastRow),
    column: between(nextColumn, lastColumn),
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrlKey ? lastRow : row + 1, column)
    case 'ArrowLeft':
      return to(row, ctrlKey ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, ctrlKey ? lastColumn : column + 1)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn)
    case 'PageUp':
      return to(row - pageRows, column)
    case 'PageDown':
      return to(row + pageRows, column)
    default:
      return undefined
  }
}
