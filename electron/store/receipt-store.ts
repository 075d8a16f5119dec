import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Channel, Outcome } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'

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

export const insertReceipt = (store: Store, receipt: Receipt): void =>
  void store
    .prepare(
      `INSERT INTO receipt (id, period, path, sha256, outcome, unit, submission, received_at, channel, imported_at, actor, findings)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @path, @sha256, @outcome, (SELECT key FROM unit WHERE code = @unit),
         (SELECT key FROM submission WHERE id = @submission), @receivedAt, @channel, @importedAt, @actor, @findings)`,
    )
    .run(receipt)

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

/** A held file that became a paper of the unit. */
export const updateReceiptAttached = (store: Store, id: Id, unit: string | null): void =>
  void store.prepare("UPDATE receipt SET outcome = 'attached', unit = (SELECT key FROM unit WHERE code = ?) WHERE id = ?").run(unit, id)
