import { readAtOneMoment } from '../../store/one-moment.ts'
import { guarded as on } from '../guard.ts'

export const overviewHandlers = {
  standing: on.overview.standing.handler(async ({ context, input }) => {
    const { standingSteps } = await import('../overview-of-period.ts')
    return readAtOneMoment(context.store, () => standingSteps(context, input.period))
  }),
  get: on.overview.get.handler(async ({ context, input }) => {
    const { overviewSteps } = await import('../overview-of-period.ts')
    return readAtOneMoment(context.store, () => overviewSteps(context, input.period))
  }),
  weights: on.overview.weights.handler(async ({ context, input }) => {
    const { weighIndicator } = await import('../../consolidate/weigh-indicator.ts')
    return readAtOneMoment(context.store, () => weighIndicator(context, input))
  }),
}
