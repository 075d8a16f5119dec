import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { AppError } from '../../../shared/errors.ts'
import { textOutput } from '../../../shared/messages/report-text.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printedWords } from '../../../shared/rules/override-paragraphs.ts'
import type { Command, Invocation } from '../command.ts'
import { wrapText } from '../wrap-text.ts'
import { givenText, layOutFigures, scopeOf } from './report-words.ts'

type Paragraph = ReportTextView['paragraphs'][number]

/** What the program says, what the office says instead, and what needs a look. */
export function layOutParagraph({ key, generated, own, stale, loose }: Paragraph, language: Language): string[] {
  const say = (name: keyof typeof textOutput, params: Record<string, string> = {}): string => fillText(textOutput[name], language, params)
  return [
    say('paragraph', { key, text: generated === null ? say('baseGone') : printedWords(generated) }),
    ...(own === null ? [] : [own.text === '' ? say('leftOut') : say('own', { text: own.text.replaceAll('\n', ' ⏎ ') })]),
    ...(own?.isChanged && generated !== null ? [say('baseChanged', { text: printedWords(own.base) })] : []),
    ...layOutFigures({ stale, loose }, language),
  ]
}

export const textOverride: Command = {
  options: ['period', 'kind', 'paragraph', 'text', 'file', 'leave-out', 'original'],
  required: ['period', 'kind', 'paragraph'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const { language, width, required } = invocation
      const key = required('paragraph')
      const text = await newWords(invocation)
      const view = await client.reportTexts.override({ ...scopeOf(invocation), paragraph: key, text })
      const paragraph = view.paragraphs.find((one) => one.key === key) ?? null
      const lines = paragraph === null ? [] : layOutParagraph(paragraph, language).map((line) => wrapText(line, width, '  '))
      const said = fillText(text === null ? textOutput.original : textOutput.overridden, language)
      return { json: { paragraph }, text: [said, ...lines].join('\n') }
    }),
}

/** Exactly one of the four ways to say it; null puts the program's words back. */
async function newWords(invocation: Invocation): Promise<string | null> {
  const { text, flag } = invocation
  const given = [text('text') !== undefined, text('file') !== undefined, flag('leave-out'), flag('original')].filter(Boolean)
  if (given.length === 1) {
    if (flag('original')) return null
    if (flag('leave-out')) return ''
    const words = await givenText(invocation, 'report text override')
    if (words.trim() !== '') return words
  }
  throw new AppError('command.option_without_value', { option: '--text', usage: `tonghop ${commandUsage['report text override']}` })
}
