import { AppError } from '../../../shared/errors.ts'
import { inboxCommandTexts as say } from '../../../shared/messages/inbox.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'

const kinds = ['receipt', 'reminder', 'question'] as const

export const message: Command = {
  options: ['period', 'unit', ...kinds],
  required: ['period', 'unit'],
  run({ language, required, flag, withWorkspace }) {
    const [kind, second] = kinds.filter((one) => flag(one) === true)
    if (kind === undefined || second !== undefined)
      throw new AppError('command.option_missing', {
        option: '--receipt | --reminder | --question',
        usage: 'message --period P --unit U (--receipt | --reminder | --question)',
      })
    return withWorkspace('read', async ({ client }) => {
      const json = await client.letters.ready({ period: required('period'), unit: required('unit'), kind, language })
      const nothing = { receipt: say.noReceipt, reminder: json.state === 'pending' ? say.waits : say.noReminder, question: say.noQuestion }
      return { json, text: json.text ?? fillText(nothing[kind], language) }
    })
  },
}
