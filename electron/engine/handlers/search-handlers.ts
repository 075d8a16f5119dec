import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const searchHandlers = {
  find: on.search.find.handler(async ({ context, input }) =>
    plain(await (await import('../../search/find-everywhere.ts')).findEverywhere(context, input)),
  ),
}
