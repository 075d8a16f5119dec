import { readAtOneMoment } from '../../store/one-moment.ts'
import { guarded as on } from '../guard.ts'

export const tasksHandlers = {
  list: on.tasks.list.handler(async ({ context, input }) => {
    const { taskSteps } = await import('../../reconcile/task-status.ts')
    return readAtOneMoment(context.store, () => taskSteps(context, input))
  }),
  setStatus: on.tasks.setStatus.handler(async ({ context, input: { files = [], ...order } }) => {
    const { keepStaged } = await import('../keep-staged.ts')
    const kept = await Promise.all(files.map((file) => keepStaged(context, file)))
    return (await import('../../reconcile/task-status.ts')).setTaskStatus(context, { ...order, files: kept })
  }),
}
