import { outputTexts } from '../../shared/messages/command-output.ts'
import { fillText } from '../../shared/messages/text.ts'
import type { Invocation, Workspace } from './command.ts'
import { layOutChoices } from './lay-out-held.ts'
import { ruleMessages } from './rule-messages.ts'
import { unitNames } from './unit-names.ts'
import { wrapText } from './wrap-text.ts'

type Resolution = Awaited<ReturnType<Workspace['client']['submissions']['resolveHeld']>>

/**
 * What an answer made of a waiting file, with the sentences of what is asked next. `lines`: the next question and the command for
 * each answer, null where nothing is asked any more.
 */
export async function tellResolution<Answer extends Resolution>(
  client: Workspace['client'],
  { reasons, ...answer }: Answer,
  { language, width, commandLine }: Pick<Invocation, 'language' | 'width' | 'commandLine'>,
) {
  const messageOf = await ruleMessages(client, language, answer.period)
  const next = reasons.map(({ rule, severity, params }) => ({ rule, severity, message: messageOf(rule, params) }))
  const json = { ...answer, reasons: next }
  if (answer.state !== 'held') return { json, lines: null }
  const asked = wrapText(fillText(outputTexts.heldAsks, language, { message: next[0]?.message ?? '' }), width)
  const item = { id: answer.submission, choices: answer.choices, suggestions: [] }
  const answers = layOutChoices(item, { language, commandLine, nameOf: await unitNames(client) })
  return { json, lines: [asked, fillText(outputTexts.heldAnswer, language), ...answers] }
}
