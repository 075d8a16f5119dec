import type { Decision } from '../../shared/domain/review.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { AdjustmentBasis } from './adjustment-store.ts'
import type { Store } from './database.ts'
import { writeAside } from './one-moment.ts'

/** One decision about one finding; `batch` = all that were made by one command. */
export type Settlement = {
  id: Id
  batch: Id
  period: string
  finding: Id
  rule: string
  unit: string | null
  subject: string | null
  decision: Decision
  basis: AdjustmentBasis | null
  reason: string
  fingerprint: string
  adjustment: Id | null
  compared: number | null
  comparedWith: string | null
  byReviewer: boolean
  isUndone: boolean
  actor: string
  at: Instant
}

type Row = Omit<Settlement, 'byReviewer' | 'isUndone'> & { byReviewer: number; isUndone: number }

const select = `SELECT s.id, s.batch, p.code AS period, s.finding, s.rule, u.code AS unit, s.subject, s.decision, s.basis, s.reason, s.fingerprint,
    s.adjustment, s.compared, s.compared_with AS comparedWith, s.by_reviewer AS byReviewer, s.is_undone AS isUndone, s.actor, s.at
  FROM settlement s JOIN period p ON p.key = s.period LEFT JOIN unit u ON u.key = s.unit`

const toSettlement = ({ byReviewer, isUndone, ...row }: Row): Settlement => ({
  ...row,
  byReviewer: byReviewer === 1,
  isUndone: isUndone === 1,
})

/** Every decision of a period, oldest first, those taken back included. */
export const listSettlements = (store: Store, period: string): Settlement[] =>
  store.prepare<[string], Row>(`${select} WHERE p.code = ? ORDER BY s.key`).all(period).map(toSettlement)

/** Decisions that were not taken back, oldest first. */
export const listStandingSettlements = (store: Store, period: number): Settlement[] =>
  store.prepare<[number], Row>(`${select} WHERE s.period = ? AND s.is_undone = 0 ORDER BY s.key`).all(period).map(toSettlement)

/** Of one finding, oldest first. */
export const listSettlementsOf = (store: Store, period: string, finding: Id): Settlement[] =>
  store.prepare<[string, string], Row>(`${select} WHERE p.code = ? AND s.finding = ? ORDER BY s.key`).all(period, finding).map(toSettlement)

/** All of one command, by its batch or by any decision in it. */
export const listBatch = (store: Store, id: Id): Settlement[] =>
  store
    .prepare<[{ id: string }], Row>(
      `${select} WHERE s.batch = @id OR s.batch = (SELECT batch FROM settlement WHERE id = @id) ORDER BY s.key`,
    )
    .all({ id })
    .map(toSettlement)

/** The batch that this person made last in a period and has not taken back. */
export const findLastBatch = (store: Store, period: string, actor: string): Id | undefined =>
  store
    .pluck<[string, string], string>(
      `SELECT batch FROM settlement WHERE period = (SELECT key FROM period WHERE code = ?) AND actor = ? AND is_undone = 0 ORDER BY key DESC LIMIT 1`,
    )
    .get(period, actor)

export function insertSettlement(store: Store, settlement: Settlement): void {
  const insert = store.prepare(
    `INSERT INTO settlement (id, batch, period, finding, rule, unit, subject, decision, basis, reason, fingerprint, adjustment, compared, compared_with, by_reviewer, is_undone, actor, at)
     VALUES (@id, @batch, (SELECT key FROM period WHERE code = @period), @finding, @rule, (SELECT key FROM unit WHERE code = @unit), @subject,
       @decision, @basis, @reason, @fingerprint, @adjustment, @compared, @comparedWith, @byReviewer, @isUndone, @actor, @at)`,
  )
  const row = { ...settlement, byReviewer: Number(settlement.byReviewer), isUndone: Number(settlement.isUndone) }
  writeAside(store, () => void insert.run(row))
}

export const updateSettlementUndone = (store: Store, id: Id): void =>
  writeAside(store, () => void store.prepare('UPDATE settlement SET is_undone = 1 WHERE id = ?').run(id))

/** `right`: the unit keeps its figure; `wrong`: it names another; `said`: words only. */
export type QueryAnswer = {
  id: Id
  period: string
  finding: Id
  unit: string
  verdict: 'right' | 'wrong' | 'said'
  value: number | null
  text: string
  sha256: string
  actor: string
  at: Instant
}

const selectAnswer = `SELECT a.id, p.code AS period, a.finding, u.code AS unit, a.verdict, a.value, a.text, a.sha256, a.actor, a.at
  FROM query_answer a JOIN period p ON p.key = a.period JOIN unit u ON u.key = a.unit`

/** Of one finding, oldest first. */
export const listAnswersOf = (store: Store, period: string, finding: Id): QueryAnswer[] =>
  store.prepare<[string, string], QueryAnswer>(`${selectAnswer} WHERE p.code = ? AND a.finding = ? ORDER BY a.key`).all(period, finding)

export function insertAnswer(store: Store, answer: QueryAnswer): void {
  store
    .prepare(
      `INSERT INTO query_answer (id, period, finding, unit, verdict, value, text, sha256, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @finding, (SELECT key FROM unit WHERE code = @unit), @verdict, @value, @text, @sha256, @actor, @at)`,
    )
    .run(answer)
}
