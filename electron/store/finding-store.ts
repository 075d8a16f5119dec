import type { CellReference, FindingState, Severity, SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Store } from './database.ts'

/** A finding of one submission as stored; `file` = the submission's kept file, null where there is none. */
export type StoredFinding = SubmissionFinding & {
  id: string
  state: FindingState
  unit: string | null
  submission: number | null
  file: { sha256: string; keptAs: string } | null
}

type Row = {
  id: string
  rule: SubmissionFinding['rule']
  severity: Severity
  state: FindingState
  unit: string | null
  submission: number | null
  subject: string | null
  counterpart: string | null
  expected: string | null
  actual: string | null
  params: string
  cells: string
  sha256: string | null
  keptAs: string | null
}

/** Null and absent bounds let everything through. */
export type FindingBounds = { unit?: string | undefined; severity?: Severity | undefined }

/**
 * Findings of what counts or waits in a period; those that are gone are left out. Of units with an adjustment in force
 * every severity is given, because what is said of them is looked at again.
 */
export const listStandingFindings = (store: Store, period: number, { unit, severity }: FindingBounds = {}): StoredFinding[] =>
  store
    .prepare<[{ period: number; unit: string | null; severity: Severity | null }], Row>(
      `SELECT d.id, d.rule, d.severity, d.state, u.code AS unit, d.submission, d.subject, d.counterpart, d.expected, d.actual, d.params, d.cells,
         r.sha256, r.kept_as AS keptAs
       FROM finding d LEFT JOIN unit u ON u.key = d.unit LEFT JOIN submission s ON s.key = d.submission LEFT JOIN received_file r ON r.sha256 = s.sha256
       WHERE d.period = @period AND d.state <> 'gone' AND (@unit IS NULL OR u.code = @unit) AND (@severity IS NULL OR d.severity = @severity
         OR EXISTS (SELECT 1 FROM adjustment a WHERE a.period = d.period AND a.unit = d.unit AND a.state = 'active'))`,
    )
    .all({ period, unit: unit ?? null, severity: severity ?? null })
    .map(({ sha256, keptAs, params, cells, ...row }) => ({
      ...row,
      params: JSON.parse(params) as SubmissionFinding['params'],
      cells: JSON.parse(cells) as readonly CellReference[],
      file: sha256 === null || keptAs === null ? null : { sha256, keptAs },
    }))

/** Open findings of a period by level, without those of units that have an adjustment in force. */
export const countOpenFindings = (store: Store, period: number): { severity: Severity; count: number }[] =>
  store
    .prepare<[number], { severity: Severity; count: number }>(
      `SELECT d.severity, count(*) AS count FROM finding d WHERE d.period = ? AND d.state IN ('open', 'asked')
         AND NOT EXISTS (SELECT 1 FROM adjustment a WHERE a.period = d.period AND a.unit = d.unit AND a.state = 'active') GROUP BY d.severity`,
    )
    .all(period)

/** Codes of the units that have an adjustment in force. */
export const listAdjustedUnits = (store: Store, period: number): string[] =>
  store
    .pluck<[number], string>(
      "SELECT DISTINCT u.code FROM adjustment a JOIN unit u ON u.key = a.unit WHERE a.period = ? AND a.state = 'active' ORDER BY u.code",
    )
    .all(period)

/** What a person can look for in a finding. */
export type SearchedFinding = Pick<StoredFinding, 'id' | 'rule' | 'severity' | 'unit' | 'subject' | 'params'>

/** What is still open in a period, some at a time, by id from the one after `after`. */
export const listOpenFindingsAfter = (store: Store, period: number, after: string, limit: number): SearchedFinding[] =>
  store
    .prepare<[number, string, number], Omit<SearchedFinding, 'params'> & { params: string }>(
      `SELECT d.id, d.rule, d.severity, u.code AS unit, d.subject, d.params FROM finding d LEFT JOIN unit u ON u.key = d.unit
       WHERE d.period = ? AND d.id > ? AND d.state IN ('open', 'asked') ORDER BY d.id LIMIT ?`,
    )
    .all(period, after, limit)
    .map((row) => ({ ...row, params: JSON.parse(row.params) as SubmissionFinding['params'] }))
