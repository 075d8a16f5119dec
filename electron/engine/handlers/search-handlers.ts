import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const searchHandlers = {
  find: on.search.find.handler(async ({ context, input }) => {
    const { createStillOpen } = await import('../still-open.ts')
    const { findEverywhere } = await import('../../search/find-everywhere.ts')
    return plain(await findEverywhere(context, { ...input, isOpen: createStillOpen(context, input.period) }))
  }),
}
