import { heldChoices } from '../../../shared/contract/submissions.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { intakeCommandTexts as say } from '../../../shared/messages/intake-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { tableColumns } from '../table-columns.ts'
import { layOutHeld } from '../lay-out-held.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-messages.ts'
import { tellResolution } from '../tell-resolution.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'

export const heldList: Command = {
  options: ['period', 'all'],
  required: ['period'],
  run: ({ language, required, flag, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const items = await client.submissions.listHeld({ period })
      const messageOf = await ruleMessages(client, language, period)
      const json = items.map(({ reasons, ...item }) => ({
        ...item,
        reasons: reasons.map(({ rule, severity, params }) => ({ rule, severity, message: messageOf(rule, params) })),
      }))
      if (isJson) return { json, text: '' }
      if (items.length === 0) return { json, text: fillText(outputTexts.nothingHeld, language) }
      const setting = {
        language,
        width,
        commandLine,
        messageOf,
        nameOf: await unitNames(client),
        programme: await client.workspace.programme({ period }),
      }
      const print = (count: number): string => formatSmallCount(count, language)
      // One question at a time: a wall of questions is answered by nobody.
      const shown = flag('all') === true ? items : items.slice(0, 1)
      const rest = { count: print(items.length - shown.length), command: commandLine('held', 'list', '--period', period, '--all') }
      const parts = [
        fillText(outputTexts.heldCount, language, { count: print(items.length) }),
        ...shown.map((item) => layOutHeld(item, setting)),
        ...(shown.length < items.length ? [wrapText(fillText(outputTexts.heldRest, language, rest), width)] : []),
      ]
      return { json, text: parts.join('\n\n') }
    }),
}

export const heldResolve: Command = {
  options: ['as', 'unit'],
  required: ['as'],
  args: ['ID'],
  run(invocation) {
    const { args, language, required, text, width, commandLine, withWorkspace } = invocation
    const choice = checkChoice('as', required('as'), heldChoices, language)
    const unit = text('unit')
    return withWorkspace('write', async ({ client }) => {
      const resolution = await client.submissions.resolveHeld({ id: args[0]!, choice, ...(unit === undefined ? {} : { unit }) })
      const { json, lines } = await tellResolution(client, resolution, invocation)
      if (lines) return { json, text: lines.join('\n'), exitCode: 1 }
      const waiting = (await client.submissions.listHeld({ period: resolution.period })).length
      const more = { count: formatSmallCount(waiting, language), command: commandLine('held', 'list', '--period', resolution.period) }
      const hint = waiting === 0 ? [] : [wrapText(fillText(outputTexts.nextHeld, language, more), width)]
      return { json, text: [fillText(outputTexts.heldSettled, language), ...hint].join('\n') }
    })
  },
}

/** The names by which units call themselves, as people told them. */
export const heldNames: Command = {
  options: [],
  run: ({ language, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const names = await client.senders.list({})
      if (isJson) return { json: { names }, text: '' }
      if (names.length === 0) return { json: { names }, text: fillText(say.noNames, language) }
      const nameOf = await unitNames(client)
      const rows = names.map(({ text, unit, originalName, actor, id }) => [text, nameOf(unit), originalName, actor, id])
      const heads = tableColumns([say.name, outputTexts.unit, say.file, say.confirmedBy, say.id], 2, language)
      return { json: { names }, text: formatTable(heads, rows, width) }
    }),
}

export const heldForget: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.senders.forget({ id: args[0]! })
      return { json, text: fillText(say.nameForgotten, language, { name: json.text }) }
    }),
}
