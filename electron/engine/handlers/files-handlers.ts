import { guarded as on } from '../guard.ts'

export const filesHandlers = {
  listKept: on.files.listKept.handler(async ({ context, input }) => (await import('../job-works.ts')).listKeptFiles(context, input.files)),
  stat: on.files.stat.handler(async ({ context, input }) => (await import('../job-works.ts')).statFile(context, input.file)),
}
