import type { CellState } from '../../shared/domain/figure.ts'
import type { SourceLine } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'
import type { UncountedUnit } from './line-survey.ts'

/** Reads what consolidation needs: sums from the roll-ups, details only of units that are missing. */

export type LinePool = {
  line: SourceLine
  indicator: string
  numerator: number
  denominator: number
  reported: number
  notApplicable: number
}

export const listLinePools = (store: Store, period: number): LinePool[] =>
  store
    .prepare<[number], LinePool>(
      'SELECT line, indicator, numerator, denominator, reported, not_applicable AS notApplicable FROM indicator_rollup WHERE period = ?',
    )
    .all(period)

/** How many units of each line stand in which state, and the sum of the values. */
export type FieldSum = { line: SourceLine; field: string; total: number; counts: Readonly<Record<CellState, number>> }

export const listFieldSums = (store: Store, period: number): FieldSum[] =>
  store
    .prepare<[number], { line: SourceLine; field: string; total: number } & Record<CellState, number>>(
      `SELECT r.line, f.code AS field, r.total, r.value_count AS value, r.nil_count AS nil, r.not_applicable_count AS not_applicable,
         r.blank_count AS blank, r.unreadable_count AS unreadable
       FROM figure_rollup r JOIN field f ON f.key = r.field WHERE r.period = ?`,
    )
    .all(period)
    .map(({ line, field, total, ...counts }) => ({ line, field, total, counts }))

export const countExpectedByLine = (store: Store, period: number): Map<SourceLine, number> =>
  new Map(
    store
      .prepare<[number], { line: SourceLine; units: number }>(
        'SELECT line, count(*) AS units FROM expected_unit WHERE period = ? GROUP BY line',
      )
      .all(period)
      .map(({ line, units }) => [line, units]),
  )

/** Expected units of a line for which no version counts. */
export const listUnsentUnits = (store: Store, period: number, line: SourceLine): UncountedUnit[] =>
  store
    .prepare<[number, string], UncountedUnit>(
      `SELECT e.unit, e.kind, NULL AS reported FROM expected_unit e WHERE e.period = ? AND e.line = ? AND NOT EXISTS (
         SELECT 1 FROM submission s WHERE s.period = e.period AND s.unit = e.unit AND s.state = 'effective') ORDER BY e.unit`,
    )
    .all(period, line)

/** Counts of one unit that were registered for a period, by field key. */
export const mapRegisteredCounts = (store: Store, period: number, unit: number): Map<number, number> =>
  toCounts(
    store
      .prepare<[number, number], FieldCount>('SELECT field, value FROM registered_count WHERE period = ? AND unit = ?')
      .all(period, unit),
  )

/** Keys of the periods with an earlier cut-off, the latest first. */
export const listEarlierPeriods = (store: Store, period: number): number[] =>
  store
    .pluck<[number], number>(
      'SELECT p.key FROM period now JOIN period p ON p.cut_off < now.cut_off WHERE now.key = ? ORDER BY p.cut_off DESC, p.code DESC',
    )
    .all(period)

/** What one unit reported in a period, by field key: the value in effect, or 0 for nil. Asked once for all fields, because a join costs more to start than to run. */
export const mapCountsInEffect = (store: Store, period: number, unit: number): Map<number, number> =>
  toCounts(
    store
      .prepare<[number, number], FieldCount>(
        `SELECT g.field, coalesce(a.value, g.value, 0) AS value FROM submission s CROSS JOIN figure g ON g.submission = s.key
         LEFT JOIN adjustment a ON a.period = s.period AND a.unit = s.unit AND a.field = g.field AND a.state = 'active'
         WHERE s.period = ? AND s.unit = ? AND s.state = 'effective' AND (g.state < 2 OR a.key IS NOT NULL)`,
      )
      .all(period, unit),
  )

type FieldCount = { field: number; value: number }

const toCounts = (rows: readonly FieldCount[]): Map<number, number> => new Map(rows.map(({ field, value }) => [field, value]))

