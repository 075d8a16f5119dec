import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'

const stateTexts = { on_time: outputTexts.onTime, late: outputTexts.late, pending: outputTexts.pending, missing: outputTexts.missing }

export const status: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const register = await client.submissions.register({ period: required('period') })
      const { expected, received, onTime, late, missing, units } = register
      const say = (key: 'unit' | 'state' | 'receivedAt'): string => fillText(outputTexts[key], language)
      const rows = units.map(({ name, state, receivedAt }) => [name, fillText(stateTexts[state], language), receivedAt === null ? '' : printInstant(receivedAt, language)])
      const table = formatTable([{ head: say('unit') }, { head: say('state') }, { head: say('receivedAt') }], rows)
      return { json: register, text: `${fillText(outputTexts.statusTotals, language, { expected, received, onTime, late, missing })}\n\n${table}` }
    }),
}
