import { guarded as on } from '../guard.ts'

export const lettersHandlers = {
  write: on.letters.write.handler(async ({ context, input }) =>
    context.jobs.start('papers', input, (await import('../paper-work.ts')).paperWork(context, input)),
  ),
  list: on.letters.list.handler(async ({ context, input }) =>
    (await import('../../review/write-letter.ts')).listWrittenLetters(context, input),
  ),
  message: on.letters.message.handler(async ({ context, input }) => ({
    text: (await import('../query-message.ts')).queryMessage(context, input),
  })),
  ready: on.letters.ready.handler(async ({ context, input }) => (await import('../unit-message.ts')).unitMessage(context, input)),
  takeAnswers: on.letters.takeAnswers.handler(async ({ context, input }) => {
    const { keepStaged } = await import('../keep-staged.ts')
    return (await import('../../review/take-answers.ts')).takeAnswers(context, await keepStaged(context, input.file))
  }),
}
