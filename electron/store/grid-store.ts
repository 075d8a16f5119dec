import { cellStates, type Reading } from '../../shared/domain/figure.ts'
import type { SourceLine } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'

/** The expected units of a period in protocol order; `key` is the unit's in the store. */
export type GridUnit = { key: number; code: string; name: string; kind: string; line: SourceLine; rank: number; parent: string | null }

export const listGridUnits = (store: Store, period: number): GridUnit[] =>
  store
    .prepare<[number], GridUnit>(
      `SELECT u.key, u.code, u.name, e.kind, e.line, e.rank, u.parent FROM expected_unit e JOIN unit u ON u.key = e.unit
       WHERE e.period = ? ORDER BY e.rank, u.code`,
    )
    .all(period)

/** One unit's figures as two lists in one text each: a row per figure costs several times as long to hand over. */
export type GridRow = [unit: number, submission: number, fields: string | null, cells: string | null]

/** Figures as reported of the units after `after`, by unit key, at most `limit` units; unreadable ones without their text. */
export const listGridRows = (store: Store, request: { period: number; after: number; limit: number }): GridRow[] =>
  store.database
    .prepare<[typeof request], GridRow>(
      `SELECT s.unit, s.key, group_concat(g.field), group_concat(CASE g.state WHEN 0 THEN g.value WHEN 1 THEN 'n' WHEN 2 THEN 'x' WHEN 3 THEN 'b' ELSE 'u' END)
       FROM (SELECT s.unit, s.key FROM submission s JOIN expected_unit e ON e.period = s.period AND e.unit = s.unit
             WHERE s.period = @period AND s.state = 'effective' AND s.unit > @after ORDER BY s.unit LIMIT @limit) s
       LEFT JOIN figure g ON g.submission = s.key
       GROUP BY s.unit ORDER BY s.unit`,
    )
    .raw()
    .all(request)

/** What stands in the cells of a version that could not be read, by field key. */
export const listUnreadableTexts = (store: Store, submission: number): { field: number; raw: string | null }[] =>
  store
    .prepare<[number], { field: number; raw: string | null }>('SELECT field, raw FROM figure WHERE submission = ? AND state = 4')
    .all(submission)

/** Adjustments in force, each over exactly the reported state and value it was made for. */
export type AdjustedCell = { unit: number; field: number; value: number; reported: Reading; raw: string | null }

export const listAdjustedCells = (store: Store, period: number): AdjustedCell[] =>
  store
    .prepare<[number], { unit: number; field: number; value: number; state: number; reported: number | null; raw: string | null }>(
      `SELECT a.unit, a.field, a.value, g.state, g.value AS reported, g.raw FROM adjustment a
       JOIN submission s ON s.period = a.period AND s.unit = a.unit AND s.state = 'effective'
       JOIN figure g ON g.submission = s.key AND g.field = a.field
       WHERE a.period = ? AND a.state = 'active' AND a.reported_state = g.state AND a.reported_value IS g.value`,
    )
    .all(period)
    .map(({ unit, field, value, state, reported, raw }) => ({
      unit,
      field,
      value,
      reported: { state: cellStates[state]!, value: reported },
      raw,
    }))
