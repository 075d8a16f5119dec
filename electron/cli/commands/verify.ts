import { AppError } from '../../../shared/errors.ts'
import { auditCheckTexts } from '../../../shared/messages/audit.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'

const checkTexts: Readonly<Record<string, { vi: string; en: string }>> = auditCheckTexts

export const verify: Command = {
  options: ['audit'],
  async run({ directory, language, flag }) {
    if (flag('audit') !== true) throw new AppError('command.option_missing', { option: '--audit', usage: `tonghop ${commandUsage.verify}` })
    const { auditWorkspace } = await import('../../engine/workspace-doors.ts')
    const json = await auditWorkspace(directory, language)
    const lines = json.checks.map(({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${checkTexts[name]?.[language] ?? name}: ${detail}`)
    const verdict = fillText(json.ok ? outputTexts.auditPassed : outputTexts.auditFailed, language, { entries: json.entries })
    return { json, text: [...lines, verdict].join('\n'), exitCode: json.ok ? 0 : 1 }
  },
}
