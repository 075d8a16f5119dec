import type { Programme } from '../../shared/domain/programme.ts'
import { AppError } from '../../shared/errors.ts'
import { displayRate } from '../../shared/rules/format-rate.ts'
import { neededNumerator, weighUnits } from '../../shared/rules/weigh-units.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listCountedUnits } from '../store/indicator-counts.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { getPeriod, getPeriodKey } from '../store/period-store.ts'
import { listPooledIndicators } from '../store/pooled-indicators.ts'
import { getProgramme } from '../store/programme-store.ts'

type Counted = { numerator: number; denominator: number; shown: string | null; needed: number }
type InputLabel = { input: string; label: Programme['fields'][number]['label'] }

export type IndicatorWeights = {
  code: string
  numerator: InputLabel
  denominator: InputLabel
  total: Counted & { units: number }
  below: number
  units: (Counted & { unit: string; name: string })[]
}

/**
 * W1 and W2: which units pull one indicator down most, and how many more in the numerator each of them needs. `total` is
 * of all summed units. Refuses with `period.not_found`, `indicator.not_found`.
 */
export function* weighIndicator(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; indicator: string },
): ReadingSteps<IndicatorWeights> {
  const period = getPeriod(store, request.period)
  const key = getPeriodKey(store, period.code)
  const programme = getProgramme(store, period.programmeVersion)
  const indicator = programme.indicators.find(({ code }) => code === request.indicator)
  const pooled = listPooledIndicators(store, key).find(({ code }) => code === request.indicator)
  if (!indicator || !pooled) throw new AppError('indicator.not_found', { indicator: request.indicator })
  const labelOf = (input: string): InputLabel => {
    const label = programme.fields.find(({ code }) => code === input)?.label
    return { input, label: label ?? { vi: input, en: input } }
  }
  const units = yield* listCountedUnits(store, key, indicator.line, pooled)
  const names = new Map(units.map(({ unit, name }) => [unit, name]))
  const total = units.reduce(
    (sum, { numerator, denominator }) => ({ numerator: sum.numerator + numerator, denominator: sum.denominator + denominator }),
    { numerator: 0, denominator: 0 },
  )
  const { heaviest, below } = weighUnits(units, indicator)
  return {
    code: indicator.code,
    numerator: labelOf(indicator.numerator),
    denominator: labelOf(indicator.denominator),
    total: { ...total, shown: displayRate(total, indicator), needed: neededNumerator(total, indicator), units: units.length },
    below,
    units: heaviest.map((counts) => ({ ...counts, name: names.get(counts.unit) ?? counts.unit, shown: displayRate(counts, indicator) })),
  }
}
