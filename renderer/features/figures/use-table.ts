import { useDeferredValue, useMemo } from 'react'
import type { FiguresGrid } from '../../../shared/contract/figures.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { readGridFigures } from '../../../shared/rules/grid-cells.ts'
import { planGridColumns } from '../../../shared/rules/grid-columns.ts'
import { arrangeRows, readUnits } from './arrange-rows.ts'
import type { TableSettings } from './table-settings.ts'
import type { TableView } from './table-view.ts'

/** The table as set: its columns, pinned ones first, and its rows. */
export function useTable(grid: FiguresGrid, programme: Programme, settings: TableSettings) {
  const figures = useMemo(() => readGridFigures(grid), [grid])
  const units = useMemo(() => readUnits(grid), [grid])
  const { view: shownView, parts, name, kind, line, sending, having, inColumn, sorting, grouping, pinned } = settings
  const groups = useMemo(() => planGridColumns(programme, shownView, parts), [programme, shownView, parts])
  const pins = pinned.join(',')
  const columns = useMemo(() => {
    const all = groups.flatMap((group) => group.columns)
    const kept = pins.split(',').flatMap((id) => all.find((column) => column.id === id) ?? [])
    return [...kept, ...all.filter((column) => !kept.includes(column))]
  }, [groups, pins])
  // What is typed shows at once; the rows follow.
  const typed = useDeferredValue(name)
  const order = sorting === null ? '' : `${sorting.descending ? '-' : ''}${sorting.column}`
  const rows = useMemo(
    () =>
      arrangeRows(units, figures, columns, {
        view: shownView,
        parts,
        name: typed,
        kind,
        line,
        sending,
        having,
        inColumn,
        sorting: order === '' ? null : { column: order.replace(/^-/, ''), descending: order.startsWith('-') },
        grouping,
        pinned: [],
      }),
    [units, figures, columns, shownView, parts, typed, kind, line, sending, having, inColumn, order, grouping],
  )
  const view = useMemo((): TableView => ({ units, figures, rows, columns, grouping }), [units, figures, rows, columns, grouping])
  return { view, groups, units }
}
