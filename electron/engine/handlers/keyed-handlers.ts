import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const keyedHandlers = {
  list: on.keyed.list.handler(async ({ context, input }) =>
    plain((await import('../../import/keyed/list-entries.ts')).listEntries(context, input)),
  ),
  get: on.keyed.get.handler(async ({ context, input }) =>
    plain((await import('../../import/keyed/list-entries.ts')).getEntry(context, input)),
  ),
  start: on.keyed.start.handler(async ({ context, input }) =>
    plain((await import('../../import/keyed/enter-figures.ts')).startEntry(context, input)),
  ),
  save: on.keyed.save.handler(async ({ context, input }) =>
    plain(await (await import('../../import/keyed/enter-figures.ts')).saveEntry(context, input)),
  ),
  check: on.keyed.check.handler(async ({ context, input }) =>
    plain((await import('../../import/keyed/check-entry.ts')).checkEntry(context, input)),
  ),
  withdraw: on.keyed.withdraw.handler(async ({ context, input }) => {
    const { withdrawEntry } = await import('../../import/keyed/withdraw-entry.ts')
    const { viewEntry } = await import('../../import/keyed/list-entries.ts')
    return plain(viewEntry(context, withdrawEntry(context, input)))
  }),
}
