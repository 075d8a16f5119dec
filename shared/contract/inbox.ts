import { z } from 'zod'
import { channels } from '../domain/submission.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, jobStarted, periodCode } from './values.ts'

/**
 * A stick or the inbox folder. `place`: where it lies, only to be read by people. `fresh`: files that were not received yet;
 * `more`: there is more than is looked through. `isDismissed`: a person said “later” to these files. `job`: what takes it in now.
 * `isTaken`: everything was copied and taken in, so that a stick can be taken out.
 */
export const inboxSource = z.strictObject({
  id,
  kind: z.enum(['media', 'folder']),
  name: z.string(),
  place: z.string(),
  isReachable: z.boolean(),
  fresh: count,
  more: z.boolean(),
  isDismissed: z.boolean(),
  job: id.nullable(),
  isTaken: z.boolean(),
})
export type InboxSource = z.infer<typeof inboxSource>

/** `folder`: null where none was chosen. */
export const inboxSettings = z.strictObject({
  folder: z.strictObject({ name: z.string(), place: z.string() }).nullable(),
  watchesMedia: z.boolean(),
})

const source = z.strictObject({ source: id })

/** What lies ready to be taken in. Files of a source are only ever read, and copied before anything else. */
export const inbox = {
  status: queryOf('inbox')
    .input(z.strictObject({}))
    .output(z.strictObject({ ...inboxSettings.shape, sources: z.array(inboxSource) })),
  settings: queryOf('inbox').input(z.strictObject({})).output(inboxSettings),
  /** Folders that can be chosen where the page has no dialog for them: of the home folder, or of one that was offered before. Refuses with `file.not_found`. */
  folders: queryOf()
    .input(z.strictObject({ under: fileId.optional() }))
    .output(z.array(z.strictObject({ file: fileId, name: z.string(), place: z.string() }))),
  /** What is left out stays. Refuses with `file.not_found`, `inbox.not_folder`, `inbox.own_folder`. */
  update: command('inbox')
    .input(z.strictObject({ folder: fileId.nullable().optional(), watchesMedia: z.boolean().optional() }))
    .output(inboxSettings),
  /**
   * Starts the import of what is new in a source; of one that is being taken in, that same job. It came by USB unless said otherwise.
   * Refuses with `period.not_found`, `inbox.source_gone`, `inbox.nothing_new`.
   */
  take: command('jobs', 'inbox')
    .input(z.strictObject({ ...source.shape, period: periodCode, receivedAt: z.string().optional(), channel: z.enum(channels).optional() }))
    .output(jobStarted),
  /** Says no more of these files; new ones, and the stick plugged in again, are told of. Refuses with `inbox.source_gone`. */
  dismiss: command('inbox').input(source).output(z.strictObject({})),
}
