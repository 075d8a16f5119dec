import { severities } from '../../../shared/domain/finding.ts'
import { outputTexts, severityTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { ruleMessages } from '../rule-message.ts'

export const findings: Command = {
  options: ['period', 'open', 'unit'],
  required: ['period'],
  run: ({ language, required, text, flag, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const messageOf = await ruleMessages(client, language, required('period'))
      const found = await client.findings.list({ period: required('period'), open: flag('open') === true, ...(unit === undefined ? {} : { unit }) })
      const json = found.map(({ params, sources, ...finding }) => ({ ...finding, message: messageOf(finding.rule, params), sources }))
      const lines = severities.flatMap((severity) => {
        const same = json.filter((finding) => finding.severity === severity)
        if (same.length === 0) return []
        return [`${fillText(severityTexts[severity], language)} (${same.length}):`, ...same.map(({ rule, unit: of, message }) => `  ${of === null ? '' : `${of}  `}${rule}  ${message}`)]
      })
      return { json, text: lines.length === 0 ? fillText(outputTexts.noFindings, language) : lines.join('\n') }
    }),
}
