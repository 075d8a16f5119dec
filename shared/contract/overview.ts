import { z } from 'zod'
import { bilingual } from '../domain/programme-terms.ts'
import { params, queryOf } from './call.ts'
import { indicatorFigures } from './figures.ts'
import { period } from './periods.ts'
import { count, periodCode, unitCode } from './values.ts'

/** Decimal string with a point and as many decimals as it takes. */
const shownDecimal = z.string().regex(/^\d+(\.\d+)?$/)

export const overviewIndicator = z.strictObject({
  ...indicatorFigures.shape,
  shortLabel: bilingual,
  label: bilingual,
  form: z.enum(['percent', 'ratio']),
  sense: z.enum(['at_least', 'all']),
  binding: z.enum(['target', 'aspiration']),
  /** The rate with the decimals it needs to agree with its verdict; null when nothing can be divided. */
  shown: shownDecimal.nullable(),
  /** Target minus the shown rate; null when the target is reached or nothing is shown. */
  shortfall: shownDecimal.nullable(),
  /** Every unit of the line without figures has simply not sent anything. */
  allUnsent: z.boolean(),
})

/** Where a period stands, of one moment; counts only, so that it stays small with any number of units. */
export const standingOfPeriod = z.strictObject({
  period,
  indicators: z.array(overviewIndicator),
  /** expected = received + pending + unsent; received = onTime + late. */
  register: z.strictObject({ expected: count, received: count, onTime: count, late: count, pending: count, unsent: count }),
  /** Submissions that wait for a person's answer. */
  waiting: count,
  /** Drafts of this period's report. */
  drafts: count,
})

export const overviewOfPeriod = z.strictObject({
  ...standingOfPeriod.shape,
  /** Open findings by level. */
  findings: z.strictObject({ blocking: count, warning: count, info: count }),
  /** The open blocking findings that come first, at most five. */
  disputes: z.array(
    z.strictObject({ id: z.string(), rule: z.string(), unit: unitCode.nullable(), unitName: z.string().nullable(), params }),
  ),
})

const weighed = { numerator: count, denominator: count, shown: shownDecimal.nullable(), needed: count }
const weighedInput = z.strictObject({ input: z.string(), label: bilingual })

/** `needed`: how many more in the numerator reach the target. `total` is of all summed units, `units` the ten that weigh most. */
export const indicatorWeights = z.strictObject({
  code: z.string(),
  numerator: weighedInput,
  denominator: weighedInput,
  total: z.strictObject({ ...weighed, units: count }),
  /** Summed units below the target. */
  below: count,
  units: z.array(z.strictObject({ ...weighed, unit: unitCode, name: z.string() })).max(10),
})

export type IndicatorWeights = z.infer<typeof indicatorWeights>
export type OverviewIndicator = z.infer<typeof overviewIndicator>
export type Standing = z.infer<typeof standingOfPeriod>
export type Overview = z.infer<typeof overviewOfPeriod>

export const overview = {
  /** Answers at once at any scale: what the rules find is not looked for. */
  standing: queryOf('periods', 'submissions', 'figures', 'adjustments', 'reports')
    .input(z.strictObject({ period: periodCode }))
    .output(standingOfPeriod),
  get: queryOf('periods', 'submissions', 'figures', 'findings', 'adjustments', 'reports')
    .input(z.strictObject({ period: periodCode }))
    .output(overviewOfPeriod),
  /** Which units pull an indicator down most. */
  weights: queryOf('periods', 'submissions', 'figures', 'adjustments')
    .input(z.strictObject({ period: periodCode, indicator: z.string().min(1) }))
    .output(indicatorWeights),
}
