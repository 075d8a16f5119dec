import { AppError } from '../../../shared/errors.ts'
import { auditCheckTexts } from '../../../shared/messages/audit.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { outputTexts, reportKindTexts } from '../../../shared/messages/command-output.ts'
import { reportStateTexts } from '../../../shared/messages/report.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { verifyCheckTexts } from '../../../shared/messages/verify.ts'
import type { Answer, Command, Invocation } from '../command.ts'
import { existingPath } from '../existing-path.ts'

export const verify: Command = {
  options: ['audit', 'roots', 'code'],
  args: ['FILE'],
  argsOptional: true,
  run(invocation) {
    const { args, flag, text } = invocation
    const [file] = args
    if (flag('audit') === true) return audit(invocation)
    const code = text('code')
    if (code !== undefined) return verifyByCode(invocation, code)
    if (file === undefined) throw new AppError('command.argument_missing', { argument: 'FILE', usage: `tonghop ${commandUsage.verify}` })
    return verifyPaper(invocation, file)
  },
}

async function audit({ directory, language }: Invocation): Promise<Answer> {
  const { auditWorkspace } = await import('../../engine/workspace-doors.ts')
  const json = await auditWorkspace(directory, language)
  const verdict = fillText(json.ok ? outputTexts.auditPassed : outputTexts.auditFailed, language, { entries: json.entries })
  return { json, text: [...linesOf(json.checks, auditCheckTexts, language), verdict].join('\n'), exitCode: json.ok ? 0 : 1 }
}

/** From the printed slip to the archived paper, which is checked like any other. */
async function verifyByCode({ language, withWorkspace }: Invocation, code: string): Promise<Answer> {
  return withWorkspace('read', async ({ client, engine }) => {
    const report = await client.reports.findByCode({ code })
    const { openPaper } = await import('../../engine/report-sheets.ts')
    const { path } = await openPaper(engine.context, report.report)
    const { sentence, report: _found, ...json } = await client.trust.verifyFile({ file: engine.context.staging.addInput(path), language })
    const head = fillText(outputTexts.reportStep, language, {
      kind: fillText(reportKindTexts[report.kind], language),
      period: report.period,
      state: fillText(reportStateTexts[report.state], language),
    })
    const lines = [head, ...linesOf(json.checks, verifyCheckTexts, language), sentence]
    return { json: { ...json, report }, text: lines.join('\n'), exitCode: json.ok ? 0 : 1 }
  })
}

async function verifyPaper({ directory, language, text }: Invocation, file: string): Promise<Answer> {
  const path = await existingPath(file, 'file')
  const given = text('roots')
  const roots = given === undefined ? undefined : await existingPath(given, 'file')
  const { verifyPdfFile } = await import('../../engine/workspace-doors.ts')
  const { sentence, ...json } = await verifyPdfFile(directory, { path, roots, language })
  return { json, text: [...linesOf(json.checks, verifyCheckTexts, language), sentence].join('\n'), exitCode: json.ok ? 0 : 1 }
}

const linesOf = (
  checks: readonly { name: string; ok: boolean | null; detail: string }[],
  texts: Readonly<Record<string, { vi: string; en: string }>>,
  language: Invocation['language'],
): string[] => checks.map(({ name, ok, detail }) => `${ok === null ? '–' : ok ? '✓' : '✗'} ${texts[name]?.[language] ?? name}: ${detail}`)
