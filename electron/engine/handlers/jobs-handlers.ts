import { guarded as on } from '../guard.ts'

export const jobsHandlers = {
  list: on.jobs.list.handler(({ context }) => context.jobs.list()),
  get: on.jobs.get.handler(({ context, input }) => (input.brief ? context.jobs.getBrief(input.id) : context.jobs.get(input.id))),
  cancel: on.jobs.cancel.handler(({ context, input }) => context.jobs.cancel(input.id)),
}
