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

/** Findings of what counts or waits in a period; those that are gone are left out. */
export const listStandingFindings = (store: Store, period: number): StoredFinding[] =>
  store
    .prepare<[number], Row>(
      `SELECT d.id, d.rule, d.severity, d.state, u.code AS unit, d.submission, d.subject, d.counterpart, d.expected, d.actual, d.params, d.cells,
         r.sha256, r.kept_as AS keptAs
       FROM finding d LEFT JOIN unit u ON u.key = d.unit LEFT JOIN submission s ON s.key = d.submission LEFT JOIN received_file r ON r.sha256 = s.sha256
       WHERE d.period = ? AND d.state <> 'gone'`,
    )
    .all(period)
    .map(({ sha256, keptAs, params, cells, ...row }) => ({
      ...row,
      params: JSON.parse(params) as SubmissionFinding['params'],
      cells: JSON.parse(cells) as readonly CellReference[],
      file: sha256 === null || keptAs === null ? null : { sha256, keptAs },
    }))

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
