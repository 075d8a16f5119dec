import type { Store } from './database.ts'
import { listPooledIndicators } from './pooled-indicators.ts'
import { getPeriodKey, listPeriods } from './period-store.ts'

/** A sum that is not what its figures give. `name` = bare field code or indicator code. */
export type RollupDifference = { period: string; line: string; name: string; stored: readonly number[]; computed: readonly number[] }

/** In effect: what counts in a period, adjustments laid over. Columns: line, unit, field, state, value. */
const inEffect = `SELECT e.line, e.unit, g.field,
    CASE WHEN a.key IS NULL THEN g.state ELSE 0 END AS state, CASE WHEN a.key IS NULL THEN g.value ELSE a.value END AS value
  FROM expected_unit e JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
  JOIN figure g ON g.submission = s.key
  LEFT JOIN adjustment a ON a.period = e.period AND a.unit = e.unit AND a.field = g.field AND a.state = 'active'
    AND a.reported_state = g.state AND a.reported_value IS g.value
  WHERE e.period = @period`

const fieldSums = `SELECT line, field, coalesce(sum(value), 0), sum(state = 0), sum(state = 1), sum(state = 2), sum(state = 3), sum(state = 4)
  FROM (${inEffect}) GROUP BY line, field`

/** State 2 on either side takes the unit out; both counted (0 or 1) lets it in. */
const indicatorSums = `SELECT line, sum(iif(n < 2 AND d < 2, nv, 0)), sum(iif(n < 2 AND d < 2, dv, 0)), sum(n < 2 AND d < 2), sum(n = 2 OR d = 2)
  FROM (SELECT line, unit, coalesce(max(iif(field = @numerator, state, NULL)), 3) AS n,
      coalesce(max(iif(field = @denominator, state, NULL)), 3) AS d, coalesce(max(iif(field = @numerator, value, NULL)), 0) AS nv,
      coalesce(max(iif(field = @denominator, value, NULL)), 0) AS dv
    FROM (${inEffect.replace('?', '@period')} AND g.field IN (@numerator, @denominator)) GROUP BY line, unit) GROUP BY line`

type Sums = Map<string, readonly number[]>

const isNonZero = (numbers: readonly number[]): boolean => numbers.some((number) => number !== 0)

/** Sums in effect of a period, straight from the figures: by `line field`, total and how many units stand in which state. */
export function computeFieldSums(store: Store, period: number): Sums {
  const codes = store.database.prepare('SELECT key, code FROM field').raw().all() as [number, string][]
  const codeOf = new Map(codes)
  const rows = store.database.prepare(fieldSums).raw().all({ period }) as [string, number, ...number[]][]
  return new Map(rows.map(([line, field, ...numbers]) => [`${line} ${codeOf.get(field) ?? field}`, numbers]))
}

function computeIndicatorSums(store: Store, period: number): Sums {
  const statement = store.database.prepare(indicatorSums).raw()
  return new Map(
    listPooledIndicators(store, period).flatMap(({ code, numerator, denominator }) =>
      (statement.all({ period, numerator, denominator }) as [string, ...number[]][]).map(([line, ...numbers]): [string, readonly number[]] => [`${line} ${code}`, numbers]),
    ),
  )
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
  const sums = (rows: [string, string, ...number[]][]): Sums => new Map(rows.map(([line, code, ...numbers]) => [`${line} ${code}`, numbers]))
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
  store.prepare(`INSERT INTO figure_rollup SELECT @period, * FROM (${fieldSums.replace('?', '@period')})`).run({ period })
  const insert = store.prepare('INSERT INTO indicator_rollup (period, line, indicator, numerator, denominator, reported, not_applicable) VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const [key, numbers] of computeIndicatorSums(store, period)) {
    const [line, indicator] = key.split(' ')
    insert.run(period, line, indicator, ...numbers)
  }
}
