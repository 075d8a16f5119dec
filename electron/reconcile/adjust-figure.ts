import { largestCount, type Reading } from '../../shared/domain/figure.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import {
  getAdjustment,
  insertAdjustment,
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
  const { store } = context
  const period = getOpenPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const field = request.field.replace(/^fld\./, '')
  if (!getProgramme(store, period.programmeVersion).fields.some(({ code }) => code === field))
    throw new AppError('field.not_found', { field: request.field })
  if (!Number.isSafeInteger(request.value) || request.value < 0 || request.value > largestCount)
    throw new AppError('adjustment.bad_value', { largest: largestCount })
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('adjustment.no_reason')
  return runCommand(context, () => {
    const submission = findEffective(store, period.code, unit.code)
    const reported = submission && listReadings(store, submission.key).find((reading) => reading.field === field)
    if (!submission || !reported) throw new AppError('adjustment.no_submission', { unit: unit.name, period: period.code })
    const now = listReadingsInEffect(store, period.code, unit.code).get(field) ?? reported
    if (request.seen && (request.seen.state !== now.state || request.seen.value !== now.value))
      throw new AppError('adjustment.changed', { before: readingWords(request.seen), now: readingWords(now) })
    const id = context.newId()
    const basis = request.basis ?? 'other'
    const target = { period: getPeriodKey(store, period.code), unit: getUnitKey(store, unit.code) }
    const replaced = applyAdjustmentsToRollup(store, target, submission.key, () =>
      insertAdjustment(store, {
        id,
        period: period.code,
        unit: unit.code,
        field,
        // SQLite keeps no negative zero, and an equal figure must give an equal entry.
        value: request.value + 0,
        reportedState: reported.state,
        reportedValue: reported.value,
        basis,
        reason,
        actor: context.actor,
        at: context.clock(),
      }),
    )
    const params = { adjustment: id, period: period.code, unit: unit.code, field, value: request.value, basis, reason }
    return {
      entry: { action: 'figure.adjust', params, rows: [...replaced, id].map((key) => ({ table: 'adjustment', key })) },
      result: getAdjustment(store, id),
    }
  })
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
    const submission = findEffective(store, found.period, found.unit)
    const target = { period: getPeriodKey(store, found.period), unit: getUnitKey(store, found.unit) }
    const withdraw = (): void => updateAdjustmentWithdrawn(store, found.id)
    if (submission) applyAdjustmentsToRollup(store, target, submission.key, withdraw)
    else withdraw()
    const params = { adjustment: found.id, period: found.period, unit: found.unit, field: found.field, reason }
    return {
      entry: { action: 'figure.withdraw_adjustment', params, rows: [{ table: 'adjustment', key: found.id }] },
      result: getAdjustment(store, found.id),
    }
  })
}
