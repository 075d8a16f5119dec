import type { CellReference } from '../../domain/finding.ts'
import type { MappingSuggestion } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import { cellAddress, type PlainWorkbook } from '../../domain/workbook.ts'
import { indexInputCells, type InputCell } from '../map-input-cells.ts'
import { namesOf } from '../map-names.ts'
import type { FoundTable } from './find-tables.ts'
import { labelOfCell } from './label-of-cell.ts'

const referenceOf = ({ sheet, row, column }: InputCell): CellReference => ({ sheet: sheet.name, cell: cellAddress(row, column) })
const keyOf = ({ sheet, cell }: CellReference): string => `${sheet}\n${cell}`

/**
 * A workbook of ours that was saved as another format still names its inputs: the names settle the suggestions, by the same
 * measure by which a workbook is ours. Where the labels speak surely of another cell or of another input, a person looks.
 */
export function settleByNames(
  workbook: PlainWorkbook,
  programme: Programme,
  tables: readonly FoundTable[],
  suggestions: readonly MappingSuggestion[],
): readonly MappingSuggestion[] {
  const cells = indexInputCells(workbook)
  const { fields, texts } = namesOf(programme)
  const located = fields.filter(({ name }) => cells.find(name) !== undefined).length
  if (located * 2 < programme.fields.length) return suggestions
  const byName = new Map(suggestions.map((one) => [one.name, one]))
  const claimed = new Map(suggestions.flatMap((one) => (one.cell && one.confidence === 'sure' ? [[keyOf(one.cell), one.name]] : [])))
  const settle = (name: string, continuation: string | null): void => {
    const found = cells.find(name)
    if (!found) return
    const cell = referenceOf(found)
    const byLabel = byName.get(name)
    const elsewhere = byLabel?.confidence === 'sure' && byLabel.cell && keyOf(byLabel.cell) !== keyOf(cell) ? [byLabel.cell] : []
    const isContradicted = elsewhere.length > 0 || (claimed.get(keyOf(cell)) ?? name) !== name
    const more = continuation === null ? undefined : cells.find(continuation)
    byName.set(name, {
      name,
      cell,
      more: more?.cell === undefined ? [] : [referenceOf(more)],
      label: labelOfCell(tables, found.sheet, cell),
      confidence: isContradicted ? 'doubtful' : 'sure',
      others: elsewhere,
    })
  }
  for (const { name } of fields) settle(name, null)
  for (const { name, continuation } of texts) settle(name, continuation)
  return [...byName.values()]
}
