import { describeInboxSettings, readInboxSettings, updateInboxSettings } from '../../import/inbox/inbox-settings.ts'
import { guarded as on } from '../guard.ts'

export const inboxHandlers = {
  status: on.inbox.status.handler(async ({ context: { inbox, store } }) => ({
    ...describeInboxSettings(readInboxSettings(store)),
    sources: await inbox.sources(),
  })),
  settings: on.inbox.settings.handler(({ context }) => describeInboxSettings(readInboxSettings(context.store))),
  folders: on.inbox.folders.handler(async ({ context, input }) => (await import('../take-from-inbox.ts')).offerFolders(context, input)),
  update: on.inbox.update.handler(async ({ context, input: { folder, watchesMedia } }) => {
    const settings = await updateInboxSettings(context, {
      ...(folder === undefined ? {} : { folder: folder === null ? null : context.staging.get(folder).path }),
      ...(watchesMedia === undefined ? {} : { watchesMedia }),
    })
    await context.inbox.look()
    return describeInboxSettings(settings)
  }),
  take: on.inbox.take.handler(async ({ context, input }) => (await import('../take-from-inbox.ts')).takeFromInbox(context, input)),
  dismiss: on.inbox.dismiss.handler(async ({ context: { inbox }, input }) => {
    await inbox.sources()
    inbox.dismiss(input.source)
    return {}
  }),
}
