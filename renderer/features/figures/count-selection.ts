import type { UnitOfCount } from '../../../shared/domain/programme.ts'
import { viewGridCell } from '../../../shared/rules/grid-cells.ts'
import { rangeOf, type Selection } from './move-cell.ts'
import { rowAt, type TableView } from './table-view.ts'

/** `sum` only where adding means something: counts of one unit of count, of units of one line. */
export type SelectionCount = { cells: number; numbers: number; sum: bigint | null; unitOfCount: UnitOfCount | null }

/** More cells than a person looks at; counting them would hold the keys up. */
const mostSummed = 60_000

/** What the line at the bottom says of the selected cells. Rows that are sums themselves are counted, never added. */
export function countSelection(view: TableView, selection: Selection): SelectionCount {
  const { top, bottom, left, right } = rangeOf(selection)
  const columns = view.columns.slice(Math.max(0, left - 1), right)
  const cells = (bottom - top + 1) * columns.length
  if (cells > mostSummed) return { cells, numbers: 0, sum: null, unitOfCount: null }
  const unitOfCount = columns[0]?.kind === 'count' ? columns[0].field.unitOfCount : null
  let canAdd = unitOfCount !== null && columns.every((column) => column.kind === 'count' && column.field.unitOfCount === unitOfCount)
  let [numbers, added] = [0, 0]
  let sum = 0n
  let line: string | null = null
  for (let index = top; index <= bottom; index++) {
    const row = rowAt(view, index)
    for (const column of columns) {
      const cell = viewGridCell(view.figures, row, column)
      if (cell?.state !== 'value') continue
      numbers++
      if (!canAdd || cell.value === null || row.kind !== 'unit') continue
      const own = view.figures.lines[row.place]!
      line ??= own
      if (own !== line) canAdd = false
      sum += BigInt(cell.value)
      added++
    }
  }
  return { cells, numbers, sum: canAdd && added > 0 ? sum : null, unitOfCount }
}
