import { guarded as on } from '../guard.ts'

export const sendersHandlers = {
  list: on.senders.list.handler(async ({ context }) =>
    (await import('../../import/sender-names.ts')).listSenders(context).map(({ folded: _folded, ...name }) => name),
  ),
  forget: on.senders.forget.handler(async ({ context, input }) => {
    const { folded: _folded, ...name } = (await import('../../import/sender-names.ts')).forgetSender(context, input)
    return name
  }),
}
