import { foldLabel } from './label-words.ts'
import { countedValue, type FigureReading } from '../../domain/figure.ts'
import { submissionFinding, type CellReference, type SubmissionFinding } from '../../domain/finding.ts'
import type { LayoutMapping } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import { cellAddress, parseCellAddress } from '../../domain/workbook.ts'
import { formatCount } from '../../vietnamese/format-number.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import type { FoundTable } from './find-tables.ts'
import type { CellReader } from './read-column.ts'
import { isSameLabel, labelOfCell } from './label-of-cell.ts'
import type { MappedCells } from './mapped-cells.ts'

export type MappedView = {
  programme: Programme
  mapping: LayoutMapping
  cells: MappedCells
  figures: readonly FigureReading[]
  /** The tables of the sheets that the mapping names. */
  tables: readonly FoundTable[]
  read: CellReader
}

export const labelOfField = (programme: Programme, code: string): string =>
  programme.fields.find((field) => field.code === code)?.label.vi ?? code

/** What the cells and rows of a confirmed mapping show against it: M20, M24 to M26 and M28. Sums and rates stand apart. */
export function findLayoutTrouble(view: MappedView): SubmissionFinding[] {
  return [...changedLabels(view), ...lostCells(view), ...emptyCells(view), ...countedTurns(view), ...ownRows(view)]
}

const subjectOf = (name: string): string => name.replace(/^fld\./, '')

/** M20: rows were moved or renamed since a person looked. */
function changedLabels({ mapping, tables, programme, cells }: MappedView): SubmissionFinding[] {
  return mapping.inputs.flatMap((input) => {
    const sheet = cells.find(input.name)?.sheet
    if (input.label === undefined || input.label === '' || !sheet) return []
    const found = labelOfCell(tables, sheet, input)
    if (isSameLabel(input.label, found, sheet, input)) return []
    const label = input.name.startsWith('fld.') ? labelOfField(programme, subjectOf(input.name)) : input.name
    return [
      submissionFinding('M20', 'blocking', {
        subject: subjectOf(input.name),
        expected: input.label,
        actual: found,
        params: { sheet: input.sheet, cell: input.cell, label, before: input.label, found: found === '' ? '–' : found },
        cells: [{ sheet: input.sheet, cell: input.cell }],
      }),
    ]
  })
}

/** M26: the sheet or the address of the mapping is not there. */
const lostCells = ({ cells, programme }: MappedView): SubmissionFinding[] =>
  cells.lost.map(({ name, sheet, cell }) =>
    submissionFinding('M26', 'warning', {
      subject: subjectOf(name),
      counterpart: `${sheet}!${cell}`,
      params: { sheet, cell, label: labelOfField(programme, subjectOf(name)) },
    }),
  )

type Place = { table: FoundTable; row: FoundTable['rows'][number]; column: FoundTable['columns'][number] }

/** Row and column of a mapped cell where a table holds it. */
function placeOf({ tables }: MappedView, { sheet, cell }: CellReference): Place | undefined {
  const address = parseCellAddress(cell)
  for (const table of tables) {
    if (!address || table.grid.sheet.name !== sheet) continue
    const row = table.rows.find((one) => one.row === address.row)
    const column = table.columns.find((one) => one.column === address.column)
    if (row && column) return { table, row, column }
  }
  return undefined
}

/** M24: nothing where the mapping looks, something in another column of the same row. */
function emptyCells(view: MappedView): SubmissionFinding[] {
  return view.figures.flatMap((figure) => {
    if (figure.state !== 'blank' || figure.source.sheet === '' || figure.source.raw.trim() !== '') return []
    const place = placeOf(view, figure.source)
    if (!place) return []
    const { table, row, column } = place
    const other = table.columns.find(
      (one) =>
        one !== column &&
        one.head.kind === 'value' &&
        one.head.time !== 'previous' &&
        one.head.part === column.head.part &&
        one.head.concepts.join() === column.head.concepts.join() &&
        view.read(table, row.row, one.column) !== undefined,
    )
    if (!other) return []
    const found = { sheet: figure.source.sheet, cell: cellAddress(row.row, other.column) }
    return [
      submissionFinding('M24', 'warning', {
        subject: figure.field,
        counterpart: found.cell,
        actual: String(view.read(table, row.row, other.column)),
        params: {
          label: labelOfField(view.programme, figure.field),
          sheet: figure.source.sheet,
          cell: figure.source.cell,
          head: other.text,
          otherCell: found.cell,
          value: formatCount(view.read(table, row.row, other.column) ?? 0),
        },
        cells: [{ sheet: figure.source.sheet, cell: figure.source.cell }, found],
      }),
    ]
  })
}

const turns = /(?<![a-z])luot(?![a-z])/

/** M25: the row says that attendances were counted where the input asks for something else. */
function countedTurns(view: MappedView): SubmissionFinding[] {
  return view.figures.flatMap((figure) => {
    const field = view.programme.fields.find(({ code }) => code === figure.field)
    if (!field || field.unitOfCount === 'turn' || countedValue(figure) === undefined) return []
    const place = placeOf(view, figure.source)
    const said = [place?.row.unitOfCount, place?.row.label, place?.column.text].find(
      (text) => text !== undefined && turns.test(foldLabel(text)),
    )
    if (said === undefined) return []
    return [
      submissionFinding('M25', 'warning', {
        subject: figure.field,
        actual: said,
        params: { label: field.label.vi, sheet: figure.source.sheet, cell: figure.source.cell, said },
        cells: [{ sheet: figure.source.sheet, cell: figure.source.cell }],
      }),
    ]
  })
}

const shownRows = 5

/** M28: rows of the unit's own, once per sheet; totals and rates are no rows of their own. */
function ownRows(view: MappedView): SubmissionFinding[] {
  const used = new Set(view.mapping.inputs.map(({ sheet, cell }) => `${nameKey(sheet)}\n${parseCellAddress(cell)?.row ?? 0}`))
  const bySheet = new Map<string, number[]>()
  for (const table of view.tables)
    for (const row of table.rows) {
      const { name } = table.grid.sheet
      if (row.role !== 'item' || row.isRate || row.time === 'previous' || row.label === '' || used.has(`${nameKey(name)}\n${row.row}`))
        continue
      const filled = table.columns.some(({ head, column }) => head.kind === 'value' && view.read(table, row.row, column) !== undefined)
      if (filled) bySheet.set(name, [...(bySheet.get(name) ?? []), row.row])
    }
  return [...bySheet].map(([sheet, rows]) =>
    submissionFinding('M28', 'info', {
      counterpart: sheet,
      actual: String(rows.length),
      params: { sheet, count: rows.length, rows: rows.slice(0, shownRows).join(', ') + (rows.length > shownRows ? ', …' : '') },
    }),
  )
}
