import { z } from 'zod'
import { largestCount } from '../domain/figure.ts'
import { command } from './call.ts'
import { adjustmentBasis, cellState, tracedAdjustment } from './figures.ts'
import { count, id, periodCode, reason, unitCode } from './values.ts'

export const adjustment = z.strictObject({ ...tracedAdjustment.shape, period: periodCode, unit: unitCode, field: z.string() })

export const adjustments = {
  add: command('adjustments', 'figures', 'findings')
    .input(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        field: z.string().min(1),
        value: z.int().min(0).max(largestCount),
        basis: adjustmentBasis,
        reason,
        /** The figure in effect that the person saw: another one by now refuses with `adjustment.changed`. */
        seen: z.strictObject({ state: cellState, value: count.nullable() }).optional(),
      }),
    )
    .output(adjustment),
  withdraw: command('adjustments', 'figures', 'findings').input(z.strictObject({ id, reason })).output(adjustment),
}
