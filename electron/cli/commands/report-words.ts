import { readFile } from 'node:fs/promises'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { AppError } from '../../../shared/errors.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { textOutput } from '../../../shared/messages/report-text.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Invocation } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { checkChoice } from '../parse-arguments.ts'

/** Which report's words a command is about. */
export const scopeOf = ({ required, language }: Invocation): { period: string; kind: ReportKind } => ({
  period: required('period'),
  kind: checkChoice('kind', required('kind'), reportKinds, language),
})

/** Typed behind --text or in a file. */
export async function givenText({ text }: Invocation, command: 'report text write' | 'report text override'): Promise<string> {
  const [typed, path] = [text('text'), text('file')]
  if (typed !== undefined && path === undefined) return typed
  if (typed === undefined && path !== undefined) return readFile(await existingPath(path, 'file'), 'utf8')
  throw new AppError('command.option_without_value', { option: '--text', usage: `tonghop ${commandUsage[command]}` })
}

/** Stale figures and numbers that refer to nothing. */
export function layOutFigures({ stale, loose }: Pick<ReportTextView['sections'][number], 'stale' | 'loose'>, language: Language): string[] {
  const say = (key: keyof typeof textOutput, params: Record<string, string> = {}): string => fillText(textOutput[key], language, params)
  return [
    ...stale.map(({ ref, shown, now }) => say('stale', { ref, shown, now: now ?? say('gone') })),
    ...loose.map(({ number, refs }) => (refs.length === 0 ? say('loose', { number }) : say('offered', { number, refs: refs.join(', ') }))),
  ]
}
