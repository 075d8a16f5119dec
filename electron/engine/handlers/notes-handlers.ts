import { guarded as on } from '../guard.ts'

const writing = () => import('../../review/write-notes.ts')
const listing = () => import('../../review/list-notes.ts')

export const notesHandlers = {
  list: on.notes.list.handler(async ({ context, input }) => (await listing()).listNoteViews(context, input)),
  add: on.notes.add.handler(async ({ context, input }) => (await writing()).addNote(context, input)),
  move: on.notes.move.handler(async ({ context, input }) => (await writing()).moveNote(context, input)),
  update: on.notes.update.handler(async ({ context, input }) => (await writing()).updateNoteWords(context, input)),
  reply: on.notes.reply.handler(async ({ context, input: { file, ...rest } }) => {
    const { keepStaged } = await import('../keep-staged.ts')
    const kept = file === undefined ? undefined : await keepStaged(context, file)
    return (await writing()).addToNote(context, { ...rest, file: kept?.file })
  }),
}

export const shortcomingsHandlers = {
  list: on.shortcomings.list.handler(async ({ context, input }) => (await listing()).listRegister(context, input)),
  add: on.shortcomings.add.handler(async ({ context, input }) => {
    const { period, audience, unit, input: name, range, quote, text, ...shortcoming } = input
    return (await writing()).addNote(context, { period, audience, unit, input: name, range, quote, text, kind: 'shortcoming', shortcoming })
  }),
  update: on.shortcomings.update.handler(async ({ context, input }) => (await writing()).updateShortcoming(context, input)),
  move: on.shortcomings.move.handler(async ({ context, input: { text = '', ...rest } }) =>
    (await writing()).moveShortcoming(context, { ...rest, text }),
  ),
  verify: on.shortcomings.verify.handler(async ({ context, input: { id, text = '' } }) =>
    (await writing()).moveShortcoming(context, { id, to: 'verified', text }),
  ),
}
