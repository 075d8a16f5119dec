import { guarded as on } from '../guard.ts'

export const narrativesHandlers = {
  ofTask: on.narratives.ofTask.handler(async ({ context, input }) =>
    (await import('../../review/list-passages.ts')).listTaskPassages(context, input),
  ),
  ofUnit: on.narratives.ofUnit.handler(async ({ context, input }) =>
    (await import('../../review/list-passages.ts')).listUnitPassages(context, input),
  ),
}
