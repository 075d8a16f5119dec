import { resolve } from 'node:path'
import { reportKinds } from '../../../shared/domain/programme.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { Command } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'
import { runJob } from '../run-job.ts'

export const reportBuild: Command = {
  options: ['period', 'kind', 'out', 'format'],
  required: ['period', 'kind', 'out'],
  run(invocation) {
    const { required, text, language } = invocation
    const kind = checkChoice('kind', required('kind'), reportKinds, language)
    checkChoice('format', text('format') ?? 'pdf', ['pdf'], language)
    return invocation.withWorkspace('write', async (workspace) => {
      const path = resolve(required('out'))
      const target = workspace.engine.context.staging.addOutput(path)
      const { report, sha256, pages, blocking } = await runJob<'report'>(workspace, invocation, (client) => client.reports.build({ period: required('period'), kind, target }))
      const lines = [fillText(outputTexts.reportBuilt, language, { pages, path }), ...(blocking > 0 ? [fillText(outputTexts.reportBlocking, language, { blocking })] : [])]
      return { json: { report, sha256, pages, blocking }, text: lines.join('\n') }
    })
  },
}

export const reportList: Command = {
  options: ['period'],
  run: ({ language, text, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = text('period')
      const reports = await client.reports.list(period === undefined ? {} : { period })
      const lines = reports.map(({ report, period: of, kind, pages, builtAt }) => `${report}  ${of}  ${kind}  ${pages}  ${printInstant(builtAt, language)}`)
      return { json: { reports }, text: lines.length === 0 ? fillText(outputTexts.noReports, language) : lines.join('\n') }
    }),
}
