import { guarded as on } from '../guard.ts'

export const adjustmentsHandlers = {
  add: on.adjustments.add.handler(async ({ context, input }) =>
    (await import('../../reconcile/adjust-figure.ts')).adjustFigure(context, input),
  ),
  withdraw: on.adjustments.withdraw.handler(async ({ context, input }) =>
    (await import('../../reconcile/adjust-figure.ts')).withdrawAdjustment(context, input),
  ),
}
