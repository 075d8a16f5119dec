import { resolve } from 'node:path'
import { paperRoles } from '../../../shared/domain/report-state.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { outputTexts, reportKindTexts } from '../../../shared/messages/command-output.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { renderedTexts, reportStateTexts, roadWords } from '../../../shared/messages/report.ts'
import { signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Answer, Command, Invocation, Workspace } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'
import { runJob } from '../run-job.ts'

/** Every step answers the same: which report, how far it is, the hash of its paper. */
function stepTaken({ language }: Invocation, { report, state, sha256, kind, period }: ReportEntry, paper = sha256): Answer {
  const params = { kind: fillText(reportKindTexts[kind], language), period, state: fillText(reportStateTexts[state], language) }
  return { json: { report, state, sha256: paper }, text: fillText(outputTexts.reportStep, language, params) }
}

/** The hash of the paper as it is now, which after submitting is no longer that of the draft. */
async function afterStep(invocation: Invocation, { client }: Workspace, entry: ReportEntry): Promise<Answer> {
  const { files } = await client.reports.road({ report: entry.report })
  const paper = (['issued', 'signed', 'submitted'] as const).map((role) => files.find((file) => file.role === role)).find((file) => file)
  const isFrozen = entry.state !== 'draft' && entry.state !== 'reviewed'
  return stepTaken(invocation, entry, isFrozen ? paper?.sha256 : undefined)
}

const reservationsOf = ({ text }: Invocation): { reservations?: string } => {
  const reservations = text('reservations')
  return reservations === undefined ? {} : { reservations }
}

const stage = async ({ engine }: Workspace, path: string): Promise<string> =>
  engine.context.staging.addInput(await existingPath(path, 'file'))

/** A step over one report. */
const step = (
  options: Command['options'],
  required: Command['options'],
  take: (invocation: Invocation, workspace: Workspace, report: string) => Promise<Answer>,
): Command => ({
  options,
  required,
  args: ['ID'],
  run: (invocation) => invocation.withWorkspace('write', (workspace) => take(invocation, workspace, invocation.args[0]!)),
})

export const reportSubmit = step(['reservations'], [], async (invocation, workspace, report) =>
  afterStep(
    invocation,
    workspace,
    await runJob<'submit'>(workspace, invocation, (client) => client.reports.submit({ report, ...reservationsOf(invocation) })),
  ),
)

export const reportReturn = step(['remark'], ['remark'], async (invocation, workspace, report) =>
  afterStep(invocation, workspace, await workspace.client.reports.return({ report, remarks: [...invocation.texts('remark')] })),
)

export const reportWithdraw = step(['reason'], ['reason'], async (invocation, workspace, report) =>
  afterStep(invocation, workspace, await workspace.client.reports.withdraw({ report, reason: invocation.required('reason') })),
)

export const reportApprove = step(['reservations', 'paper'], [], async (invocation, workspace, report) => {
  const paper = invocation.text('paper')
  const order = { report, ...reservationsOf(invocation) }
  const scan = paper === undefined ? undefined : await stage(workspace, paper)
  const entry = await runJob<'approve'>(workspace, invocation, (client) =>
    scan === undefined ? client.reports.approve(order) : client.reports.approveOnPaper({ ...order, scan }),
  )
  return afterStep(invocation, workspace, entry)
})

export const reportSign = step(['p12', 'out', 'picture'], ['p12', 'out'], async (invocation, workspace, report) => {
  const { required, text, terminal, language } = invocation
  const certificate = await stage(workspace, required('p12'))
  const picture = text('picture')
  // Never an argument: those stand in the list of processes.
  const password = await terminal.readSecret(fillText(outputTexts.askCertificatePassword, language))
  const signed = await workspace.client.reports.sign({
    report,
    certificate,
    password,
    ...(picture === undefined ? {} : { picture: await stage(workspace, picture) }),
    target: workspace.engine.context.staging.addOutput(resolve(required('out'))),
  })
  return stepTaken(invocation, signed.report, signed.sha256)
})

export const reportIntake: Command = {
  options: [],
  args: ['ID', 'FILE'],
  run: (invocation) =>
    invocation.withWorkspace('write', async (workspace) => {
      const [report, path] = invocation.args as [string, string]
      const taken = await workspace.client.reports.intake({ report, file: await stage(workspace, path) })
      return stepTaken(invocation, taken.report, taken.sha256)
    }),
}

export const reportIssue = step(['number', 'date', 'supersedes', 'paper'], ['number', 'date'], async (invocation, workspace, report) => {
  const { required, text } = invocation
  const [supersedes, paper] = [text('supersedes'), text('paper')]
  const entry = await workspace.client.reports.issue({
    report,
    number: readNumber(required('number'), 'report issue'),
    day: required('date'),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(paper === undefined ? {} : { scan: await stage(workspace, paper) }),
  })
  return afterStep(invocation, workspace, entry)
})

function readNumber(value: string, command: 'report issue' | 'report number'): number {
  if (!/^[1-9]\d{0,4}$/.test(value))
    throw new AppError('command.option_without_value', { option: '--number', usage: `tonghop ${commandUsage[command]}` })
  return Number(value)
}

