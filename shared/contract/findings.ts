import { z } from 'zod'
import { findingStates, severities } from '../domain/finding.ts'
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
 * `severity`, `state` and `unit` are places in the lists beside them (unit −1: about the province); `params` are JSON texts.
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
  params: z.array(z.string()),
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

export const findingInFull = z.strictObject({ ...finding.omit({ sources: true }).shape, cells: z.array(findingCell) })
export type FindingInFull = z.infer<typeof findingInFull>

export const findings = {
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
