import { heldChoices } from '../../../shared/contract/submissions.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-message.ts'
import { oneLine } from '../visible-text.ts'

export const heldList: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const items = await client.submissions.listHeld({ period: required('period') })
      const messageOf = await ruleMessages(client, language, required('period'))
      const held = items.map(({ reasons, ...item }) => ({
        ...item,
        reasons: reasons.map(({ rule, severity, params }) => ({ rule, severity, message: messageOf(rule, params) })),
      }))
      const text = held
        .map(({ id, originalName, unit, reasons, choices }) =>
          [
            `${id}  ${oneLine(originalName)}${unit === null ? '' : `  ${unit}`}`,
            ...reasons.map(({ message }) => `  ${message}`),
            `  ${fillText(outputTexts.choices, language, { choices: choices.join(', ') })}`,
          ].join('\n'),
        )
        .join('\n')
      return { json: held, text: text === '' ? fillText(outputTexts.nothingHeld, language) : text }
    }),
}

export const heldResolve: Command = {
  options: ['as', 'unit'],
  required: ['as'],
  args: ['ID'],
  run({ args, language, required, text, withWorkspace }) {
    const choice = checkChoice('as', required('as'), heldChoices, language)
    const unit = text('unit')
    return withWorkspace('write', async ({ client }) => {
      const { reasons, ...resolution } = await client.submissions.resolveHeld({ id: args[0]!, choice, ...(unit === undefined ? {} : { unit }) })
      const messageOf = await ruleMessages(client, language)
      const next = reasons.map(({ rule, severity, params }) => ({ rule, severity, message: messageOf(rule, params) }))
      const asks = resolution.state === 'held'
      const sentence = asks
        ? fillText(outputTexts.heldAsks, language, { message: next[0]?.message ?? '', choices: resolution.choices.join(', ') })
        : fillText(outputTexts.heldSettled, language)
      return { json: { ...resolution, reasons: next }, text: sentence, exitCode: asks ? 1 : 0 }
    })
  },
}
