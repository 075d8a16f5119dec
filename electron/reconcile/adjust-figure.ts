import { largestCount, type Reading } from '../../shared/domain/figure.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import {
  findReplacedBy,
  getAdjustment,
  insertAdjustment,
  suspendStaleAdjustments,
  updateAdjustmentRestored,
  updateAdjustmentWithdrawn,
  type Adjustment,
  type AdjustmentBasis,
} from '../store/adjustment-store.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { getExpectedUnit, getOpenPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { applyAdjustmentsToRollup } from '../store/rollup-store.ts'
import { listReadings } from '../store/submission-rows.ts'
import { findEffective } from '../store/submission-store.ts'
import { getUnitKey } from '../store/unit-store.ts'
import { readingWords } from './reading-words.ts'

export type AdjustRequest = {
  period: string
  unit: string
  field: string
  value: number
  basis?: AdjustmentBasis
  reason: string
  /** The figure in effect that the person saw, who must not lay a number over another one. */
  seen?: Reading | undefined
}

/**
 * Lays an agreed figure over what the unit reported; the reported one stays as it is. Absolute; replaces an earlier
 * adjustment of the same figure, which is also how a suspended one is confirmed. `fld.` may be left out; basis `other`
 * where none is given. Refuses with `period.not_found`, `period.closed`, `unit.not_found`, `field.not_found`,
 * `adjustment.no_submission | bad_value | no_reason | changed`.
 */
export function adjustFigure(context: ServiceContext, request: AdjustRequest): Adjustment {
  const checked = checkRequest(context, request)
  return runCommand(context, () => {
    const { adjustment, rows } = layAdjustment(context, checked)
    const { id, period, unit, field, value, basis, reason } = adjustment
    return {
      entry: { action: 'figure.adjust', params: { adjustment: id, period, unit, field, value, basis, reason }, rows },
      result: adjustment,
    }
  })
}

type CheckedRequest = Required<Omit<AdjustRequest, 'seen'>> & Pick<AdjustRequest, 'seen'> & { unitName: string }

/** What can be said of a request before anything is written; refuses as `adjustFigure`. */
export function checkRequest({ store }: Pick<ServiceContext, 'store'>, request: AdjustRequest): CheckedRequest {
  const period = getOpenPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const field = request.field.replace(/^fld\./, '')
  if (!getProgramme(store, period.programmeVersion).fields.some(({ code }) => code === field))
    throw new AppError('field.not_found', { field: request.field })
  if (!Number.isSafeInteger(request.value) || request.value < 0 || request.value > largestCount)
    throw new AppError('adjustment.bad_value', { largest: largestCount })
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('adjustment.no_reason')
  // SQLite keeps no negative zero, and an equal figure must give an equal entry.
  const value = request.value + 0
  return { ...request, period: period.code, unit: unit.code, unitName: unit.name, field, value, basis: request.basis ?? 'other', reason }
}

/** Inside the caller's command; `rows` are for its entry. Refuses with `adjustment.no_submission | changed`. */
export function layAdjustment(context: ServiceContext, request: CheckedRequest): { adjustment: Adjustment; rows: RowReference[] } {
  const { store } = context
  const { period, unit, field, value, basis, reason } = request
  const submission = findEffective(store, period, unit)
  const reported = submission && listReadings(store, submission.key).find((reading) => reading.field === field)
  if (!submission || !reported) throw new AppError('adjustment.no_submission', { unit: request.unitName, period })
  const now = listReadingsInEffect(store, period, unit).get(field) ?? reported
  if (request.seen && (request.seen.state !== now.state || request.seen.value !== now.value))
    throw new AppError('adjustment.changed', { before: readingWords(request.seen), now: readingWords(now) })
  const id = context.newId()
  const target = { period: getPeriodKey(store, period), unit: getUnitKey(store, unit) }
  const replaced = applyAdjustmentsToRollup(store, target, submission.key, () =>
    insertAdjustment(store, {
      id,
      period,
      unit,
      field,
      value,
      reportedState: reported.state,
      reportedValue: reported.value,
      basis,
      reason,
      actor: context.actor,
      at: context.clock(),
    }),
  )
  return { adjustment: getAdjustment(store, id), rows: [...replaced, id].map((key) => ({ table: 'adjustment', key })) }
}

/** Inside the caller's command; the reported figure counts again. */
export function liftAdjustment({ store }: Pick<ServiceContext, 'store'>, found: Pick<Adjustment, 'id' | 'period' | 'unit'>): RowReference {
  const submission = findEffective(store, found.period, found.unit)
  const target = { period: getPeriodKey(store, found.period), unit: getUnitKey(store, found.unit) }
  const withdraw = (): void => updateAdjustmentWithdrawn(store, found.id)
  if (submission) applyAdjustmentsToRollup(store, target, submission.key, withdraw)
  else withdraw()
  return { table: 'adjustment', key: found.id }
}

/**
 * Inside the caller's command; as it was before this adjustment: the one that it replaced lies over the figure again, suspended
 * where the unit reports another figure by now.
 */
export function takeBackAdjustment(context: Pick<ServiceContext, 'store'>, found: Adjustment): RowReference[] {
  const { store } = context
  const lifted = liftAdjustment(context, found)
  const before = findReplacedBy(store, found)
  if (before === undefined) return [lifted]
  const target = { period: getPeriodKey(store, found.period), unit: getUnitKey(store, found.unit) }
  const submission = findEffective(store, found.period, found.unit)
  const restore = (): void => {
    updateAdjustmentRestored(store, before)
    suspendStaleAdjustments(store, target.period, target.unit)
  }
  if (submission) applyAdjustmentsToRollup(store, target, submission.key, restore)
  else restore()
  return [lifted, { table: 'adjustment', key: before }]
}

/**
 * Takes an adjustment off; the reported figure counts again. Refuses with `adjustment.not_found`,
 * `adjustment.not_in_force` (replaced or withdrawn before), `period.closed`.
 */
export function withdrawAdjustment(context: ServiceContext, request: { id: Id; reason: string }): Adjustment {
  const { store } = context
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('adjustment.no_reason')
  const found = getAdjustment(store, request.id)
  getOpenPeriod(store, found.period)
  if (found.state !== 'active' && found.state !== 'suspended') throw new AppError('adjustment.not_in_force', { id: found.id })
  return runCommand(context, () => {
    const row = liftAdjustment(context, found)
    const params = { adjustment: found.id, period: found.period, unit: found.unit, field: found.field, reason }
    return {
      entry: { action: 'figure.withdraw_adjustment', params, rows: [row] },
      result: getAdjustment(store, found.id),
    }
  })
}
