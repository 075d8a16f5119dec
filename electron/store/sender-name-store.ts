import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** A name by which a unit calls itself, told once by a person. `folded` is what names are compared by. */
export type SenderName = {
  id: Id
  folded: string
  text: string
  unit: string
  submission: Id
  /** Of the file it was learned from. */
  originalName: string
  actor: string
  at: Instant
}

const select = `SELECT n.id, n.folded, n.text, u.code AS unit, s.id AS submission, s.original_name AS originalName, n.actor, n.at
  FROM sender_name n JOIN unit u ON u.key = n.unit JOIN submission s ON s.key = n.submission`

/** Those that are in force, by unit and text. */
export const listSenderNames = (store: Store): SenderName[] =>
  store.prepare<[], SenderName>(`${select} WHERE n.state = 'active' ORDER BY u.rank, u.code, n.text`).all()

export const findSenderName = (store: Store, id: Id): SenderName | undefined =>
  store.prepare<[string], SenderName>(`${select} WHERE n.id = ? AND n.state = 'active'`).get(id)

/** The new one counts; what was in force for the same name is replaced. Gives the ids of those. */
export function insertSenderName(store: Store, next: Omit<SenderName, 'originalName'>): Id[] {
  const replaced = store
    .pluck<[string], string>("UPDATE sender_name SET state = 'replaced' WHERE folded = ? AND state = 'active' RETURNING id")
    .all(next.folded)
  store
    .prepare(
      `INSERT INTO sender_name (id, folded, text, unit, submission, state, actor, at)
       VALUES (@id, @folded, @text, (SELECT key FROM unit WHERE code = @unit), (SELECT key FROM submission WHERE id = @submission), 'active', @actor, @at)`,
    )
    .run(next)
  return replaced
}

export const updateSenderNameForgotten = (store: Store, id: Id): void =>
  void store.prepare("UPDATE sender_name SET state = 'forgotten' WHERE id = ?").run(id)
