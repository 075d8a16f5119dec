import { outputTexts, stateOfPeriodTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { wrapText } from '../wrap-text.ts'

export const periodOpen: Command = {
  options: ['from', 'to', 'due', 'cut-off', 'ends-year'],
  required: ['from', 'to', 'due'],
  args: ['CODE'],
  run: ({ args, language, required, text, flag, width, commandLine, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const cutOff = text('cut-off')
      const endsYear = flag('ends-year')
      const period = await client.periods.open({
        code: args[0]!,
        from: required('from'),
        to: required('to'),
        due: required('due'),
        ...(cutOff === undefined ? {} : { cutOff }),
        ...(endsYear === undefined ? {} : { endsYear }),
      })
      const next = commandLine('templates', '--period', period.code, '--out', 'bieu-mau')
      const params = { code: period.code, from: printDay(period.from), to: printDay(period.to), due: printInstant(period.dueAt, language) }
      return {
        json: { period },
        text: [fillText(outputTexts.periodOpened, language, params), fillText(outputTexts.nextTemplates, language, { command: next })]
          .map((line) => wrapText(line, width))
          .join('\n'),
      }
    }),
}

export const periodClose: Command = {
  options: [],
  args: ['CODE'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const period = await client.periods.close({ code: args[0]! })
      return { json: { period }, text: fillText(outputTexts.periodClosed, language, { code: period.code }) }
    }),
}

export const periodReopen: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['CODE'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const period = await client.periods.reopen({ code: args[0]!, reason: required('reason') })
      return { json: { period }, text: fillText(outputTexts.periodReopened, language, { code: period.code }) }
    }),
}

export const periodList: Command = {
  options: [],
  run: ({ language, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const periods = await client.periods.list({})
      if (periods.length === 0) return { json: { periods }, text: fillText(outputTexts.noPeriods, language) }
      const say = (key: 'period' | 'span' | 'due' | 'state'): string => fillText(outputTexts[key], language)
      const rows = periods.map(({ code, from, to, dueAt, state }) => [
        code,
        `${printDay(from)} – ${printDay(to)}`,
        printInstant(dueAt, language),
        fillText(stateOfPeriodTexts[state], language),
      ])
      return {
        json: { periods },
        text: formatTable([{ head: say('period') }, { head: say('span') }, { head: say('due') }, { head: say('state') }], rows, width),
      }
    }),
}

export const periodRegister: Command = {
  options: [],
  args: ['CODE', 'FILE'],
  async run({ args, language, withWorkspace }) {
    const path = await existingPath(args[1]!, 'file')
    return withWorkspace('write', async ({ client, engine }) => {
      const json = await client.periods.registerCounts({ period: args[0]!, file: engine.context.staging.addInput(path) })
      return {
        json,
        text: fillText(outputTexts.registered, language, {
          counts: formatSmallCount(json.counts, language),
          units: formatSmallCount(json.units, language),
        }),
      }
    })
  },
}
