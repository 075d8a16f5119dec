import type { Store } from './database.ts'
import type { PooledIndicator } from './pooled-indicators.ts'

/**
 * Sums of a period straight from the figures of what counts, adjustments laid over: what the roll-ups must equal. An
 * adjustment counts where it lies over exactly the reported state and value it was made for, suspended or not yet.
 */

/** Total of the values, then how many units stand in each state, in the order of `cellStates`. */
export type FieldSums = { line: string; field: number; sums: readonly number[] }

/** Numerator, denominator, units reported, units for which the indicator is not applicable. */
export type IndicatorSums = { line: string; sums: readonly number[] }

/** State and field of a figure stand in the 13 low bits of one number, under a value of up to 40 bits: exact in a double. */
const stateSpan = 8
const fieldSpan = 1024
const valueUnit = stateSpan * fieldSpan

/**
 * By line and field key; only lines and fields that figures have. SQLite sorts all rows to group them, which takes twice
 * as long as handing each over as one number to be summed here.
 */
export function sumFields(store: Store, period: number): FieldSums[] {
  const blocks = Math.floor((store.pluck<[], number | null>('SELECT max(key) FROM field').get() ?? 0) / fieldSpan) + 1
  return listLines(store, period).flatMap((line) => {
    const deltas = listAdjustedFigures(store, period, line)
    return Array.from({ length: blocks }, (_, block) => sumBlock(store, { period, line, from: block * fieldSpan }, deltas)).flat()
  })
}

const listLines = (store: Store, period: number): string[] =>
  store.pluck<[number], string>('SELECT DISTINCT line FROM expected_unit WHERE period = ? ORDER BY line').all(period)

type Block = { period: number; line: string; from: number }

/** Expected units come first, so that a line of few units reads only theirs. */
const packedFigures = `SELECT ifnull(g.value, 0) * ${valueUnit} + (g.field - @from) * ${stateSpan} + g.state
  FROM expected_unit e CROSS JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
  CROSS JOIN figure g ON g.submission = s.key AND g.field BETWEEN @from AND @from + ${fieldSpan - 1}
  WHERE e.period = @period AND e.line = @line`

function sumBlock(store: Store, block: Block, adjusted: readonly AdjustedFigure[]): FieldSums[] {
  const totals = new Float64Array(valueUnit)
  const counts = new Int32Array(valueUnit)
  for (const packed of store.pluck<[Block], number>(packedFigures).all(block)) {
    const value = Math.floor(packed / valueUnit)
    const place = packed - value * valueUnit
    totals[place]! += value
    counts[place]! += 1
  }
  for (const { field, state, value, inEffect } of adjusted) {
    const place = (field - block.from) * stateSpan
    if (place < 0 || place >= valueUnit) continue
    totals[place]! += inEffect
    counts[place]! += 1
    totals[place + state]! -= value ?? 0
    counts[place + state]! -= 1
  }
  return Array.from({ length: fieldSpan }, (_, index): FieldSums => {
    const [first, last] = [index * stateSpan, index * stateSpan + 5]
    return {
      line: block.line,
      field: block.from + index,
      sums: [totals.subarray(first, last).reduce((sum, part) => sum + part, 0), ...counts.subarray(first, last)],
    }
  }).filter(({ sums }) => sums.some((part) => part !== 0))
}

type AdjustedFigure = { field: number; state: number; value: number | null; inEffect: number }

const listAdjustedFigures = (store: Store, period: number, line: string): AdjustedFigure[] =>
  store
    .prepare<[number, string], AdjustedFigure>(
      `SELECT a.field, g.state, g.value, a.value AS inEffect FROM adjustment a JOIN expected_unit e ON e.period = a.period AND e.unit = a.unit
       JOIN submission s ON s.period = a.period AND s.unit = a.unit AND s.state = 'effective' JOIN figure g ON g.submission = s.key AND g.field = a.field
       WHERE a.period = ? AND e.line = ? AND a.state = 'active' AND a.reported_state = g.state AND a.reported_value IS g.value`,
    )
    .all(period, line)

const adjustmentOver = (figure: string, adjustment: string, field: string): string =>
  `LEFT JOIN adjustment ${adjustment} ON ${adjustment}.period = e.period AND ${adjustment}.unit = e.unit AND ${adjustment}.field = ${field} AND ${adjustment}.state = 'active'
    AND ${adjustment}.reported_state = ${figure}.state AND ${adjustment}.reported_value IS ${figure}.value`

/** State 2 on either side takes the unit out; both counted (0 or 1) lets it in; a figure that is not there is blank. */
const indicatorSums = `SELECT coalesce(sum(iif(n < 2 AND d < 2, nv, 0)), 0), coalesce(sum(iif(n < 2 AND d < 2, dv, 0)), 0), coalesce(sum(n < 2 AND d < 2), 0), coalesce(sum(n = 2 OR d = 2), 0)
  FROM (SELECT iif(an.key IS NULL, ifnull(gn.state, 3), 0) AS n, iif(ad.key IS NULL, ifnull(gd.state, 3), 0) AS d,
      coalesce(an.value, gn.value, 0) AS nv, coalesce(ad.value, gd.value, 0) AS dv
    FROM expected_unit e CROSS JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
    LEFT JOIN figure gn ON gn.submission = s.key AND gn.field = @numerator ${adjustmentOver('gn', 'an', '@numerator')}
    LEFT JOIN figure gd ON gd.submission = s.key AND gd.field = @denominator ${adjustmentOver('gd', 'ad', '@denominator')}
    WHERE e.period = @period AND e.line = @line)`

/** One indicator's sums by line; only lines in which a unit is summed or the indicator not applicable. */
export function sumIndicator(store: Store, period: number, { numerator, denominator }: PooledIndicator): IndicatorSums[] {
  const statement = store.database.prepare<[Record<string, unknown>], number[]>(indicatorSums).raw()
  return listLines(store, period)
    .map((line) => ({ line, sums: statement.get({ period, line, numerator, denominator }) as number[] }))
    .filter(({ sums }) => sums.some((part) => part !== 0))
}
