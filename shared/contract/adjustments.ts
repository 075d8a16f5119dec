import { z } from 'zod'
import { largestCount } from '../domain/figure.ts'
import { command } from './call.ts'
import { adjustmentBasis, tracedAdjustment } from './figures.ts'
import { id, periodCode, reason, unitCode } from './values.ts'

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
      }),
    )
    .output(adjustment),
  withdraw: command('adjustments', 'figures', 'findings').input(z.strictObject({ id, reason })).output(adjustment),
}
