import { resolve } from 'node:path'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import { outputTexts, reportKindTexts } from '../../../shared/messages/command-output.ts'
import { reportStateTexts } from '../../../shared/messages/report.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { layOutFindings } from '../lay-out-findings.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-messages.ts'
import { runJob } from '../run-job.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'
import { chooseNamedTopic } from './report-topic.ts'

export const reportBuild: Command = {
  options: ['period', 'kind', 'out', 'format', 'task', 'indicator'],
  required: ['period', 'kind', 'out'],
  run(invocation) {
    const { required, text, language, isJson } = invocation
    const kind = checkChoice('kind', required('kind'), reportKinds, language)
    const format = checkChoice('format', text('format') ?? 'pdf', ['pdf', 'docx', 'xlsx'], language)
    return invocation.withWorkspace('write', async (workspace) => {
      await chooseNamedTopic(invocation, workspace, kind)
      const path = resolve(required('out'))
      const target = workspace.engine.context.staging.addOutput(path)
      const scope = { period: required('period'), kind }
      const { report, sha256, pages, blocking } = await runJob<'report'>(workspace, invocation, (client) =>
        client.reports.build({ ...scope, ...(format === 'pdf' ? { target } : {}) }),
      )
      // The tables are those of a report that was built: its paper is kept, and shows the same figures.
      const tables = format === 'xlsx' ? await workspace.client.reports.tables({ report, target }) : undefined
      const word = format === 'docx' ? await workspace.client.reports.word({ ...scope, target }) : undefined
      const json = { report, sha256: (tables ?? word)?.sha256 ?? sha256, pages, blocking }
      if (isJson) return { json, text: '' }
      const built = tables
        ? fillText(outputTexts.tablesWritten, language, { path })
        : fillText(outputTexts.reportBuilt, language, { pages: formatSmallCount(pages, language), path })
      const draft = fillText(outputTexts.reportDraft, language)
      const lines = [built, draft, ...(await whatIsUnwritten(workspace, invocation, scope))]
      return { json, text: [...lines, ...(blocking > 0 ? await whatBlocks(workspace, invocation, blocking) : [])].join('\n') }
    })
  },
}

async function whatIsUnwritten(
  { client }: Workspace,
  { language, width }: Invocation,
  scope: { period: string; kind: ReportKind },
): Promise<string[]> {
  const unwritten = (await client.reportTexts.list(scope)).sections.filter((section) => section.isUnwritten)
  if (unwritten.length === 0) return []
  const sections = unwritten.map(({ number, heading }) => `${number}. ${heading}`).join('; ')
  return [
    wrapText(fillText(outputTexts.reportUnwritten, language, { count: formatSmallCount(unwritten.length, language), sections }), width),
  ]
}

async function whatBlocks(
  { client }: Workspace,
  { language, width, required, commandLine }: Invocation,
  blocking: number,
): Promise<string[]> {
  const period = required('period')
  const messageOf = await ruleMessages(client, language, period)
  const found = (await client.findings.list({ period, open: true })).filter(({ severity }) => severity === 'blocking')
  const findings = found.map((finding) => ({ ...finding, message: messageOf(finding.rule, finding.params) }))
  return [
    '',
    fillText(outputTexts.reportBlocking, language, { blocking: formatSmallCount(blocking, language) }),
    ...layOutFindings(findings, { nameOf: await unitNames(client), language, width }),
    wrapText(fillText(outputTexts.nextFindings, language, { command: commandLine('findings', '--period', period, '--open') }), width),
  ]
}

export const reportList: Command = {
  options: ['period'],
  run: ({ language, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = text('period')
      const reports = await client.reports.list(period === undefined ? {} : { period })
      if (isJson) return { json: { reports }, text: '' }
      if (reports.length === 0) return { json: { reports }, text: fillText(outputTexts.noReports, language) }
      const say = (key: 'period' | 'reportKind' | 'reportState' | 'reportPages' | 'reportAt' | 'reportBy' | 'reportId'): string =>
        fillText(outputTexts[key], language)
      const rows = reports.map(({ report, period: of, kind, state, pages, builtAt, actor }) => [
        of,
        fillText(reportKindTexts[kind], language),
        fillText(reportStateTexts[state], language),
        String(pages),
        printInstant(builtAt, language),
        actor,
        report,
      ])
      const columns = [
        { head: say('period') },
        { head: say('reportKind') },
        { head: say('reportState') },
        { head: say('reportPages'), align: 'right' },
        { head: say('reportAt') },
        { head: say('reportBy') },
        { head: say('reportId') },
      ] as const
      return { json: { reports }, text: formatTable(columns, rows, width) }
    }),
}

export const reportReview: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const { report, state, sha256, period, kind } = await client.reports.review({ report: args[0]! })
      const params = { kind: fillText(reportKindTexts[kind], language), period }
      return { json: { report, state, sha256 }, text: fillText(outputTexts.reportReviewed, language, params) }
    }),
}
