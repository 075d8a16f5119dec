import { AppError } from '../../shared/errors.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { Store } from './database.ts'

type PeriodRow = Omit<Period, 'endsYear'> & { endsYear: 0 | 1 }

const columns = `code, from_day AS "from", to_day AS "to", cut_off AS cutOff, due_at AS dueAt, ends_year AS endsYear, state,
  opened_at AS openedAt, programme_version AS programmeVersion`

const toPeriod = (row: PeriodRow): Period => ({ ...row, endsYear: row.endsYear === 1 })

/** By cut-off, earliest first. */
export const listPeriods = (store: Store): Period[] =>
  store.prepare<[], PeriodRow>(`SELECT ${columns} FROM period ORDER BY cut_off, code`).all().map(toPeriod)

export function findPeriod(store: Store, code: string): Period | undefined {
  const row = store.prepare<[string], PeriodRow>(`SELECT ${columns} FROM period WHERE code = ?`).get(code)
  return row && toPeriod(row)
}

/** Refuses with `period.not_found`. */
export function getPeriod(store: Store, code: string): Period {
  const period = findPeriod(store, code)
  if (!period) throw new AppError('period.not_found', { period: code })
  return period
}

/** For every command that changes a period. Refuses with `period.not_found`, `period.closed`. */
export function getOpenPeriod(store: Store, code: string): Period {
  const period = getPeriod(store, code)
  if (period.state === 'closed') throw new AppError('period.closed', { period: code })
  return period
}

/** Refuses with `period.not_found`. */
export function getPeriodKey(store: Store, code: string): number {
  const key = store.pluck<[string], number>('SELECT key FROM period WHERE code = ?').get(code)
  if (key === undefined) throw new AppError('period.not_found', { period: code })
  return key
}

export function insertPeriod(store: Store, period: Period): void {
  store
    .prepare(
      `INSERT INTO period (code, from_day, to_day, cut_off, due_at, ends_year, state, opened_at, programme_version)
       VALUES (@code, @from, @to, @cutOff, @dueAt, @endsYear, @state, @openedAt, @programmeVersion)`,
    )
    .run({ ...period, endsYear: period.endsYear ? 1 : 0 })
}

export function updatePeriodState(store: Store, code: string, state: Period['state']): void {
  store.prepare('UPDATE period SET state = ? WHERE code = ?').run(state, code)
}

type ExpectedUnitRow = Omit<Unit, 'aliases'> & { aliases: string }

const expectedColumns = `unit.code, unit.name, expected_unit.kind, expected_unit.line, unit.parent, expected_unit.rank,
  unit.valid_from AS validFrom, unit.valid_to AS validTo,
  (SELECT json_group_array(alias) FROM (SELECT alias FROM unit_alias WHERE unit_alias.unit = unit.key ORDER BY alias)) AS aliases`

const toExpectedUnit = (row: ExpectedUnitRow): Unit => ({ ...row, aliases: JSON.parse(row.aliases) as string[] })

/** The units the period expects, in protocol order; line, kind and rank as they were when it was opened. */
export const listExpectedUnits = (store: Store, periodCode: string): Unit[] =>
  store
    .prepare<[string], ExpectedUnitRow>(
      `SELECT ${expectedColumns} FROM period JOIN expected_unit ON expected_unit.period = period.key JOIN unit ON unit.key = expected_unit.unit
       WHERE period.code = ? ORDER BY expected_unit.rank, unit.code`,
    )
    .all(periodCode)
    .map(toExpectedUnit)

/** Refuses with `unit.not_found` when the period does not expect this unit. */
export function getExpectedUnit(store: Store, periodCode: string, unitCode: string): Unit {
  const row = store
    .prepare<[string, string], ExpectedUnitRow>(
      `SELECT ${expectedColumns} FROM unit JOIN expected_unit ON expected_unit.unit = unit.key JOIN period ON period.key = expected_unit.period
       WHERE unit.code = ? AND period.code = ?`,
    )
    .get(unitCode, periodCode)
  if (!row) throw new AppError('unit.not_found', { unit: unitCode })
  return toExpectedUnit(row)
}

/** Fixes who is expected, with line, kind and rank of this moment. */
export function insertExpectedUnits(
  store: Store,
  periodCode: string,
  units: readonly Pick<Unit, 'code' | 'line' | 'kind' | 'rank'>[],
): void {
  const period = getPeriodKey(store, periodCode)
  const insert = store.prepare('INSERT INTO expected_unit (period, unit, line, kind, rank) SELECT ?, key, ?, ?, ? FROM unit WHERE code = ?')
  for (const unit of units) {
    const { changes } = insert.run(period, unit.line, unit.kind, unit.rank, unit.code)
    if (changes !== 1) throw new AppError('unit.not_found', { unit: unit.code })
  }
}

/** A denominator from an outside list: `value` is a whole number ≥ 0 of the field's unit of count. */
export type RegisteredCount = { unit: string; field: string; value: number }

export const listRegisteredCounts = (store: Store, periodCode: string): RegisteredCount[] =>
  store
    .prepare<[string], RegisteredCount>(
      `SELECT unit.code AS unit, field.code AS field, registered_count.value FROM period
       JOIN registered_count ON registered_count.period = period.key
       JOIN unit ON unit.key = registered_count.unit JOIN field ON field.key = registered_count.field
       WHERE period.code = ? ORDER BY unit.code, field.code`,
    )
    .all(periodCode)

/** Later lists replace single counts of earlier ones. */
export function upsertRegisteredCounts(store: Store, periodCode: string, counts: readonly RegisteredCount[]): void {
  const period = getPeriodKey(store, periodCode)
  const upsert = store.prepare(
    `INSERT INTO registered_count (period, unit, field, value) SELECT ?, unit.key, field.key, ? FROM unit, field WHERE unit.code = ? AND field.code = ?
     ON CONFLICT (period, unit, field) DO UPDATE SET value = excluded.value`,
  )
  for (const { unit, field, value } of counts) {
    const { changes } = upsert.run(period, value, unit, field)
    if (changes !== 1) throw new AppError('unit.not_found', { unit })
  }
}