/** Where a commune's row in another line's workbook differs from what the commune itself reports, both counted. */
export type CommuneDifference = {
  line: SourceLine
  unit: string
  unitName: string
  field: string
  own: number
  ownSheet: string
  ownCell: string
  ownSha256: string
  other: number
  otherUnit: string
  otherSheet: string
  otherRow: number
  otherSha256: string
}

export const listCommuneDifferences = (store: Store, period: number): CommuneDifference[] =>
  store
    .prepare<[number], CommuneDifference>(
      `SELECT * FROM (
         SELECT e.line, u.code AS unit, u.name AS unitName, f.code AS field, coalesce(a.value, g.value, 0) AS own, c.sheet AS ownSheet, g.cell AS ownCell,
           t.sha256 AS ownSha256, coalesce(m.value, 0) AS other, r.code AS otherUnit, mc.sheet AS otherSheet, m.row AS otherRow, s.sha256 AS otherSha256
         FROM expected_unit e JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
         JOIN unit r ON r.key = e.unit
         JOIN commune_figure m ON m.submission = s.key AND m.state < 2
         JOIN cell_form mc ON mc.key = m.form
         JOIN unit u ON u.code = m.unit
         JOIN expected_unit x ON x.period = e.period AND x.unit = u.key AND x.line <> e.line
         JOIN submission t ON t.period = e.period AND t.unit = u.key AND t.state = 'effective'
         JOIN figure g ON g.submission = t.key AND g.field = m.field
         JOIN cell_form c ON c.key = g.form JOIN field f ON f.key = m.field
         LEFT JOIN adjustment a ON a.period = e.period AND a.unit = u.key AND a.field = m.field AND a.state = 'active'
         WHERE e.period = ? AND (g.state < 2 OR a.key IS NOT NULL))
       WHERE own <> other ORDER BY unit, field, otherUnit`,
    )
    .all(period)

/** How many expected units of another line have a legible row for a field in this line's workbooks. */
export const listCommuneRowCounts = (store: Store, period: number): { line: SourceLine; field: string; of: SourceLine; units: number }[] =>
  store
    .prepare<[number], { line: SourceLine; field: string; of: SourceLine; units: number }>(
      `SELECT e.line, f.code AS field, x.line AS "of", count(DISTINCT m.unit) AS units
       FROM expected_unit e JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
       JOIN commune_figure m ON m.submission = s.key AND m.state < 3 JOIN field f ON f.key = m.field
       JOIN unit u ON u.code = m.unit JOIN expected_unit x ON x.period = e.period AND x.unit = u.key AND x.line <> e.line
       WHERE e.period = ? GROUP BY e.line, f.code, x.line`,
    )
    .all(period)

/** What other lines' workbooks say of one commune; the first workbook by unit code speaks for its line. */
export const listCommuneReadingsOf = (
  store: Store,
  period: number,
  commune: string,
): { line: SourceLine; field: string; state: number; value: number | null }[] =>
  store
    .prepare<[string, number], { line: SourceLine; field: string; state: number; value: number | null }>(
      `SELECT e.line, f.code AS field, m.state, m.value FROM expected_unit e
       JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
       JOIN commune_figure m ON m.submission = s.key AND m.unit = ? JOIN field f ON f.key = m.field JOIN unit u ON u.key = e.unit
       WHERE e.period = ? ORDER BY u.code, m.field`,
    )
    .all(commune, period)

export type LineCell = { field: string; sha256: string; sheet: string; cell: string }

/** The cells of every field in the versions of a line that count; for lines of few units. */
export const listLineCells = (store: Store, period: number, line: SourceLine): LineCell[] =>
  store
    .prepare<[number, string], LineCell>(
      `SELECT f.code AS field, s.sha256, c.sheet, g.cell FROM expected_unit e
       CROSS JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
       JOIN figure g ON g.submission = s.key JOIN field f ON f.key = g.field JOIN cell_form c ON c.key = g.form
       WHERE e.period = ? AND e.line = ? ORDER BY e.rank, e.unit`,
    )
    .all(period, line)
