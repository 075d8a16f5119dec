import type { Store } from './database.ts'
import { listPooledIndicators } from './pooled-indicators.ts'
import { getPeriodKey, listPeriods } from './period-store.ts'
import { fieldCodes } from './programme-store.ts'
import { sumFields, sumIndicator } from './sum-figures.ts'

/** A sum that is not what its figures give. `name` = bare field code or indicator code. */
export type RollupDifference = { period: string; line: string; name: string; stored: readonly number[]; computed: readonly number[] }

type Sums = Map<string, readonly number[]>

const isNonZero = (numbers: readonly number[]): boolean => numbers.some((number) => number !== 0)

/** Sums in effect of a period, straight from the figures: by `line field`, total and how many units stand in which state. */
export function computeFieldSums(store: Store, period: number): Sums {
  const codes = fieldCodes(store)
  return new Map(sumFields(store, period).map(({ line, field, sums }) => [`${line} ${codes.get(field) ?? field}`, sums]))
}

function computeIndicatorSums(store: Store, period: number): Sums {
  const found = listPooledIndicators(store, period).flatMap((indicator) =>
    sumIndicator(store, period, indicator).map(({ line, sums }) => [`${line} ${indicator.code}`, sums] as const),
  )
  return new Map(found)
}

function storedSums(store: Store, period: number): { fields: Sums; indicators: Sums } {
  const fields = store.database
    .prepare(
      `SELECT r.line, f.code, total, value_count, nil_count, not_applicable_count, blank_count, unreadable_count
       FROM figure_rollup r JOIN field f ON f.key = r.field WHERE r.period = ?`,
    )
    .raw()
    .all(period) as [string, string, ...number[]][]
  const indicators = store.database
    .prepare('SELECT line, indicator, numerator, denominator, reported, not_applicable FROM indicator_rollup WHERE period = ?')
    .raw()
    .all(period) as [string, string, ...number[]][]
  const sums = (rows: [string, string, ...number[]][]): Sums =>
    new Map(rows.map(([line, code, ...numbers]) => [`${line} ${code}`, numbers]))
  return { fields: sums(fields), indicators: sums(indicators) }
}

/** Every sum of every period that its figures do not give; empty when the roll-ups are right. Reads all figures that count. */
export const diffRollups = (store: Store): RollupDifference[] => listPeriods(store).flatMap(({ code }) => diffRollupsOf(store, code))

/** The same for one period, so that a long audit can give way between two. */
export function diffRollupsOf(store: Store, period: string): RollupDifference[] {
  const key = getPeriodKey(store, period)
  const stored = storedSums(store, key)
  return [
    ...diffSums(period, stored.fields, computeFieldSums(store, key)),
    ...diffSums(period, stored.indicators, computeIndicatorSums(store, key)),
  ]
}

function diffSums(period: string, stored: Sums, computed: Sums): RollupDifference[] {
  return [...new Set([...stored.keys(), ...computed.keys()])].toSorted().flatMap((key) => {
    const [was, is] = [stored.get(key) ?? [], computed.get(key) ?? []]
    // A row of zeros and no row say the same.
    const isSame = was.length === is.length ? was.every((number, index) => number === is[index]) : !isNonZero(was) && !isNonZero(is)
    const [line, name] = key.split(' ')
    return isSame ? [] : [{ period, line: line!, name: name!, stored: was, computed: is }]
  })
}

/** Writes the sums of a period anew from its figures, in the caller's transaction. */
export function recomputeRollups(store: Store, periodCode: string): void {
  const period = getPeriodKey(store, periodCode)
  store.prepare('DELETE FROM figure_rollup WHERE period = ?').run(period)
  store.prepare('DELETE FROM indicator_rollup WHERE period = ?').run(period)
  const insertField = store.prepare(
    `INSERT INTO figure_rollup (period, line, field, total, value_count, nil_count, not_applicable_count, blank_count, unreadable_count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { line, field, sums } of sumFields(store, period)) insertField.run(period, line, field, ...sums)
  const insert = store.prepare(
    'INSERT INTO indicator_rollup (period, line, indicator, numerator, denominator, reported, not_applicable) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [key, numbers] of computeIndicatorSums(store, period)) {
    const [line, indicator] = key.split(' ')
    insert.run(period, line, indicator, ...numbers)
  }
}
