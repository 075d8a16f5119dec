import { submissionFinding, type CellReference, type SubmissionFinding } from '../../domain/finding.ts'
import { parseCellAddress, type PlainWorkbook } from '../../domain/workbook.ts'
import type { MappedView } from './check-mapped.ts'
import { findTables } from './find-tables.ts'
import { lexiconOf } from './programme-lexicon.ts'
import { gridOf } from './sheet-grid.ts'
import { findOwners, type NamedUnits } from './table-owners.ts'

/** `unit`: whose figures they are to be, null while nobody has said it. */
export type Sender = { unit: string | null; units: NamedUnits }

/**
 * M29: the file has tables of several units. What the mapping takes of another unit's than the sender's, or of more than one, is
 * blocking; that the others are left out is only said.
 */
export function findSharing(workbook: PlainWorkbook, { mapping, programme }: MappedView, { unit, units }: Sender): SubmissionFinding[] {
  const lexicon = lexiconOf(programme)
  const tables = workbook.sheets.flatMap((sheet) => findTables(gridOf(sheet, mapping.reading.encoding), lexicon))
  const owners = findOwners(tables, units)
  if (owners.units.length < 2) return []
  const taken = mapping.inputs.flatMap(({ sheet, cell }): { cell: CellReference; owner: string }[] => {
    const address = parseCellAddress(cell)
    const table = tables.find((one) => one.grid.sheet.name === sheet && one.rows.some(({ row }) => row === address?.row))
    const row = table?.rows.find((one) => one.row === address?.row)
    const column = table?.columns.find((one) => one.column === address?.column)
    const owner = table && row && column ? owners.of(table, row, column) : null
    return owner === null ? [] : [{ cell: { sheet, cell }, owner }]
  })
  const [first] = taken
  const theirs = taken.filter(({ owner }) => owner !== (unit ?? first?.owner))
  return [
    sharingFinding(
      owners.units,
      units,
      theirs.map(({ cell }) => cell),
    ),
  ]
}

const shownUnits = 4

/** Also before anybody said how the file is read: then only that it is shared. */
export function sharingFinding(owners: readonly string[], units: NamedUnits, theirs: readonly CellReference[] = []): SubmissionFinding {
  const names = owners.map((code) => units.find((one) => one.code === code)?.name ?? code)
  const shown = names.slice(0, shownUnits).join(', ') + (names.length > shownUnits ? ', …' : '')
  return submissionFinding('M29', theirs.length > 0 ? 'blocking' : 'warning', {
    actual: owners.join(', '),
    params: { count: names.length, units: shown },
    cells: theirs,
  })
}
