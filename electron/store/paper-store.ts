import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'

/** What a person said of an attached file: number, day (ISO) and signer as the paper has them, empty where it has none. */
export type Paper = {
  id: Id
  receipt: Id
  unit: string
  number: string
  issuedOn: string | null
  signer: string
  subject: string
  note: string
  actor: string
  at: Instant
}

const select = `SELECT a.id, r.id AS receipt, u.code AS unit, a.number, a.issued_on AS issuedOn, a.signer, a.subject, a.note, a.actor, a.at
  FROM paper a JOIN receipt r ON r.key = a.receipt JOIN unit u ON u.key = a.unit`

/** Of one attached file; undefined where nobody described it, or it was removed. */
export const findPaper = (store: Store, receipt: Id): Paper | undefined =>
  store.prepare<[string], Paper>(`${select} WHERE r.id = ? AND a.state = 'active'`).get(receipt)

/** The new description counts; the one before it is kept. Gives the ids of those. */
export function insertPaper(store: Store, next: Paper): Id[] {
  const replaced = store
    .pluck<[string], string>(
      `UPDATE paper SET state = 'replaced' WHERE receipt = (SELECT key FROM receipt WHERE id = ?) AND state = 'active' RETURNING id`,
    )
    .all(next.receipt)
  store
    .prepare(
      `INSERT INTO paper (id, receipt, unit, number, issued_on, signer, subject, note, state, reason, actor, at)
       VALUES (@id, (SELECT key FROM receipt WHERE id = @receipt), (SELECT key FROM unit WHERE code = @unit), @number, @issuedOn, @signer, @subject,
         @note, 'active', '', @actor, @at)`,
    )
    .run(next)
  return replaced
}

export const updatePaperRemoved = (store: Store, id: Id, reason: string): void =>
  void store.prepare("UPDATE paper SET state = 'removed', reason = ? WHERE id = ?").run(reason, id)

/** An attached file as it came, with the unit it was given to, if any. */
export type AttachedFile = {
  receipt: Id
  period: string
  path: string
  sha256: string
  unit: string | null
  receivedAt: Instant
  channel: Channel
}

/** Attached files of a period, newest first; of one unit where one is named. Removed ones are left out. */
export const listAttachedFiles = (store: Store, of: { period: string; unit: string | null }): AttachedFile[] =>
  store
    .prepare<[typeof of], AttachedFile>(
      `SELECT r.id AS receipt, p.code AS period, r.path, r.sha256, u.code AS unit, r.received_at AS receivedAt, r.channel
       FROM receipt r JOIN period p ON p.key = r.period LEFT JOIN unit u ON u.key = r.unit
       WHERE p.code = @period AND r.outcome = 'attached' AND r.sha256 IS NOT NULL AND (@unit IS NULL OR u.code = @unit)
         AND NOT EXISTS (SELECT 1 FROM paper a WHERE a.receipt = r.key AND a.state = 'removed'
           AND NOT EXISTS (SELECT 1 FROM paper b WHERE b.receipt = r.key AND b.state = 'active'))
       ORDER BY r.key DESC`,
    )
    .all(of)

export const findAttachedFile = (store: Store, receipt: Id): AttachedFile | undefined =>
  store
    .prepare<[string], AttachedFile>(
      `SELECT r.id AS receipt, p.code AS period, r.path, r.sha256, u.code AS unit, r.received_at AS receivedAt, r.channel
       FROM receipt r JOIN period p ON p.key = r.period LEFT JOIN unit u ON u.key = r.unit
       WHERE r.id = ? AND r.outcome = 'attached' AND r.sha256 IS NOT NULL`,
    )
    .get(receipt)
