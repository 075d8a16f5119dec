import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const submissionsHandlers = {
  import: on.submissions.import.handler(async ({ context, input }) =>
    context.jobs.start('import', input, (await import('../job-works.ts')).importWork(context, input)),
  ),
  listHeld: on.submissions.listHeld.handler(async ({ context, input }) => {
    const items = (await import('../../import/list-held.ts')).listHeld(context, input)
    const { withNotes } = await import('../notes-of-held.ts')
    return plain(items.map((item) => withNotes(context, input.period, item)))
  }),
  resolveHeld: on.submissions.resolveHeld.handler(async ({ context, input }) => {
    if (input.choice !== 'map') return plain((await import('../../import/resolve-held.ts')).resolveHeld(context, input))
    // One key where the mapping was confirmed before.
    const { confirmMapping } = await import('../../import/mapping/confirm-mapping.ts')
    const { mapping: _mapping, ...resolution } = await confirmMapping(context, { id: input.id, unit: input.unit })
    return plain(resolution)
  }),
  waiting: on.submissions.waiting.handler(async ({ context, input }) =>
    (await import('../../import/get-held.ts')).listWaiting(context, input),
  ),
  held: on.submissions.held.handler(async ({ context, input }) => {
    const item = (await import('../../import/get-held.ts')).findHeld(context, input)
    const { withNotes } = await import('../notes-of-held.ts')
    return plain(item && withNotes(context, item.period, item))
  }),
  receipts: on.submissions.receipts.handler(async ({ context, input }) =>
    plain((await import('../../import/list-receipts.ts')).listReceipts(context, input)),
  ),
  receipt: on.submissions.receipt.handler(async ({ context, input }) =>
    plain((await import('../../import/list-receipts.ts')).getReceipt(context, input)),
  ),
  importAgain: on.submissions.importAgain.handler(async ({ context, input }) =>
    context.jobs.start('import', input, (await import('../job-works.ts')).importAgainWork(context, input)),
  ),
  versions: on.submissions.versions.handler(async ({ context, input }) =>
    plain((await import('../../import/list-versions.ts')).listUnitVersions(context, input)),
  ),
  register: on.submissions.register.handler(async ({ context, input }) =>
    plain((await import('../../import/get-register.ts')).getRegister(context, input)),
  ),
  sheet: on.submissions.sheet.handler(async ({ context, input }) =>
    plain(await (await import('../../import/show-sheet.ts')).showSheet(context, input)),
  ),
  registerSheet: on.submissions.registerSheet.handler(async ({ context, input }) =>
    plain((await import('../../import/get-register.ts')).getRegisterSheet(context, input)),
  ),
}
