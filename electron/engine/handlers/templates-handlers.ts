import { guarded as on } from '../guard.ts'

export const templatesHandlers = {
  write: on.templates.write.handler(async ({ context, input }) =>
    context.jobs.start('templates', input, (await import('../job-works.ts')).templatesWork(context, input)),
  ),
}
