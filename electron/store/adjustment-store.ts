import { cellStates, type CellState } from '../../shared/domain/figure.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { Store } from './database.ts'

export const adjustmentBases = ['minutes', 'letter', 'phone', 'message', 'other'] as const
export type AdjustmentBasis = (typeof adjustmentBases)[number]
export type AdjustmentState = 'active' | 'replaced' | 'suspended' | 'withdrawn'

/** An agreed figure over a reported one; codes instead of keys. `reportedState` and `reportedValue` are what it was made for. */
export type Adjustment = {
  id: Id
  period: string
  unit: string
  field: string
  value: number
  state: AdjustmentState
  reportedState: CellState
  reportedValue: number | null
  basis: AdjustmentBasis
  reason: string
  actor: string
  at: Instant
}

type Row = Omit<Adjustment, 'reportedState'> & { reportedState: number }

const select = `SELECT a.id, p.code AS period, u.code AS unit, f.code AS field, a.value, a.state, a.reported_state AS reportedState, a.reported_value AS reportedValue, a.basis, a.reason, a.actor, a.at
  FROM adjustment a JOIN period p ON p.key = a.period JOIN unit u ON u.key = a.unit JOIN field f ON f.key = a.field`

const toAdjustment = (row: Row): Adjustment => ({ ...row, reportedState: cellStates[row.reportedState]! })

/** Refuses with `adjustment.not_found`. */
export function getAdjustment(store: Store, id: Id): Adjustment {
  const row = store.prepare<[string], Row>(`${select} WHERE a.id = ?`).get(id)
  if (!row) throw new AppError('adjustment.not_found', { id })
  return toAdjustment(row)
}

/** Every adjustment ever made in a period, withdrawn and replaced ones included, oldest first. */
export const listAdjustments = (store: Store, period: string): Adjustment[] =>
  store.prepare<[string], Row>(`${select} WHERE p.code = ? ORDER BY a.key`).all(period).map(toAdjustment)

/** Of one figure, oldest first. */
export const listAdjustmentsOf = (store: Store, period: string, unit: string, field: string): Adjustment[] =>
  store
    .prepare<[string, string, string], Row>(`${select} WHERE p.code = ? AND u.code = ? AND f.code = ? ORDER BY a.key`)
    .all(period, unit, field)
    .map(toAdjustment)

/** The new one counts; what was in force or suspended for the same figure is replaced. Gives the ids of the replaced ones. */
export function insertAdjustment(store: Store, next: Omit<Adjustment, 'state'>): Id[] {
  const replaced = store
    .pluck<[Record<string, unknown>], string>(
      `UPDATE adjustment SET state = 'replaced' WHERE state IN ('active', 'suspended')
         AND period = (SELECT key FROM period WHERE code = @period) AND unit = (SELECT key FROM unit WHERE code = @unit)
         AND field = (SELECT key FROM field WHERE code = @field) RETURNING id`,
    )
    .all({ period: next.period, unit: next.unit, field: next.field })
  store
    .prepare(
      `INSERT INTO adjustment (id, period, unit, field, value, state, reported_state, reported_value, basis, reason, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit),
         (SELECT key FROM field WHERE code = @field), @value, 'active', @reportedState, @reportedValue, @basis, @reason, @actor, @at)`,
    )
    .run({ ...next, reportedState: cellStates.indexOf(next.reportedState) })
  return replaced
}

export const updateAdjustmentWithdrawn = (store: Store, id: Id): void =>
  void store.prepare("UPDATE adjustment SET state = 'withdrawn' WHERE id = ?").run(id)

export const updateAdjustmentRestored = (store: Store, id: Id): void =>
  void store.prepare("UPDATE adjustment SET state = 'active' WHERE id = ?").run(id)

/** The adjustment of the same figure that lay over it before this one, not counting those whose decision was taken back. */
export const findReplacedBy = (store: Store, { id }: Pick<Adjustment, 'id'>): Id | undefined => {
  const before = store
    .prepare<[string], { id: Id; state: Adjustment['state'] }>(
      `SELECT b.id, b.state FROM adjustment a
       JOIN adjustment b ON b.period = a.period AND b.unit = a.unit AND b.field = a.field AND b.key < a.key
       WHERE a.id = ? AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.adjustment = b.id AND s.is_undone = 1)
       ORDER BY b.key DESC LIMIT 1`,
    )
    .get(id)
  return before?.state === 'replaced' ? before.id : undefined
}

/**
 * Suspends the adjustments of a unit whose reported state or value is no longer what they were made for; they stay so
 * until a person adjusts again or withdraws. `applyToRollup` calls this after moving the sums. Gives their ids.
 */
export const suspendStaleAdjustments = (store: Store, period: number, unit: number): Id[] =>
  store
    .pluck<[number, number], string>(
      `UPDATE adjustment SET state = 'suspended' WHERE period = ? AND unit = ? AND state = 'active' AND NOT EXISTS (
         SELECT 1 FROM submission s JOIN figure g ON g.submission = s.key AND g.field = adjustment.field
         WHERE s.period = adjustment.period AND s.unit = adjustment.unit AND s.state = 'effective'
           AND g.state = adjustment.reported_state AND g.value IS adjustment.reported_value) RETURNING id`,
    )
    .all(period, unit)
