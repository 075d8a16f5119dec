import type { Reading } from '../../shared/domain/figure.ts'
import { largestCount } from '../../shared/domain/figure.ts'
import { AppError } from '../../shared/errors.ts'
import { effectOnIndicators, type IndicatorEffect } from '../../shared/rules/compare-submissions.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listIndicatorSums, listReadingsInEffect } from '../store/figure-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'

export type Trial = { period: string; unit: string; field: string; value: number; now: Reading; effect: IndicatorEffect[] }

/**
 * What the province's sums would be with another figure of one unit; nothing is written. Refuses with `period.not_found`,
 * `unit.not_found`, `field.not_found`, `adjustment.bad_value`.
 */
export function tryFigure(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; unit: string; field: string; value: number },
): Trial {
  const period = getPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const programme = getProgramme(store, period.programmeVersion)
  const field = request.field.replace(/^fld\./, '')
  if (!programme.fields.some(({ code }) => code === field)) throw new AppError('field.not_found', { field: request.field })
  if (!Number.isSafeInteger(request.value) || request.value < 0 || request.value > largestCount)
    throw new AppError('adjustment.bad_value', { largest: largestCount })
  const old = listReadingsInEffect(store, period.code, unit.code)
  const next = new Map<string, Reading>([...old, [field, { state: 'value', value: request.value }]])
  const effect = effectOnIndicators(programme.indicators, unit.line, listIndicatorSums(store, period.code, unit.line), old, next)
  return {
    period: period.code,
    unit: unit.code,
    field,
    value: request.value,
    now: old.get(field) ?? { state: 'blank', value: null },
    effect,
  }
}
