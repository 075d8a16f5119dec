import type { Reading } from '../domain/figure.ts'
import type { SubmissionFinding } from '../domain/finding.ts'
import type { Programme } from '../domain/programme.ts'
import type { CommuneRow } from '../domain/submission.ts'
import { communeCodeColumn } from '../domain/template.ts'
import { cellAddress } from '../domain/workbook.ts'
import { readCount } from '../vietnamese/read-count.ts'
import type { InputCells } from './map-input-cells.ts'
import { namesOf } from './map-names.ts'

/** A sheet typed in another manner throughout is one finding, and one that can be read. */
const shownCells = 10

/** Rows of the optional per-commune sheet: columns by defined name, communes by the code in their row. Empty rows are left out. */
export function mapCommuneRows(
  programme: Programme,
  cells: InputCells,
  date1904: boolean,
): { rows: readonly CommuneRow[]; findings: readonly SubmissionFinding[] } {
  const columns = namesOf(programme).columns.flatMap(({ name, field }) => {
    const head = cells.find(name)
    return head ? [{ field, head }] : []
  })
  const [first] = columns
  if (!first) return { rows: [], findings: [] }
  const { sheet, row: headRow } = first.head
  const rows = new Map<string, CommuneRow>()
  const repeated = new Map<string, number[]>()
  const unreadable: string[] = []
  const codes = sheet.cells
    .filter((cell) => cell.column === communeCodeColumn && cell.row > headRow && cell.kind === 'text' && String(cell.value).trim() !== '')
    .toSorted((a, b) => a.row - b.row)
  for (const { row, value } of codes) {
    const unit = String(value).trim()
    const readings: Record<string, Reading> = {}
    for (const { field, head } of columns) {
      const { reading } = readCount(cells.cellAt(sheet, row, head.column), { unitOfCount: field.unitOfCount, date1904 })
      if (reading.state !== 'blank') readings[field.code] = reading
      if (reading.state === 'unreadable') unreadable.push(cellAddress(row, head.column))
    }
    if (Object.keys(readings).length === 0) continue
    const earlier = rows.get(unit)
    if (earlier) repeated.set(unit, [...(repeated.get(unit) ?? [earlier.row]), row])
    else rows.set(unit, { unit, readings, sheet: sheet.name, row })
  }
  const finding = (
    rule: 'M16' | 'M18',
    addresses: readonly string[],
    rest: Pick<SubmissionFinding, 'counterpart' | 'expected' | 'actual' | 'params'>,
  ) => ({
    rule,
    severity: 'warning' as const,
    subject: null,
    ...rest,
    cells: addresses.map((cell) => ({ sheet: sheet.name, cell })),
  })
  const findings = [...repeated].map(([unit, at]): SubmissionFinding => {
    const addresses = at.map((row) => cellAddress(row, communeCodeColumn))
    const params = { sheet: sheet.name, unit, cells: addresses.join(', ') }
    return finding('M16', addresses, { counterpart: unit, expected: '1', actual: String(at.length), params })
  })
  if (unreadable.length > 0) {
    const shown = unreadable.slice(0, shownCells).join(', ')
    const params = { sheet: sheet.name, count: unreadable.length, cells: unreadable.length > shownCells ? `${shown}, …` : shown }
    findings.push(finding('M18', unreadable, { counterpart: sheet.name, expected: null, actual: String(unreadable.length), params }))
  }
  return { rows: [...rows.values()], findings }
}
