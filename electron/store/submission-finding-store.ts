import { hash } from 'node:crypto'
import type { Id } from '../../shared/domain/identity.ts'
import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Store } from './database.ts'
import { getPeriodKey } from './period-store.ts'
import { getUnitKey } from './unit-store.ts'

/** Whose findings: `counterpart` stands in for what tells two files apart while neither has a unit. */
export type FindingOwner = { period: string; unit: string | null; submission: number }

/** The same trouble keeps its id through every version: SHA-256 over period, rule, unit, subject and counterpart, first 128 bits. Hex. */
export const findingId = (period: string, unit: string | null, finding: Pick<SubmissionFinding, 'rule' | 'subject' | 'counterpart'>): Id =>
  hash('sha256', JSON.stringify([period, finding.rule, unit, finding.subject, finding.counterpart]), 'hex').slice(0, 32)

/**
 * Records what one version shows. A finding that was settled stays settled while its cells say the same; otherwise, and
 * when it had gone, it is open again.
 */
export function upsertSubmissionFindings(store: Store, owner: FindingOwner, findings: readonly SubmissionFinding[]): void {
  const period = getPeriodKey(store, owner.period)
  const unit = owner.unit === null ? null : getUnitKey(store, owner.unit)
  const upsert = store.prepare(
    `INSERT INTO finding (period, id, rule, severity, state, unit, submission, receipt, subject, counterpart, expected, actual, params, cells)
     VALUES (@period, @id, @rule, @severity, 'open', @unit, @submission, NULL, @subject, @counterpart, @expected, @actual, @params, @cells)
     ON CONFLICT (period, id) DO UPDATE SET severity = excluded.severity, submission = excluded.submission, expected = excluded.expected,
       actual = excluded.actual, params = excluded.params, cells = excluded.cells,
       state = CASE WHEN state IN ('asked', 'kept', 'waived') AND expected IS excluded.expected AND actual IS excluded.actual THEN state ELSE 'open' END`,
  )
  for (const finding of findings)
    upsert.run({
      period,
      id: findingId(owner.period, owner.unit, finding),
      rule: finding.rule,
      severity: finding.severity,
      unit,
      submission: owner.submission,
      subject: finding.subject,
      counterpart: finding.counterpart,
      expected: finding.expected,
      actual: finding.actual,
      params: JSON.stringify(finding.params),
      cells: JSON.stringify(finding.cells),
    })
}

/** What is still to be checked in what one version says, weightiest first. */
export const listOpenFindingsOfSubmission = (store: Store, submission: Id): Pick<SubmissionFinding, 'rule' | 'params' | 'cells'>[] =>
  store
    .prepare<[string], { rule: SubmissionFinding['rule']; params: string; cells: string }>(
      `SELECT d.rule, d.params, d.cells FROM finding d JOIN submission s ON s.key = d.submission
       WHERE s.id = ? AND d.state IN ('open', 'asked')
       ORDER BY CASE d.severity WHEN 'blocking' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, d.rule, d.subject`,
    )
    .all(submission)
    .map(({ rule, params, cells }) => ({
      rule,
      params: JSON.parse(params) as SubmissionFinding['params'],
      cells: JSON.parse(cells) as SubmissionFinding['cells'],
    }))

/** What one version showed no longer stands: it does not count, or its question is answered. Settlements stay as they are. */
export const closeSubmissionFindings = (store: Store, submission: number): void =>
  void store.prepare("UPDATE finding SET state = 'gone' WHERE submission = ? AND state IN ('open', 'asked')").run(submission)

/** What these rules said of one version no longer stands, but for the findings that are named. */
export const closeFindingsOfRules = (store: Store, submission: number, rules: readonly string[], but: readonly Id[]): void =>
  void store
    .prepare<[number, string, string]>(
      `UPDATE finding SET state = 'gone' WHERE submission = ? AND state IN ('open', 'asked') AND rule IN (SELECT value FROM json_each(?))
         AND id NOT IN (SELECT value FROM json_each(?))`,
    )
    .run(submission, JSON.stringify(rules), JSON.stringify(but))

/** A finding on which a person has spoken. */
export type SettledFinding = Pick<SubmissionFinding, 'rule' | 'subject' | 'params'> & { id: Id; state: 'asked' | 'kept' | 'waived' }

/** Of one unit in one period, by rule. */
export const listSettledFindings = (store: Store, period: string, unit: string): SettledFinding[] =>
  store
    .prepare<[string, string], Omit<SettledFinding, 'params'> & { params: string }>(
      `SELECT d.id, d.rule, d.subject, d.params, d.state FROM finding d JOIN period p ON p.key = d.period JOIN unit u ON u.key = d.unit
       WHERE p.code = ? AND u.code = ? AND d.state IN ('asked', 'kept', 'waived') ORDER BY d.rule, d.subject`,
    )
    .all(period, unit)
    .map((row) => ({ ...row, params: JSON.parse(row.params) as SubmissionFinding['params'] }))
