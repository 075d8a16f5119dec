import { z } from 'zod'
import { findingStates, severities } from '../domain/finding.ts'
import { ruleParameterName } from '../domain/rule-parameters.ts'
import { doubtLevels, doubtRules, sleepCodes } from '../messages/rule-list.ts'
import { params, queryOf } from './call.ts'
import { cellState, tracedAdjustment } from './figures.ts'
import { count, periodCode, sha256, unitCode } from './values.ts'

export const finding = z.strictObject({
  id: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  state: z.enum(findingStates),
  unit: unitCode.nullable(),
  field: z.string().nullable(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  /** Fill the rule's message on the side that shows it. */
  params,
  sources: z.array(z.strictObject({ path: z.string(), sha256: sha256.nullable(), sheet: z.string(), cell: z.string() })),
})

/**
 * Everything that stands in a period, weightiest first, as columns of equal length: small with any number of units. `rule`,
 * `severity`, `state` and `unit` are places in the lists beside them (unit −1: about the province); `params` see `packed-params.ts`.
 */
export const findingColumns = z.strictObject({
  rules: z.array(z.string()),
  units: z.array(z.strictObject({ code: unitCode, name: z.string() })),
  id: z.array(z.string()),
  rule: z.array(count),
  severity: z.array(count),
  state: z.array(count),
  unit: z.array(z.int().min(-1)),
  field: z.array(z.string().nullable()),
  params: z.strictObject({ names: z.array(z.array(z.string())), texts: z.array(z.string()), rows: z.array(z.string()) }),
  /** S6: how far the province's rate moves, in ten-thousandths of a point; negative: of a ratio; 0: not at all, or not known. */
  weight: z.array(z.int()),
})
export type FindingColumns = z.infer<typeof findingColumns>

/** A cell that a finding speaks of. `input` is null where nothing of the template stands in it; `unit` where nobody's file is known. */
export const findingCell = z.strictObject({
  unit: unitCode.nullable(),
  unitName: z.string().nullable(),
  input: z.string().nullable(),
  isField: z.boolean(),
  originalName: z.string(),
  sheet: z.string(),
  cell: z.string(),
  /** In effect; what the unit reported stands beside it. Null for texts. */
  value: count.nullable(),
  state: cellState.nullable(),
  reported: count.nullable(),
  reportedState: cellState.nullable(),
  raw: z.string(),
  /** Oldest first, withdrawn and replaced ones included. */
  adjustments: z.array(tracedAdjustment),
})
export type FindingCell = z.infer<typeof findingCell>

export const findingInFull = z.strictObject({ ...finding.omit({ sources: true }).shape, cells: z.array(findingCell), weight: z.int() })
export type FindingInFull = z.infer<typeof findingInFull>

/** A text beside the one it is like; ranges are UTF-16, end exclusive. `other.text` null: the text that everybody was given. */
export const copiedText = z.strictObject({
  id: z.string(),
  rule: z.enum(['N3', 'N4', 'N5', 'N7']),
  state: z.enum(findingStates),
  unit: unitCode,
  task: z.string(),
  /** Null where the finding speaks of several texts. */
  percent: count.nullable(),
  text: z.string(),
  other: z.strictObject({
    kind: z.enum(['unit', 'last_period', 'programme']),
    unit: unitCode.nullable(),
    name: z.string().nullable(),
    period: periodCode.nullable(),
    text: z.string().nullable(),
  }),
  passages: z.array(z.strictObject({ start: count, end: count, otherStart: count, otherEnd: count })),
})

/** A rule with the sizes it judges by, whether it can say anything in this period, and what it found. */
export const listedRule = z.strictObject({
  rule: z.string(),
  severity: z.enum(severities),
  parameters: z.array(z.strictObject({ name: ruleParameterName, value: count, usual: count })),
  awake: z.boolean(),
  /** Why it sleeps; of a rule that is awake, what it cannot judge. Code of `sleepTexts`. */
  note: z.strictObject({ code: z.enum(sleepCodes), params: z.record(z.string(), z.string()) }).nullable(),
  found: count,
  open: count,
})

/** A unit with its open signs of doubt, the weightiest first. */
export const doubtfulUnit = z.strictObject({
  unit: unitCode,
  name: z.string(),
  weight: count,
  level: z.enum(doubtLevels),
  signs: z.array(z.strictObject({ rule: z.enum(doubtRules), count })),
})

export const findings = {
  /** Copied texts with what is alike, in the order of findings. */
  copies: queryOf('findings', 'submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional(), task: z.string().min(1).optional() }))
    .output(z.strictObject({ given: z.string(), copies: z.array(copiedText) })),
  rules: queryOf('findings', 'figures', 'submissions', 'adjustments', 'workspace')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(listedRule)),
  /** The most doubtful first. */
  doubts: queryOf('findings', 'figures', 'submissions', 'adjustments', 'workspace')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(doubtfulUnit)),
  /** Weightiest first. */
  list: queryOf('findings', 'figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, open: z.boolean().optional(), unit: unitCode.optional() }))
    .output(z.array(finding)),
  /** Settled ones too. */
  browse: queryOf('findings', 'figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode }))
    .output(findingColumns),
  /** One of them with its cells; null when it no longer stands. `unit` is the one `browse` gave with it. */
  get: queryOf('findings', 'figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, unit: unitCode.nullable(), id: z.string() }))
    .output(findingInFull.nullable()),
}
