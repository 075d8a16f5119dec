import { cellStates, type CellState, type Reading } from '../../shared/domain/figure.ts'
import type { Store } from './database.ts'
import { suspendStaleAdjustments } from './adjustment-store.ts'
import { listPooledIndicators, type PooledIndicator } from './pooled-indicators.ts'

/** Integer keys of the period and unit that a change belongs to. */
export type RollupTarget = { period: number; unit: number }

type KeyedReading = Reading & { field: number }

/**
 * Moves the sums of a period from one version of a unit to the next, in the caller's transaction; null = none counts.
 * Call it after the submission's state is written. Adjustments that no longer fit what is reported are suspended here
 * and nowhere else has to think of it; gives their ids, for the journal. Work is proportional to the fields of one unit.
 */
export function applyToRollup(store: Store, target: RollupTarget, before: number | null, after: number | null): string[] {
  moveRollup(
    store,
    target,
    before === null ? [] : listKeyedReadings(store, target, before),
    after === null ? [] : listKeyedReadings(store, target, after),
  )
  return suspendStaleAdjustments(store, target.period, target.unit)
}

/** Runs `change` on the adjustments of a unit and moves the sums with them, in the caller's transaction. */
export function applyAdjustmentsToRollup<Result>(store: Store, target: RollupTarget, submission: number, change: () => Result): Result {
  const before = listKeyedReadings(store, target, submission)
  const result = change()
  moveRollup(store, target, before, listKeyedReadings(store, target, submission))
  return result
}

/**
 * One version's readings in effect: an adjustment lies over exactly the reported state and value it was made for. That
 * makes a version's share of the sums independent of whether a stale adjustment is marked as suspended yet.
 */
function listKeyedReadings(store: Store, { period, unit }: RollupTarget, submission: number): KeyedReading[] {
  return store
    .prepare<[number, number, number], { field: number; state: number; value: number | null; adjusted: number | null }>(
      `SELECT g.field, g.state, g.value, a.value AS adjusted FROM figure g
       LEFT JOIN adjustment a ON a.period = ? AND a.unit = ? AND a.field = g.field AND a.state = 'active'
         AND a.reported_state = g.state AND a.reported_value IS g.value
       WHERE g.submission = ?`,
    )
    .all(period, unit, submission)
    .map(({ field, state, value, adjusted }) =>
      adjusted === null ? { field, state: cellStates[state]!, value } : { field, state: 'value', value: adjusted },
    )
}

function moveRollup(store: Store, { period, unit }: RollupTarget, before: readonly KeyedReading[], after: readonly KeyedReading[]): void {
  const line = store.pluck<[number, number], string>('SELECT line FROM expected_unit WHERE period = ? AND unit = ?').get(period, unit)
  // A unit that the period does not expect counts nowhere.
  if (line === undefined) return
  moveFigures(store, period, line, before, after)
  moveIndicators(store, period, line, before, after)
}

const stateColumns = { value: 1, nil: 2, not_applicable: 3, blank: 4, unreadable: 5 } as const satisfies Record<CellState, number>

function moveFigures(store: Store, period: number, line: string, before: readonly KeyedReading[], after: readonly KeyedReading[]): void {
  const moves = new Map<number, number[]>()
  const add = (reading: KeyedReading, sign: 1 | -1): void => {
    let move = moves.get(reading.field)
    if (!move) moves.set(reading.field, (move = [0, 0, 0, 0, 0, 0]))
    move[0]! += sign * (reading.value ?? 0)
    move[stateColumns[reading.state]]! += sign
  }
  for (const reading of before) add(reading, -1)
  for (const reading of after) add(reading, 1)
  const upsert = store.prepare(
    `INSERT INTO figure_rollup (period, line, field, total, value_count, nil_count, not_applicable_count, blank_count, unreadable_count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (period, line, field) DO UPDATE SET total = total + excluded.total, value_count = value_count + excluded.value_count,
       nil_count = nil_count + excluded.nil_count, not_applicable_count = not_applicable_count + excluded.not_applicable_count,
       blank_count = blank_count + excluded.blank_count, unreadable_count = unreadable_count + excluded.unreadable_count`,
  )
  for (const [field, move] of [...moves].toSorted(([a], [b]) => a - b))
    if (move.some((part) => part !== 0)) upsert.run(period, line, field, ...move)
}

type Share = { numerator: number; denominator: number; reported: number; notApplicable: number }

/** The same rule as `poolUnit` of the pure rules; `diffRollups` and a test hold the two together. */
function shareOf(readings: ReadonlyMap<number, Reading>, { numerator, denominator }: PooledIndicator): Share {
  const [top, bottom] = [readings.get(numerator), readings.get(denominator)]
  if (top?.state === 'not_applicable' || bottom?.state === 'not_applicable')
    return { numerator: 0, denominator: 0, reported: 0, notApplicable: 1 }
  const [above, below] = [counted(top), counted(bottom)]
  return above === null || below === null
    ? { numerator: 0, denominator: 0, reported: 0, notApplicable: 0 }
    : { numerator: above, denominator: below, reported: 1, notApplicable: 0 }
}

const counted = (reading: Reading | undefined): number | null =>
  reading?.state === 'value' ? reading.value : reading?.state === 'nil' ? 0 : null

function moveIndicators(store: Store, period: number, line: string, before: readonly KeyedReading[], after: readonly KeyedReading[]): void {
  const byField = (readings: readonly KeyedReading[]): ReadonlyMap<number, Reading> =>
    new Map(readings.map((reading) => [reading.field, reading]))
  const [old, next] = [byField(before), byField(after)]
  const upsert = store.prepare(
    `INSERT INTO indicator_rollup (period, line, indicator, numerator, denominator, reported, not_applicable) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (period, line, indicator) DO UPDATE SET numerator = numerator + excluded.numerator, denominator = denominator + excluded.denominator,
       reported = reported + excluded.reported, not_applicable = not_applicable + excluded.not_applicable`,
  )
  for (const indicator of listPooledIndicators(store, period)) {
    const [was, is] = [shareOf(old, indicator), shareOf(next, indicator)]
    const move = [
      is.numerator - was.numerator,
      is.denominator - was.denominator,
      is.reported - was.reported,
      is.notApplicable - was.notApplicable,
    ]
    if (move.some((part) => part !== 0)) upsert.run(period, line, indicator.code, ...move)
  }
}
