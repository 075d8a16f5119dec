import { basename } from 'node:path'
import { countedValue } from '../../shared/domain/figure.ts'
import type { Field, Programme } from '../../shared/domain/programme.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import { profileCounts, type CountProfile } from '../../shared/vietnamese/profile-counts.ts'
import { readCount } from '../../shared/vietnamese/read-count.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { getExpectedUnit, getOpenPeriod, upsertRegisteredCounts, type RegisteredCount } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { badCell, listRows, readListFile, textOf, type ListRow } from './list-rows.ts'

const unitHeadings = new Set(['unit', 'code', 'mã', 'mã đơn vị'].map(nameKey))

/**
 * Takes denominators from an outside list (an Excel file: unit code and a column per field, headed by its code or
 * label); they bound what missing units can still change. A later list replaces single counts; an empty cell says nothing.
 * Refuses with `list.*`, `unit.not_found`, `period.not_found`, `period.closed`.
 */
export async function registerCounts(
  context: ServiceContext,
  periodCode: string,
  path: string,
): Promise<{ counts: number; units: number }> {
  const { store } = context
  const programme = getProgramme(store, getOpenPeriod(store, periodCode).programmeVersion)
  const counts = parseRegisteredCounts(await readListFile(context, path), basename(path), programme)
  return runCommand(context, () => {
    getOpenPeriod(store, periodCode)
    const units = new Set(counts.map(({ unit }) => unit))
    for (const unit of units) getExpectedUnit(store, periodCode, unit)
    upsertRegisteredCounts(store, periodCode, counts)
    const result = { counts: counts.length, units: units.size }
    return {
      entry: {
        action: 'period.register',
        params: { period: periodCode, file: basename(path), ...result },
        rows: [{ table: 'registered_count', key: periodCode }],
      },
      result,
    }
  })
}

/** Refuses with `list.no_header | empty | bad_cell | twice`. */
function parseRegisteredCounts(workbook: PlainWorkbook, file: string, programme: Programme): RegisteredCount[] {
  const fieldOfHeading = new Map(
    programme.fields.flatMap(({ code, label }) =>
      [code, `fld.${code}`, label.vi, label.en].map((heading) => [nameKey(heading), code] as const),
    ),
  )
  const columnOf = (heading: string): string | undefined => (unitHeadings.has(heading) ? 'unit' : fieldOfHeading.get(heading))
  const rows = listRows(workbook, file, { columnOf, required: ['unit'] })
  const asked = programme.fields.map((field) => ({ field, profile: profileCounts(rows.map(({ cells }) => cells.get(field.code))) }))
  const seen = new Set<string>()
  const counts = rows.flatMap((row) => {
    const unit = textOf(row.cells.get('unit'))
    if (unit === '') throw badCell(row, 'unit')
    if (seen.has(unit)) throw new AppError('list.twice', { unit, sheet: row.sheet, cell: row.addressOf('unit') })
    seen.add(unit)
    return asked.flatMap(({ field, profile }) => {
      const value = countOf(row, field, profile)
      return value === undefined ? [] : [{ unit, field: field.code, value }]
    })
  })
  if (counts.length === 0)
    throw new AppError('list.no_header', {
      file,
      columns: programme.fields
        .slice(0, 3)
        .map(({ code }) => code)
        .join(', '),
    })
  return counts
}

/** Read like a cell of a submission: `1.250` is 1250, `-` is 0, and what has two readings is refused. */
function countOf(row: ListRow, field: Field, profile: CountProfile): number | undefined {
  const { reading } = readCount(row.cells.get(field.code), { ...profile, unitOfCount: field.unitOfCount, date1904: row.date1904 })
  const value = countedValue(reading)
  if (value === undefined && reading.state !== 'blank') throw badCell(row, field.code)
  return value
}
