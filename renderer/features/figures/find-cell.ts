import type { Language } from '../../../shared/messages/text.ts'
import { wordColumn, wordColumnWhole } from '../../../shared/rules/grid-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import type { CellPlace } from './move-cell.ts'
import { nameRow, rowAt, showCell, textOfCell, type TableView } from './table-view.ts'

/**
 * The next cell after `from` in reading order that holds the text, without tone marks or case: a unit's name, the head of a
 * column (found on the province's row), or a number with or without its dots. Goes round; undefined where nothing does.
 */
export function findCell(view: TableView, text: string, from: CellPlace, language: Language, backwards = false): CellPlace | undefined {
  const wanted = searchFold(text.trim())
  if (wanted === '') return undefined
  const [rows, columns] = [view.rows.length + 1, view.columns.length + 1]
  const digits = /^\d[\d.,\s]*%?$/.test(wanted) ? wanted.replace(/[\s.,%]/g, '') : null
  const heads = view.columns.map((column) =>
    searchFold(`${wordColumn(column, language)} ${wordColumnWhole(column, language)}`).includes(wanted),
  )
  const holds = (row: number, column: number): boolean => {
    if (column === 0) return nameHolds(row)
    if (row === 0 && heads[column - 1]) return true
    if (digits === null) return false
    const shown = showCell(view, rowAt(view, row), view.columns[column - 1]!, language)
    return shown !== undefined && shown.words.number !== null && textOfCell(shown.words).replace(/[.,%]/g, '').includes(digits)
  }
  const nameHolds = (row: number): boolean => {
    const one = rowAt(view, row)
    return one.kind === 'unit' ? view.units.folded[one.place]!.includes(wanted) : searchFold(nameRow(view, one, language)).includes(wanted)
  }
  const start = from.row * columns + from.column
  const size = rows * columns
  const step = backwards ? -1 : 1
  for (let moved = 1; moved <= size; moved++) {
    const at = (((start + step * moved) % size) + size) % size
    const [row, column] = [Math.floor(at / columns), at % columns]
    // Without digits only names and heads can match: the cells between are passed over.
    if (digits === null && row > 0 && column > 0) {
      moved += backwards ? column - 1 : columns - 1 - column
      continue
    }
    if (holds(row, column)) return { row, column }
  }
  return undefined
}
