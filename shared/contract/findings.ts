import { z } from 'zod'
import { findingStates, severities } from '../domain/finding.ts'
import { params, queryOf } from './call.ts'
import { periodCode, sha256, unitCode } from './values.ts'

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

export const findings = {
  /** Weightiest first. */
  list: queryOf('findings', 'figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, open: z.boolean().optional(), unit: unitCode.optional() }))
    .output(z.array(finding)),
}