export const reportAnswer: Command = {
  options: ['answer', 'section'],
  required: ['answer'],
  args: ['REMARK'],
  run: ({ args, required, text, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const section = text('section')
      const order = { remark: args[0]!, answer: required('answer'), ...(section === undefined ? {} : { section }) }
      const remark = await client.reports.answer(order)
      return { json: { remark }, text: fillText(outputTexts.remarkAnswered, language) }
    }),
}

const written = (sheet: 'slip' | 'notice' | 'summary'): Command => ({
  options: ['out'],
  required: ['out'],
  args: ['ID'],
  run: ({ args, required, language, withWorkspace }) =>
    withWorkspace('read', async ({ engine }) => {
      const path = resolve(required('out'))
      const { writeSheet } = await import('../../engine/report-sheets.ts')
      const { sha256, bytes } = await writeSheet(engine.context, sheet, { report: args[0]!, path })
      return { json: { path, sha256 }, text: fillText(outputTexts.sheetWritten, language, { path, bytes: String(bytes) }) }
    }),
})
export const reportSlip = written('slip')
export const reportNotice = written('notice')
export const reportSummary = written('summary')

export const reportReprint: Command = {
  options: ['out', 'state'],
  required: ['out'],
  args: ['ID'],
  run: ({ args, text, required, language, withWorkspace }) => {
    const state = text('state')
    const role = state === undefined ? undefined : checkChoice('state', state, paperRoles, language)
    return withWorkspace('read', async ({ engine }) => {
      const path = resolve(required('out'))
      const { reprintTo } = await import('../../engine/report-sheets.ts')
      const { sha256, rendered } = await reprintTo(engine.context, { report: args[0]!, role, path })
      const lines = [fillText(outputTexts.reprinted, language, { path, sha256 })]
      if (rendered) lines.push(fillText(renderedTexts[rendered], language))
      return { json: { sha256, identical: true, rendered }, text: lines.join('\n'), exitCode: rendered === 'differs' ? 1 : 0 }
    })
  },
}

export const reportRegister: Command = {
  options: [],
  run: ({ language, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const json = await client.reports.register({})
      const say = (key: 'number' | 'numberDay' | 'numberAbout' | 'reportBy' | 'reportId'): string => fillText(outputTexts[key], language)
      const columns = [
        { head: say('number') },
        { head: say('numberDay') },
        { head: say('numberAbout') },
        { head: say('reportBy') },
        { head: say('reportId') },
      ] as const
      const rows = json.numbers.map(({ number, type, symbol, day, about, actor, report }) => [
        `${String(number).padStart(2, '0')}-${type}${symbol === '' ? '' : `/${symbol}`}`,
        printDay(day),
        about,
        actor,
        report ?? '–',
      ])
      const head = fillText(outputTexts.term, language, {
        from: printDay(json.termFrom),
        next: json.next === null ? '–' : String(json.next),
      })
      return { json, text: rows.length === 0 ? head : [head, formatTable(columns, rows, width)].join('\n') }
    }),
}

export const reportNumber: Command = {
  options: ['number', 'date', 'about'],
  required: ['number', 'date', 'about'],
  run: ({ required, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const order = { number: readNumber(required('number'), 'report number'), day: required('date'), about: required('about') }
      const number = await client.reports.recordNumber(order)
      return { json: { number }, text: fillText(outputTexts.numberRecorded, language, { number: String(number.number) }) }
    }),
}

export const reportTerm: Command = {
  options: ['from'],
  run: ({ text, language, withWorkspace }) => {
    const from = text('from')
    return withWorkspace(from === undefined ? 'read' : 'write', async ({ client }) => {
      const json = from === undefined ? await client.settings.term({}) : await client.settings.updateTerm({ termFrom: from })
      return { json, text: fillText(outputTexts.termIs, language, { from: printDay(json.termFrom) }) }
    })
  },
}

export const reportShow: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const road = await client.reports.road({ report: args[0]! })
      const say = (key: keyof typeof roadWords, params: Record<string, string> = {}): string => fillText(roadWords[key], language, params)
      const { report, steps, blockers, remarks, number, changedAt, freeze } = road
      const lines = [
        say('head', {
          kind: fillText(reportKindTexts[report.kind], language),
          period: report.period,
          state: fillText(reportStateTexts[report.state], language),
        }),
        ...steps.map(({ state, at, actor, kind, words }) =>
          say('step', {
            // What brought it back to a draft is what happened, not the draft.
            state: fillText(state === 'draft' && kind !== null ? signOffTexts[`said_${kind}`] : reportStateTexts[state], language),
            at: printInstant(at, language),
            actor,
            words: words === null ? '' : `: ${words.replaceAll('\n', '; ')}`,
          }),
        ),
        ...(number ? [say('number', { number: String(number.number), day: printDay(number.day) })] : []),
        ...(freeze ? [say('code', { code: freeze.code })] : []),
        ...(changedAt ? [say(freeze ? 'changed' : 'changedDraft', { at: printInstant(changedAt, language) })] : []),
        ...blockers.map(({ code, count }) => say(code, { count: formatSmallCount(count, language) })),
        ...remarks.map(({ id, text, answer }) =>
          say(answer === null ? 'remarkOpen' : 'remarkAnswered', { id, text, answer: answer ?? '' }),
        ),
      ]
      return { json: road, text: lines.join('\n') }
    }),
}
