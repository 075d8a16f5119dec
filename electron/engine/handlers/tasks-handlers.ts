import { readAtOneMoment } from '../../store/one-moment.ts'
import { guarded as on } from '../guard.ts'

export const tasksHandlers = {
  list: on.tasks.list.handler(async ({ context, input }) => {
    const { taskSteps } = await import('../../reconcile/task-status.ts')
    return readAtOneMoment(context.store, () => taskSteps(context, input))
  }),
  setStatus: on.tasks.setStatus.handler(async ({ context, input }) =>
    (await import('../../reconcile/task-status.ts')).setTaskStatus(context, input),
  ),
}
