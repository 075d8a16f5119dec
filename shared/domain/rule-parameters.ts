import { z } from 'zod'

/** What a person can set of the rules that find doubtful figures and texts. */
export const ruleParameterNames = [
  'change_percent',
  'change_smallest',
  'many_fields',
  'outlier_factor_tenths',
  'outlier_floor_percent',
  'outlier_fewest',
  'outlier_smallest_denominator',
  'outlier_smallest_difference',
  'stale_fewest',
  'stale_percent',
  'shrink_percent',
  'source_points',
  'full_fewest',
  'threshold_fewest',
  'threshold_smallest_denominator',
  'round_fewest',
  'round_percent',
  'nil_smallest',
  'thin_syllables',
  'copy_percent',
  'repeat_percent',
  'template_copy_percent',
] as const
export const ruleParameterName = z.enum(ruleParameterNames)
export type RuleParameterName = z.infer<typeof ruleParameterName>

/** Below 1 a rule would fire on everything; the largest is beyond any use. */
export const ruleParameterValue = z.int().min(1).max(1_000_000)
