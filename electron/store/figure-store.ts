import { cellStates, type Reading } from '../../shared/domain/figure.ts'
import type { Store } from './database.ts'

/** Reported figures of the version that counts, with active adjustments laid over them. */

type Row = { field: string; state: number; value: number | null; adjusted: number | null }

/**
 * Readings in effect of one unit in one period by field code; empty when no version counts. An adjustment in force
 * gives its value over exactly what it was made for; a suspended one is not applied.
 */
export function listReadingsInEffect(store: Store, period: string, unit: string): Map<string, Reading> {
  const rows = store
    .prepare<[string, string], Row>(
      `SELECT f.code AS field, g.state, g.value, a.value AS adjusted
       FROM period p JOIN submission s ON s.period = p.key AND s.state = 'effective' JOIN unit u ON u.key = s.unit
       JOIN figure g ON g.submission = s.key JOIN field f ON f.key = g.field
       LEFT JOIN adjustment a ON a.period = p.key AND a.unit = u.key AND a.field = g.field AND a.state = 'active'
         AND a.reported_state = g.state AND a.reported_value IS g.value
       WHERE p.code = ? AND u.code = ? ORDER BY g.field`,
    )
    .all(period, unit)
  return new Map(
    rows.map((row): [string, Reading] => [
      row.field,
      row.adjusted === null ? { state: cellStates[row.state]!, value: row.value } : { state: 'value', value: row.adjusted },
    ]),
  )
}

/** Σ numerator and Σ denominator per indicator of one line, as the roll-up holds them. */
export function listIndicatorSums(store: Store, period: string, line: string): Record<string, { numerator: number; denominator: number }> {
  const rows = store
    .prepare<[string, string], { indicator: string; numerator: number; denominator: number }>(
      `SELECT r.indicator, r.numerator, r.denominator FROM indicator_rollup r JOIN period p ON p.key = r.period WHERE p.code = ? AND r.line = ?`,
    )
    .all(period, line)
  return Object.fromEntries(rows.map(({ indicator, numerator, denominator }) => [indicator, { numerator, denominator }]))
}
