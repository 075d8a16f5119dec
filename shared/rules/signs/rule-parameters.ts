import type { Programme } from '../../domain/programme.ts'
import { ruleParameterNames, type RuleParameterName } from '../../domain/rule-parameters.ts'

export type RuleParameters = Readonly<Record<RuleParameterName, number>>

/** What applies where neither the programme nor the office says otherwise. Whole numbers; `Percent` and `Points` are of a hundred. */
export const usualParameters: RuleParameters = {
  change_percent: 20,
  change_smallest: 5,
  many_fields: 5,
  outlier_factor_tenths: 35,
  outlier_floor_percent: 2,
  outlier_fewest: 5,
  outlier_smallest_denominator: 10,
  outlier_smallest_difference: 2,
  stale_fewest: 8,
  stale_percent: 90,
  shrink_percent: 10,
  source_points: 20,
  full_fewest: 5,
  threshold_fewest: 4,
  threshold_smallest_denominator: 50,
  round_fewest: 10,
  round_percent: 60,
  nil_smallest: 5,
  thin_syllables: 15,
  copy_percent: 30,
  repeat_percent: 60,
  template_copy_percent: 50,
}

/** The office's choice before the programme's, that before the usual one. */
export function ruleParametersOf(programme: Pick<Programme, 'ruleParameters'>, house: Partial<RuleParameters> = {}): RuleParameters {
  const chosen: Record<RuleParameterName, number> = { ...usualParameters }
  for (const name of ruleParameterNames) chosen[name] = house[name] ?? programme.ruleParameters?.[name] ?? usualParameters[name]
  return chosen
}
