import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** What a person answered to the question of a version; `params` is the JSON of what the rule's sentence was filled with. */
export type HeldAnswerRow = {
  id: Id
  submission: Id
  rule: string
  params: string
  choice: string
  unit: string | null
  actor: string
  at: Instant
}

export const insertHeldAnswer = (store: Store, answer: HeldAnswerRow): void =>
  void store
    .prepare(
      `INSERT INTO held_answer (id, submission, rule, params, choice, unit, actor, at)
       VALUES (@id, (SELECT key FROM submission WHERE id = @submission), @rule, @params, @choice, (SELECT key FROM unit WHERE code = @unit), @actor, @at)`,
    )
    .run(answer)

const select = `SELECT a.id, s.id AS submission, a.rule, a.params, a.choice, u.code AS unit, a.actor, a.at
  FROM held_answer a JOIN submission s ON s.key = a.submission LEFT JOIN unit u ON u.key = a.unit`

/** Everything that was answered about one version, oldest first. */
export const listHeldAnswers = (store: Store, submission: Id): HeldAnswerRow[] =>
  store.prepare<[string], HeldAnswerRow>(`${select} WHERE s.id = ? ORDER BY a.key`).all(submission)

/** The last answer to this question about other versions of the same unit and period that are the same bytes. */
export const findEarlierAnswer = (
  store: Store,
  of: { submission: Id; rules: readonly string[] },
): (HeldAnswerRow & { state: string }) | undefined =>
  store
    .prepare<[string, string], HeldAnswerRow & { state: string }>(
      `SELECT a.id, o.id AS submission, a.rule, a.params, a.choice, u.code AS unit, a.actor, a.at, o.state
       FROM submission s JOIN submission o ON o.sha256 = s.sha256 AND o.key <> s.key AND o.period = s.period AND o.unit IS s.unit
       JOIN held_answer a ON a.submission = o.key LEFT JOIN unit u ON u.key = a.unit
       WHERE s.id = ? AND a.rule IN (SELECT value FROM json_each(?)) ORDER BY a.key DESC LIMIT 1`,
    )
    .get(of.submission, JSON.stringify(of.rules))
