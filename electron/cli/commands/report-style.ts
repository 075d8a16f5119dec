import { contentsChoices, reportStyle as styleSchema, spellings, urgencies, type ReportStyle } from '../../../shared/domain/report-style.ts'
import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import { AppError } from '../../../shared/errors.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { styleTexts } from '../../../shared/messages/report-style.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Command, Invocation } from '../command.ts'
import type { OptionName } from '../option-names.ts'
import { checkChoice } from '../parse-arguments.ts'

export const styleOptions = [
  'sides',
  'draft-round',
  'circulation',
  'typist',
  'copies',
  'urgency',
  'spelling',
  'ending',
  'contents',
] as const satisfies readonly OptionName[]

/** Shows what a report looks like, or changes what is named; `--for-all` is about every report that nothing else was chosen for. */
export const reportStyle: Command = {
  options: ['period', 'kind', 'for-all', ...styleOptions],
  run(invocation) {
    const { language, flag, required, withWorkspace } = invocation
    const change = readStyleChange(invocation)
    const mode = Object.keys(change).length === 0 ? 'read' : 'write'
    if (flag('for-all'))
      return withWorkspace(mode, async ({ client }) => {
        const before = await client.settings.reportStyle({})
        const style = mode === 'read' ? before : await client.settings.updateReportStyle({ ...before, ...change })
        return { json: { style }, text: layOutStyle(style, language).join('\n') }
      })
    const scope = { period: required('period'), kind: checkChoice('kind', required('kind'), reportKinds, language) }
    return withWorkspace(mode, async ({ client }) => {
      const before = await client.reports.style(scope)
      const json = mode === 'read' ? before : await client.reports.setStyle({ ...scope, style: { ...before.style, ...change } })
      const whose = fillText(json.isOwn ? styleTexts.isOwn : styleTexts.isCommon, language)
      return { json, text: [whose, ...layOutStyle(json.style, language)].join('\n') }
    })
  },
}

/** What was named on the command line; an empty text or number takes a mark away. */
export function readStyleChange({ text, language }: Invocation): Partial<ReportStyle> {
  const change: Partial<ReportStyle> = {}
  const [sides, urgency, spelling, ending, contents] = [text('sides'), text('urgency'), text('spelling'), text('ending'), text('contents')]
  if (sides !== undefined) change.sides = checkChoice('sides', sides, ['one', 'two'], language)
  if (urgency !== undefined) change.urgency = checkChoice('urgency', urgency, urgencies, language)
  if (spelling !== undefined) change.spelling = checkChoice('spelling', spelling, spellings, language)
  if (ending !== undefined) change.ending = checkChoice('ending', ending, ['.', './.'], language)
  if (contents !== undefined) change.contents = checkChoice('contents', contents, contentsChoices, language)
  for (const [option, name] of [
    ['circulation', 'circulation'],
    ['typist', 'typist'],
  ] as const) {
    const given = text(option)
    if (given !== undefined) change[name] = checked(option, name, given.normalize('NFC'))
  }
  for (const [option, name] of [
    ['draft-round', 'draftRound'],
    ['copies', 'copies'],
  ] as const) {
    const given = text(option)
    if (given !== undefined) change[name] = given === '' ? null : checked(option, name, /^\d+$/.test(given) ? Number(given) : Number.NaN)
  }
  return change
}

/** Refuses with `command.option_without_value`. */
function checked<Name extends keyof ReportStyle>(option: OptionName, name: Name, value: NonNullable<ReportStyle[Name]>): ReportStyle[Name] {
  const read = styleSchema.shape[name].safeParse(value)
  if (!read.success)
    throw new AppError('command.option_without_value', { option: `--${option}`, usage: `tonghop ${commandUsage['report style']}` })
  return read.data as ReportStyle[Name]
}

function layOutStyle(style: ReportStyle, language: Language): string[] {
  const say = (key: keyof typeof styleTexts): string => fillText(styleTexts[key], language)
  const typed = (value: string | number | null): string => (value === null || value === '' ? say('nothing') : String(value))
  const lines: readonly (readonly [keyof typeof styleTexts, string])[] = [
    ['sides', say(`sides_${style.sides}`)],
    ['draftRound', typed(style.draftRound)],
    ['circulation', typed(style.circulation)],
    ['typist', typed(style.typist)],
    ['copies', typed(style.copies)],
    ['urgency', say(`urgency_${style.urgency}`)],
    ['spelling', say(`spelling_${style.spelling}`)],
    ['ending', style.ending],
    ['contents', say(`contents_${style.contents}`)],
  ]
  return lines.map(([label, value]) => fillText(styleTexts.line, language, { label: say(label), value }))
}
