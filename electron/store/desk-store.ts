import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { CallChannel, LetterKind, ProposalState } from '../../shared/domain/review.ts'
import type { Store } from './database.ts'
import { writeAside } from './one-moment.ts'

/** How an office is reached and who looks after it here; '' where nothing is known. */
export type UnitDesk = { unit: string; office: string; phone: string; email: string; clerk: string }

export const listDesks = (store: Store): UnitDesk[] =>
  store
    .prepare<[], UnitDesk>(
      'SELECT u.code AS unit, d.office, d.phone, d.email, d.clerk FROM unit_desk d JOIN unit u ON u.key = d.unit ORDER BY u.rank',
    )
    .all()

export function upsertDesk(store: Store, desk: UnitDesk): void {
  store
    .prepare(
      `INSERT INTO unit_desk (unit, office, phone, email, clerk)
       VALUES ((SELECT key FROM unit WHERE code = @unit), @office, @phone, @email, @clerk)
       ON CONFLICT (unit) DO UPDATE SET office = excluded.office, phone = excluded.phone, email = excluded.email, clerk = excluded.clerk`,
    )
    .run(desk)
}

export type UnitCall = { id: Id; period: string; unit: string; channel: CallChannel; text: string; actor: string; at: Instant }

/** Of a period, newest first. */
export const listCalls = (store: Store, period: string): UnitCall[] =>
  store
    .prepare<[string], UnitCall>(
      `SELECT c.id, p.code AS period, u.code AS unit, c.channel, c.text, c.actor, c.at
       FROM unit_call c JOIN period p ON p.key = c.period JOIN unit u ON u.key = c.unit WHERE p.code = ? ORDER BY c.key DESC`,
    )
    .all(period)

export function insertCall(store: Store, call: UnitCall): void {
  store
    .prepare(
      `INSERT INTO unit_call (id, period, unit, channel, text, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit), @channel, @text, @actor, @at)`,
    )
    .run(call)
}

export type ProposalStep = {
  id: Id
  period: string
  unit: string
  words: string
  state: ProposalState
  reason: string
  actor: string
  at: Instant
}

/** Of a period, oldest first: of each proposal the last one says how it stands. */
export const listProposalSteps = (store: Store, period: string): ProposalStep[] =>
  store
    .prepare<[string], ProposalStep>(
      `SELECT s.id, p.code AS period, u.code AS unit, s.words, s.state, s.reason, s.actor, s.at
       FROM proposal_step s JOIN period p ON p.key = s.period JOIN unit u ON u.key = s.unit WHERE p.code = ? ORDER BY s.key`,
    )
    .all(period)

export function insertProposalStep(store: Store, step: ProposalStep): void {
  store
    .prepare(
      `INSERT INTO proposal_step (id, period, unit, words, state, reason, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit), @words, @state, @reason, @actor, @at)`,
    )
    .run(step)
}

/** `content`: JSON; `unit` null where it went to several. */
export type Letter = {
  id: Id
  period: string
  unit: string | null
  kind: LetterKind
  round: number
  content: string
  sha256: string
  actor: string
  at: Instant
}

const selectLetter = `SELECT l.id, p.code AS period, u.code AS unit, l.kind, l.round, l.content, l.sha256, l.actor, l.at
  FROM letter l JOIN period p ON p.key = l.period LEFT JOIN unit u ON u.key = l.unit`

/** Of a period, oldest first. */
export const listLetters = (store: Store, period: string): Letter[] =>
  store.prepare<[string], Letter>(`${selectLetter} WHERE p.code = ? ORDER BY l.key`).all(period)

export const countLetters = (store: Store, period: string, kind: LetterKind, unit: string | null): number =>
  store
    .pluck<[string, string, string | null], number>(
      `SELECT count(*) FROM letter l WHERE l.period = (SELECT key FROM period WHERE code = ?) AND l.kind = ?
         AND l.unit IS (SELECT key FROM unit WHERE code = ?)`,
    )
    .get(period, kind, unit) ?? 0

export function insertLetter(store: Store, letter: Letter): void {
  writeAside(store, () => {
    store
      .prepare(
        `INSERT INTO letter (id, period, unit, kind, round, content, sha256, actor, at)
         VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit), @kind, @round, @content, @sha256, @actor, @at)`,
      )
      .run(letter)
  })
}
