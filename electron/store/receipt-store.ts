import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Channel, Outcome, SubmissionState } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'
import { indexFileName } from './text-search-store.ts'

/** One file that arrived, whatever became of it. `findings` is JSON as the import wrote it. */
export type Receipt = {
  id: Id
  period: string
  path: string
  sha256: string | null
  outcome: Outcome
  unit: string | null
  submission: Id | null
  receivedAt: Instant
  channel: Channel
  importedAt: Instant
  actor: string
  findings: string
}

/** With its name among what can be searched for. */
export function insertReceipt(store: Store, receipt: Receipt): void {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO receipt (id, period, path, sha256, outcome, unit, submission, received_at, channel, imported_at, actor, findings)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @path, @sha256, @outcome, (SELECT key FROM unit WHERE code = @unit),
         (SELECT key FROM submission WHERE id = @submission), @receivedAt, @channel, @importedAt, @actor, @findings)`,
    )
    .run(receipt)
  indexFileName(store, Number(lastInsertRowid))
}

const select = `SELECT r.id, p.code AS period, r.path, r.sha256, r.outcome, u.code AS unit, s.id AS submission, r.received_at AS receivedAt,
    r.channel, r.imported_at AS importedAt, r.actor, r.findings
  FROM receipt r JOIN period p ON p.key = r.period LEFT JOIN unit u ON u.key = r.unit LEFT JOIN submission s ON s.key = r.submission`

/** The last time this path brought these bytes. */
export const findReceipt = (store: Store, period: string, path: string, sha256: string | null): Receipt | undefined =>
  store
    .prepare<[string, string, string | null], Receipt>(
      `${select} WHERE p.code = ? AND r.path = ? AND r.sha256 IS ? ORDER BY r.key DESC LIMIT 1`,
    )
    .get(period, path, sha256)

/** The receipts that brought one version. */
export const listReceiptsOfSubmission = (store: Store, submission: Id): Receipt[] =>
  store.prepare<[string], Receipt>(`${select} WHERE s.id = ? ORDER BY r.key`).all(submission)

/** What a person looks for in what was received; a file that still waits here is in none of them. */
export type ReceiptGroup = 'received' | 'attached' | 'rejected'

/** A receipt with what its version has become; `toCheck` = open findings in what it says. */
export type ReceiptStanding = Receipt & {
  submissionState: SubmissionState | null
  submissionPeriod: string | null
  submissionUnit: string | null
  toCheck: number
}

const groupOf = `CASE WHEN r.outcome = 'held' THEN CASE WHEN s.state = 'held' AND s.period = r.period THEN 'waiting' ELSE 'received' END
    WHEN r.outcome = 'duplicate' OR r.outcome = 'imported' THEN 'received' ELSE r.outcome END`

const ofPeriod = `FROM receipt r LEFT JOIN submission s ON s.key = r.submission
  WHERE r.period = (SELECT key FROM period WHERE code = @period)
    AND (@unit IS NULL OR COALESCE(r.unit, s.unit) = (SELECT key FROM unit WHERE code = @unit))`

/** How many of each group a period has, of one unit where one is named. */
export function countReceipts(store: Store, of: { period: string; unit: string | null }): Record<ReceiptGroup, number> {
  const counts = { received: 0, attached: 0, rejected: 0 }
  const rows = store
    .prepare<[typeof of], { name: string; count: number }>(`SELECT ${groupOf} AS name, COUNT(*) AS count ${ofPeriod} GROUP BY 1`)
    .all(of)
  for (const { name, count } of rows) if (name === 'received' || name === 'attached' || name === 'rejected') counts[name] = count
  return counts
}

const selectStanding = `SELECT r.id, p.code AS period, r.path, r.sha256, r.outcome, u.code AS unit, s.id AS submission, r.received_at AS receivedAt,
    r.channel, r.imported_at AS importedAt, r.actor, r.findings, s.state AS submissionState, sp.code AS submissionPeriod, su.code AS submissionUnit,
    (SELECT COUNT(*) FROM finding d WHERE d.submission = s.key AND d.state IN ('open', 'asked')) AS toCheck
  FROM receipt r JOIN period p ON p.key = r.period LEFT JOIN unit u ON u.key = r.unit LEFT JOIN submission s ON s.key = r.submission
    LEFT JOIN period sp ON sp.key = s.period LEFT JOIN unit su ON su.key = s.unit`

/** A stretch of one group, newest first. */
export const listReceiptStandings = (
  store: Store,
  of: { period: string; unit: string | null; group: ReceiptGroup; from: number; limit: number },
): ReceiptStanding[] =>
  store
    .prepare<[typeof of], ReceiptStanding>(
      `${selectStanding} JOIN (SELECT r.key ${ofPeriod} AND ${groupOf} = @group ORDER BY r.key DESC LIMIT @limit OFFSET @from) chosen ON chosen.key = r.key
       ORDER BY r.key DESC`,
    )
    .all(of)

export const findReceiptStanding = (store: Store, id: Id): ReceiptStanding | undefined =>
  store.prepare<[string], ReceiptStanding>(`${selectStanding} WHERE r.id = ?`).get(id)

/** A held file that became a paper of the unit. */
export const updateReceiptAttached = (store: Store, id: Id, unit: string | null): void =>
  void store.prepare("UPDATE receipt SET outcome = 'attached', unit = (SELECT key FROM unit WHERE code = ?) WHERE id = ?").run(unit, id)
