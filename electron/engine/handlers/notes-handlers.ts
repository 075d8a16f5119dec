import type { Id } from '../../../shared/domain/identity.ts'
import type { ReceivedFile } from '../../store/received-file-store.ts'
import type { EngineContext } from '../context.ts'
import { guarded as on } from '../guard.ts'

const writing = () => import('../../review/write-notes.ts')
const listing = () => import('../../review/list-notes.ts')

/** Files that show something are kept before the command that names them. */
const kept = async (context: EngineContext, file: Id | undefined): Promise<ReceivedFile | undefined> =>
  file === undefined ? undefined : (await (await import('../keep-staged.ts')).keepStaged(context, file)).file

export const notesHandlers = {
  list: on.notes.list.handler(async ({ context, input }) => (await listing()).listNoteViews(context, input)),
  add: on.notes.add.handler(async ({ context, input }) => (await writing()).addNote(context, input)),
  move: on.notes.move.handler(async ({ context, input }) => (await writing()).moveNote(context, input)),
  update: on.notes.update.handler(async ({ context, input }) => (await writing()).updateNoteWords(context, input)),
  reply: on.notes.reply.handler(async ({ context, input: { file, ...rest } }) =>
    (await writing()).addToNote(context, { ...rest, file: await kept(context, file) }),
  ),
}

export const shortcomingsHandlers = {
  due: on.shortcomings.due.handler(async ({ context }) => (await listing()).countDue(context)),
  list: on.shortcomings.list.handler(async ({ context, input }) => (await listing()).listRegister(context, input)),
  add: on.shortcomings.add.handler(async ({ context, input }) => {
    const { period, audience, unit, input: name, range, quote, text, ...shortcoming } = input
    return (await writing()).addNote(context, { period, audience, unit, input: name, range, quote, text, kind: 'shortcoming', shortcoming })
  }),
  update: on.shortcomings.update.handler(async ({ context, input }) => (await writing()).updateShortcoming(context, input)),
  move: on.shortcomings.move.handler(async ({ context, input: { text = '', file, ...rest } }) =>
    (await writing()).moveShortcoming(context, { ...rest, text, file: await kept(context, file) }),
  ),
  verify: on.shortcomings.verify.handler(async ({ context, input: { id, text = '', file } }) =>
    (await writing()).moveShortcoming(context, { id, to: 'verified', text, file: await kept(context, file) }),
  ),
}
