import { unitStateWords } from '../../../shared/rules/unit-state-words.ts'
import { traceOriginTexts } from '../../../shared/messages/trace-origin.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { wrapText } from '../wrap-text.ts'

type Register = Awaited<ReturnType<Workspace['client']['submissions']['register']>>
type UnitRow = Register['units'][number]

/** Who needs a call comes first. */
const statesInOrder = ['missing', 'pending', 'late', 'on_time'] as const

export const status: Command = {
  options: ['period', 'all'],
  required: ['period'],
  run: ({ language, required, flag, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const register = await client.submissions.register({ period })
      if (isJson) return { json: register, text: '' }
      const dueAt = (await client.periods.list({})).find(({ code }) => code === period)!.dueAt
      const showsAll = flag('all') === true
      const shown = statesInOrder
        .filter((state) => showsAll || state !== 'on_time')
        .flatMap((state) => register.units.filter((unit) => unit.state === state))
      const say = (key: 'unit' | 'state' | 'receivedAt'): string => fillText(outputTexts[key], language)
      const rows = shown.map((unit) => [
        unit.name,
        unit.keyed
          ? `${unitStateWords(unit, dueAt, language)} · ${fillText(traceOriginTexts.keyed, language)}`
          : unitStateWords(unit, dueAt, language),
        unit.receivedAt === null ? '' : printInstant(unit.receivedAt, language),
      ])
      const table =
        shown.length === 0
          ? []
          : ['', formatTable([{ head: say('unit'), wraps: true }, { head: say('state') }, { head: say('receivedAt') }], rows, width)]
      const pending = countOf(register, 'pending')
      const hints = [
        ...(showsAll || register.onTime === 0
          ? []
          : [
              fillText(outputTexts.statusOnTime, language, {
                count: formatSmallCount(register.onTime, language),
                command: commandLine('status', '--period', period, '--all'),
              }),
            ]),
        ...(pending === 0
          ? []
          : [
              fillText(outputTexts.nextHeld, language, {
                count: formatSmallCount(pending, language),
                command: commandLine('held', 'list', '--period', period),
              }),
            ]),
      ].map((hint) => wrapText(hint, width))
      const due = fillText(outputTexts.statusDue, language, { period, due: printInstant(dueAt, language) })
      return { json: register, text: [due, totals(register, language), ...table, ...(hints.length > 0 ? ['', ...hints] : [])].join('\n') }
    }),
}

const countOf = ({ units }: Register, state: UnitRow['state']): number => units.filter((unit) => unit.state === state).length

function totals(register: Register, language: Language): string {
  const print = (count: number): string => formatSmallCount(count, language)
  const { expected, received, onTime, late } = register
  const params = { expected: formatCount(expected, language), received: print(received), onTime: print(onTime), late: print(late) }
  return fillText(outputTexts.statusTotals, language, {
    ...params,
    pending: print(countOf(register, 'pending')),
    unsent: print(countOf(register, 'missing')),
  })
}
