import type { Severity } from '../../domain/finding.ts'
import type { Field, Indicator, Programme, SourceLine } from '../../domain/programme.ts'
import type { RuleId } from '../../messages/catalogue.ts'
import type { RuleParameters } from './rule-parameters.ts'

/**
 * One unit's counts in effect in one period, by the place of the field. A count is ≥ 0 (nil is 0), `notApplicable` says so,
 * NaN is everything that does not count as reported: no comparison with it holds, and so no rule fires on it.
 */
export type Counts = Float64Array
export const notApplicable = -1

export type UnitCounts = {
  code: string
  name: string
  kind: string
  line: SourceLine
  parent: string | null
  now: Counts
  /** In the latest earlier period in which it reported. */
  last: EarlierCounts | null
  /** In the latest earlier period of the same reporting year. */
  sameYear: EarlierCounts | null
  /** In the period that ends about a year before. */
  yearAgo: EarlierCounts | null
}
/** `counts` without the fields whose series was broken since; `asReported` with them. */
export type EarlierCounts = { period: string; counts: Counts; asReported: Counts }

/** What the rules know of a programme; `placeOf` says where a field's count stands. */
export type SignPlan = {
  programme: Programme
  parameters: RuleParameters
  placeOf: (field: string) => number
  /** Fields of the programme with their places, in its order. */
  fields: readonly (Field & { place: number })[]
  indicators: readonly (Indicator & { upper: number; lower: number })[]
}

/** A doubt about figures of one unit. `fields` are the unit's cells that it speaks of, `others` those of other units. */
export type Sign = {
  rule: RuleId
  severity: Severity
  unit: string
  subject: string | null
  counterpart: string | null
  expected: string | null
  actual: string | null
  params: Readonly<Record<string, string | number>>
  fields: readonly string[]
  others: readonly { unit: string; field: string }[]
}

export const sign = (rule: RuleId, severity: Severity, unit: Pick<UnitCounts, 'code' | 'name'>, rest: Partial<Sign>): Sign => ({
  rule,
  severity,
  unit: unit.code,
  subject: null,
  counterpart: null,
  expected: null,
  actual: null,
  fields: [],
  others: [],
  ...rest,
  params: { unit: unit.code, unitName: unit.name, ...rest.params },
})

export function planSigns(programme: Programme, parameters: RuleParameters, placeOf: (field: string) => number): SignPlan {
  return {
    programme,
    parameters,
    placeOf,
    fields: programme.fields.map((field) => ({ ...field, place: placeOf(field.code) })),
    indicators: programme.indicators.map((indicator) => ({
      ...indicator,
      upper: placeOf(indicator.numerator),
      lower: placeOf(indicator.denominator),
    })),
  }
}

export const isCounted = (count: number | undefined): count is number => count !== undefined && count >= 0

/** Stands for the labels that are left out; the full stop that follows is that of the sentence. */
export const andSoOn = { vi: 'v.v', en: 'etc' }

/** The first labels of several, the rest as a number: a sentence that lists thirty items is not read. */
export const shownLabels = 3
export const listLabels = (labels: readonly string[]): string =>
  labels.slice(0, shownLabels).join('; ') + (labels.length > shownLabels ? `; ${andSoOn.vi}` : '')
