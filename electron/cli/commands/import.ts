import { channels, outcomes } from '../../../shared/domain/submission.ts'
import type { JobResult } from '../../../shared/contract/jobs.ts'
import { outcomeTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Answer, Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-message.ts'
import { runJob } from '../run-job.ts'
import { oneLine } from '../visible-text.ts'

export const importCommand: Command = {
  options: ['period', 'received', 'channel', 'progress'],
  required: ['period'],
  args: ['PATH'],
  lastRepeats: true,
  async run(invocation) {
    const { args, required, text, language } = invocation
    const channel = text('channel')
    const receivedAt = text('received')
    const chosen = channel === undefined ? {} : { channel: checkChoice('channel', channel, channels, language) }
    const paths = await Promise.all(args.map((path) => existingPath(path)))
    return invocation.withWorkspace('write', async (workspace) => {
      const files = paths.map((path) => workspace.engine.context.staging.addInput(path))
      const result = await runJob<'import'>(workspace, invocation, (client) =>
        client.submissions.import({ period: required('period'), files, ...(receivedAt === undefined ? {} : { receivedAt }), ...chosen }),
      )
      return answer(result, language, await ruleMessages(workspace.client, language, required('period')))
    })
  },
}

type ImportResult = JobResult<'import'>
type MessageOf = Awaited<ReturnType<typeof ruleMessages>>

/** Messages stand beside their rules; params are for the side that fills them. */
const withMessages = ({ files, totals, cancelled }: ImportResult, messageOf: MessageOf) => ({
  files: files.map(({ findings, ...file }) => ({
    ...file,
    findings: findings.map(({ rule, severity, sheet, cell, params }) => ({ rule, severity, sheet, cell, message: messageOf(rule, params) })),
  })),
  totals,
  ...(cancelled ? { cancelled } : {}),
})

function answer(result: ImportResult, language: Language, messageOf: MessageOf): Answer {
  const json = withMessages(result, messageOf)
  const needsPerson = result.totals.held > 0 || result.totals.rejected > 0 || result.cancelled === true
  // What came in without a word is counted, not listed: forty good files would bury the two that need somebody.
  const lines = outcomes.flatMap((outcome) => {
    const files = json.files.filter((file) => file.outcome === outcome)
    if (files.length === 0 || outcome === 'imported' || outcome === 'duplicate') return []
    return ['', `${fillText(outcomeTexts[outcome], language)}:`, ...files.flatMap((file) => [`  ${oneLine(file.path)}`, ...file.findings.map(({ message }) => `    ${message}`)])]
  })
  const summary = fillText(outputTexts.importTotals, language, result.totals)
  const cancelled = result.cancelled ? [fillText(outputTexts.importCancelled, language)] : []
  return { json, text: [summary, ...cancelled, ...lines].join('\n'), exitCode: needsPerson ? 1 : 0 }
}
