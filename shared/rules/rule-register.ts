import type { Severity } from '../domain/finding.ts'
import type { RuleParameterName } from '../domain/rule-parameters.ts'
import type { RuleId } from '../messages/catalogue.ts'

/** What a rule needs before it can say anything. */
export type RuleBasis =
  | 'units'
  | 'reports'
  | 'other_line'
  | 'parents'
  | 'carry_overs'
  | 'same_year'
  | 'earlier'
  | 'earlier_or_year_ago'
  | 'earlier_same_source'
  | 'self_declared'
  | 'peers'
  | 'programme_rules'
  | 'texts'
  | 'earlier_texts'

/** What is known of a rule apart from its words; severity is the gravest it takes. */
export type RegisteredRule = { rule: RuleId; severity: Severity; basis: RuleBasis; parameters: readonly RuleParameterName[] }

const entry = (rule: RuleId, severity: Severity, basis: RuleBasis, ...parameters: readonly RuleParameterName[]): RegisteredRule => ({
  rule,
  severity,
  basis,
  parameters,
})

/** Every rule about what submissions say, in the order they are shown; what a file turned out to be is told where it is taken in. */
export const ruleRegister: readonly RegisteredRule[] = [
  ...(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'] as const).map((rule) => entry(rule, 'blocking', 'reports')),
  ...(['C10', 'C11', 'C12', 'C13'] as const).map((rule) => entry(rule, 'warning', 'reports')),
  ...(['C14', 'C15'] as const).map((rule) => entry(rule, 'info', 'reports')),
  ...(['C16', 'C17', 'C18', 'C19'] as const).map((rule) => entry(rule, 'warning', 'reports')),
  entry('R1', 'warning', 'units'),
  entry('R2', 'info', 'units'),
  entry('R3', 'blocking', 'units'),
  entry('R4', 'warning', 'other_line'),
  entry('R5', 'info', 'other_line'),
  entry('R6', 'warning', 'other_line'),
  entry('R7', 'warning', 'parents'),
  entry('R8', 'warning', 'carry_overs'),
  entry('R9', 'warning', 'same_year'),
  entry('R10', 'warning', 'earlier_or_year_ago', 'change_percent', 'change_smallest', 'many_fields'),
  entry('R11', 'warning', 'earlier_or_year_ago', 'change_percent', 'change_smallest', 'many_fields'),
  entry(
    'R12',
    'warning',
    'peers',
    'outlier_factor_tenths',
    'outlier_floor_percent',
    'outlier_fewest',
    'outlier_smallest_denominator',
    'outlier_smallest_difference',
  ),
  entry('R13', 'warning', 'earlier_same_source', 'stale_fewest', 'stale_percent'),
  entry('R14', 'warning', 'reports', 'stale_fewest', 'stale_percent'),
  entry('R15', 'warning', 'earlier', 'shrink_percent', 'change_smallest'),
  entry('R16', 'warning', 'self_declared', 'source_points'),
  entry('R17', 'info', 'reports', 'full_fewest'),
  entry('R18', 'info', 'reports', 'threshold_fewest', 'threshold_smallest_denominator'),
  entry('R19', 'info', 'reports', 'round_fewest', 'round_percent'),
  entry('R20', 'warning', 'earlier_or_year_ago', 'nil_smallest', 'many_fields'),
  entry('R21', 'warning', 'earlier_or_year_ago', 'nil_smallest', 'many_fields'),
  entry('R30', 'blocking', 'programme_rules'),
  entry('N1', 'warning', 'earlier_texts'),
  entry('N2', 'info', 'texts', 'thin_syllables'),
  entry('N3', 'warning', 'texts', 'copy_percent', 'thin_syllables'),
  entry('N4', 'warning', 'earlier_texts', 'repeat_percent', 'thin_syllables'),
  entry('N5', 'info', 'texts', 'template_copy_percent', 'thin_syllables'),
  entry('N6', 'warning', 'texts'),
  entry('N7', 'warning', 'earlier_texts', 'repeat_percent', 'thin_syllables', 'many_fields'),
]
