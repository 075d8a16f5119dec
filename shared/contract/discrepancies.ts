import { z } from 'zod'
import { findingStates } from '../domain/finding.ts'
import { largestCount } from '../domain/figure.ts'
import { decisions } from '../domain/review.ts'
import { command, queryOf } from './call.ts'
import { adjustmentBasis, cellState } from './figures.ts'
import { count, id, instant, periodCode, reason, unitCode } from './values.ts'

const findingId = z.string().min(1).max(64)

/** What became of a decision: `reopened` = its cells say something else by now, `gone` = the finding no longer stands. */
export const decision = z.strictObject({
  id,
  batch: id,
  period: periodCode,
  finding: findingId,
  rule: z.string(),
  unit: unitCode.nullable(),
  subject: z.string().nullable(),
  decision: z.enum(decisions),
  basis: adjustmentBasis.nullable(),
  reason: z.string(),
  adjustment: id.nullable(),
  /** The count that stood against the unit's when it was decided, and whose it was. */
  compared: count.nullable(),
  comparedWith: z.string().nullable(),
  standing: z.enum(['stands', 'reopened', 'gone', 'replaced', 'undone']),
  actor: z.string(),
  at: instant,
})

/** What a unit wrote to a question of a query sheet. */
export const queryAnswer = z.strictObject({
  id,
  verdict: z.enum(['right', 'wrong', 'said']),
  value: count.nullable(),
  text: z.string(),
  actor: z.string(),
  at: instant,
})

const figure = z.strictObject({
  unit: unitCode,
  field: z.string().min(1),
  value: z.int().min(0).max(largestCount),
  /** The figure in effect that the person saw: another one by now refuses with `adjustment.changed`. */
  seen: z.strictObject({ state: cellState, value: count.nullable() }).optional(),
})

const sums = z.strictObject({ numerator: count, denominator: count })

export const trial = z.strictObject({
  period: periodCode,
  unit: unitCode,
  field: z.string(),
  value: count,
  now: z.strictObject({ state: cellState, value: count.nullable() }),
  /** Indicators whose sums change, in programme order. */
  effect: z.array(z.strictObject({ indicator: z.string(), old: sums, new: sums })),
})

export const discrepancies = {
  /** One decision about one finding or several of one cause; `adjusted` lays the given figures over the reported ones. */
  settle: command('findings', 'adjustments', 'figures')
    .input(
      z.strictObject({
        period: periodCode,
        findings: z.array(findingId).min(1).max(5000),
        /** How each of them stood when the person looked; otherwise by now refuses with `discrepancy.decided_meanwhile`. */
        seen: z.array(z.enum(findingStates)).max(5000).optional(),
        as: z.enum(decisions),
        reason,
        basis: adjustmentBasis.optional(),
        figures: z.array(figure).max(20).optional(),
      }),
    )
    .output(
      z.strictObject({
        batch: id,
        period: periodCode,
        decision: z.enum(decisions),
        findings: z.array(z.strictObject({ id: findingId, settlement: id, state: z.enum(findingStates) })),
      }),
    ),
  /** The batch named by its id or by a decision in it; without `id` the last one that this person made in the period. */
  undo: command('findings', 'adjustments', 'figures')
    .input(z.strictObject({ period: periodCode.optional(), id: id.optional() }))
    .output(z.strictObject({ batch: id, period: periodCode, findings: z.array(findingId), adjustments: z.array(id) })),
  /** Every decision of a period, oldest first; of one finding where one is named. */
  list: queryOf('findings', 'figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, finding: findingId.optional() }))
    .output(z.array(decision)),
  answers: queryOf('findings')
    .input(z.strictObject({ period: periodCode, finding: findingId }))
    .output(z.array(queryAnswer)),
  /** What the province's sums would be with another figure; nothing is written. */
  try: queryOf('figures', 'adjustments', 'submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode, field: z.string().min(1), value: z.int().min(0).max(largestCount) }))
    .output(trial),
}
