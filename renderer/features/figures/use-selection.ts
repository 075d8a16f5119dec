import { useCallback, useMemo, useState } from 'react'
import type { Selection } from './move-cell.ts'
import { keyOfRow, rowAt, type TableView } from './table-view.ts'
import { nameColumn } from './table-settings.ts'

/** A cell by what it is about, so that it is the same one after sorting and filtering. */
type CellKey = { row: string; column: string }
type Kept = { active: CellKey; selection: Selection; view: TableView }

/** `unit/column` in the address; the province is `*`. */
const readKey = (text: string | undefined): CellKey => {
  const at = text?.indexOf('/') ?? -1
  return text === undefined || at < 0 ? { row: '*', column: nameColumn } : { row: text.slice(0, at), column: text.slice(at + 1) }
}
export const writeKey = ({ row, column }: CellKey): string => `${row}/${column}`

/**
 * Which cells are selected. The active cell follows its unit and column when rows move; a range does not outlive that, for
 * it would hold other cells.
 */
export function useSelection(view: TableView, start: string | undefined) {
  const [kept, setKept] = useState<Kept>()
  const rowPlaces = useMemo(() => new Map(view.rows.map((row, index) => [keyOfRow(view, row), index + 1])), [view])
  const selection = useMemo((): Selection => {
    if (kept?.view === view) return kept.selection
    const { row, column } = kept?.active ?? readKey(start)
    const active = {
      row: rowPlaces.get(row) ?? Math.min(kept?.selection.active.row ?? 0, view.rows.length),
      column: column === nameColumn ? 0 : view.columns.findIndex(({ id }) => id === column) + 1,
    }
    return { anchor: active, active }
  }, [kept, view, rowPlaces, start])
  const select = useCallback((next: Selection) => setKept({ active: keyOf(view, next), selection: next, view }), [view])
  return { selection, select, activeKey: keyOf(view, selection) }
}

const keyOf = (view: TableView, { active }: Selection): CellKey => ({
  row: keyOfRow(view, rowAt(view, Math.min(active.row, view.rows.length))),
  column: view.columns[active.column - 1]?.id ?? nameColumn,
})
