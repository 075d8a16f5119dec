import { relative } from 'node:path'
import { channels } from '../../../shared/domain/submission.ts'
import type { JobResult } from '../../../shared/contract/jobs.ts'
import { outcomeTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Answer, Command, Invocation } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-messages.ts'
import { runJob } from '../run-job.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

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
      return answerImport(result, await ruleMessages(workspace.client, language, required('period')), invocation)
    })
  },
}

type ImportResult = JobResult<'import'>
type MessageOf = Awaited<ReturnType<typeof ruleMessages>>

/** Messages stand beside their rules; params are for the side that fills them. */
const withMessages = ({ files, totals, cancelled }: ImportResult, messageOf: MessageOf) => ({
  files: files.map(({ findings, ...file }) => ({
    ...file,
    findings: findings.map(({ rule, severity, sheet, cell, params }) => ({
      rule,
      severity,
      sheet,
      cell,
      message: messageOf(rule, params),
    })),
  })),
  totals,
  ...(cancelled ? { cancelled } : {}),
})

/** What a system leaves on a stick was sent by nobody: people are told nothing of it. */
const isOfSystem = ({ findings }: { findings: readonly { rule: string }[] }): boolean => findings.some(({ rule }) => rule === 'M49')

/** By outcome, those that need somebody first; what came in without a word is only counted, because forty good files would bury the two. */
export function answerImport(
  result: ImportResult,
  messageOf: MessageOf,
  { language, width, commandLine, required, isJson }: Invocation,
): Answer {
  const json = withMessages(result, messageOf)
  const { totals } = result
  const exitCode = totals.held > 0 || totals.rejected > 0 || result.cancelled === true ? 1 : 0
  if (isJson) return { json, text: '', exitCode }
  const print = (count: number): string => formatSmallCount(count, language)
  const say = (key: keyof typeof outputTexts, params: Readonly<Record<string, string>> = {}): string =>
    wrapText(fillText(outputTexts[key], language, params), width)
  const groups = (['held', 'rejected', 'attached'] as const).flatMap((outcome) => {
    const files = json.files.filter((file) => file.outcome === outcome && !isOfSystem(file))
    if (files.length === 0) return []
    const lines = files.flatMap((file) => [
      `  ${oneLine(shortPath(file.path))}`,
      ...[...new Set(file.findings.map(({ message }) => message))].map((message) => wrapText(oneLine(message), width, '    - ')),
    ])
    return ['', `${fillText(outcomeTexts[outcome], language)} (${print(files.length)}):`, ...lines]
  })
  const noted = json.files.filter(({ outcome, findings }) => outcome === 'imported' && findings.length > 0).length
  const period = required('period')
  const next =
    totals.held > 0
      ? say('nextHeld', { count: print(totals.held), command: commandLine('held', 'list', '--period', period) })
      : noted > 0
        ? say('nextFindings', { command: commandLine('findings', '--period', period, '--open') })
        : say('nextStatus', { command: commandLine('status', '--period', period) })
  const text = [
    say(
      'importTotals',
      Object.fromEntries(
        Object.entries({ ...totals, rejected: totals.rejected - result.passedOver }).map(([outcome, count]) => [outcome, print(count)]),
      ),
    ),
    ...(result.cancelled ? [say('importCancelled')] : []),
    ...(noted > 0 ? [say('importWithFindings', { count: print(totals.imported), noted: print(noted) })] : []),
    ...groups,
    '',
    next,
  ].join('\n')
  return { json, text, exitCode }
}

/** From where the person stands, if that is shorter. */
function shortPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near !== '' && !near.startsWith('..') && near.length < path.length ? near : path
}
