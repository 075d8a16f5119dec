import { severities } from '../../../shared/domain/finding.ts'
import { outputTexts, severityTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { layOutFindings } from '../lay-out-findings.ts'
import { ruleMessages } from '../rule-messages.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'

/** What must be settled is shown whole; of the rest, as much as one looks through before the telephone is taken up. */
const shownAtOnce = { blocking: Number.POSITIVE_INFINITY, warning: 20, info: 5, settled: 5 } as const

export const findings: Command = {
  options: ['period', 'open', 'unit', 'all'],
  required: ['period'],
  run: ({ language, required, text, flag, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const unit = text('unit')
      const messageOf = await ruleMessages(client, language, period)
      const found = await client.findings.list({ period, open: flag('open') === true, ...(unit === undefined ? {} : { unit }) })
      const json = found.map(({ params, sources, ...finding }) => ({ ...finding, message: messageOf(finding.rule, params), sources }))
      if (isJson) return { json, text: '' }
      if (json.length === 0) return { json, text: fillText(outputTexts.noFindings, language) }
      const nameOf = await unitNames(client)
      const print = (count: number): string => formatSmallCount(count, language)
      const isOpen = ({ state }: (typeof json)[number]): boolean => state === 'open' || state === 'asked'
      const ofLevel = severities.map((severity) => ({
        severity,
        found: json.filter((finding) => isOpen(finding) && finding.severity === severity),
      }))
      const [blocking, warning, info] = ofLevel.map((level) => print(level.found.length))
      const again = commandLine(
        'findings',
        '--period',
        period,
        ...(unit === undefined ? [] : ['--unit', unit]),
        ...(flag('open') === true ? ['--open'] : []),
        '--all',
      )
      const groups = [
        ...ofLevel.map(({ severity, found: some }) => ({ title: severityTexts[severity], some, most: shownAtOnce[severity] })),
        { title: outputTexts.findingsSettled, some: json.filter((finding) => !isOpen(finding)), most: shownAtOnce.settled },
      ]
      const lines = groups.flatMap(({ title, some, most }) => {
        if (some.length === 0) return []
        const shown = flag('all') === true ? some : some.slice(0, most)
        const rest = { count: print(some.length - shown.length), what: fillText(outputTexts.findingsWord, language), command: again }
        return [
          '',
          `${fillText(title, language)} (${print(some.length)}):`,
          ...layOutFindings(shown, { nameOf, language, width }),
          ...(shown.length < some.length ? [wrapText(fillText(outputTexts.seeAll, language, rest), width, '  ')] : []),
        ]
      })
      const totals = fillText(outputTexts.findingTotals, language, { blocking: blocking!, warning: warning!, info: info! })
      return {
        json,
        text: [wrapText(totals, width), ...lines, '', wrapText(fillText(outputTexts.findingsHint, language, { period }), width)].join('\n'),
      }
    }),
}
