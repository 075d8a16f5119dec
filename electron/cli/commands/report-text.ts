import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { AppError } from '../../../shared/errors.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { suggestionReasonTexts, textOutput } from '../../../shared/messages/report-text.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Answer, Command, Invocation } from '../command.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'
import { layOutParagraph } from './report-paragraph.ts'
import { givenText, layOutFigures, scopeOf } from './report-words.ts'

const sectionOf = ({ text }: Invocation): { section?: string } => {
  const section = text('section')
  return section === undefined ? {} : { section }
}

function layOutSection({ code, number, heading, text, stale, loose }: ReportTextView['sections'][number], language: Language): string[] {
  const say = (key: keyof typeof textOutput, params: Record<string, string> = {}): string => fillText(textOutput[key], language, params)
  return [
    say('section', { number: number === '' ? '' : `${number}. `, heading, code }),
    ...(text === '' ? [say('unwritten')] : text.split('\n').map((line) => `  ${line}`)),
    ...layOutFigures({ stale, loose }, language),
  ]
}

export const textList: Command = {
  options: ['period', 'kind', 'section'],
  required: ['period', 'kind'],
  run(invocation) {
    const { language, width } = invocation
    const scope = scopeOf(invocation)
    const { section } = sectionOf(invocation)
    return invocation.withWorkspace('read', async ({ client }) => {
      const { sections: all, paragraphs: every, tasks, figures } = await client.reportTexts.list(scope)
      const sections = all.filter(({ code }) => section === undefined || code === section)
      if (sections.length === 0) throw new AppError('report_text.no_section', { section: section ?? '' })
      const chosen = section === undefined ? tasks.filter(({ pins }) => pins.length > 0) : []
      const known = new Set(all.map(({ code }) => code))
      const paragraphs = every.filter((one) => (section === undefined ? one.own !== null : one.section === section))
      const paragraphsOf = Map.groupBy(paragraphs, (one) => (one.section !== null && known.has(one.section) ? one.section : ''))
      const layOutOf = (code: string): string[] => (paragraphsOf.get(code) ?? []).flatMap((one) => layOutParagraph(one, language))
      const lines = [
        ...sections.flatMap((one) => [...layOutSection(one, language), ...layOutOf(one.code)]),
        ...layOutOf(''),
        ...chosen.flatMap(({ code, label, pins }) => [
          fillText(textOutput.task, language, { code, label }),
          ...pins.flatMap(({ unitName, text, isLost }) => [
            fillText(textOutput.pin, language, { text: oneLine(text), unit: unitName }),
            ...(isLost ? [fillText(textOutput.lost, language)] : []),
          ]),
        ]),
      ]
      const isAmiss =
        sections.some(({ stale }) => stale.length > 0) || paragraphs.some(({ own, stale }) => own?.isChanged || stale.length > 0)
      const exitCode = isAmiss ? 1 : 0
      return {
        json: { sections, paragraphs: section === undefined ? every : paragraphs, tasks, figures },
        text: lines.map((line) => wrapText(line, width, '  ')).join('\n'),
        exitCode,
      }
    })
  },
}

/** The section as it is now. */
function sectionWritten(invocation: Invocation, view: ReportTextView, section: string, key: 'written' | 'restored'): Answer {
  const own = view.sections.find(({ code }) => code === section)!
  const lines = layOutSection(own, invocation.language).map((line) => wrapText(line, invocation.width, '  '))
  return { json: { section: own }, text: [fillText(textOutput[key], invocation.language), ...lines].join('\n') }
}

export const textWrite: Command = {
  options: ['period', 'kind', 'section', 'text', 'file'],
  required: ['period', 'kind', 'section'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const section = invocation.required('section')
      const view = await client.reportTexts.write({
        ...scopeOf(invocation),
        section,
        text: await givenText(invocation, 'report text write'),
      })
      return sectionWritten(invocation, view, section, 'written')
    }),
}

export const textRestore: Command = {
  options: [],
  args: ['VERSION'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const version = invocation.args[0]!
      const view = await client.reportTexts.restore({ version })
      const own = view.sections.find(({ versions }) => versions.some(({ id }) => id === version))
      if (own) return sectionWritten(invocation, view, own.code, 'restored')
      const paragraph = view.paragraphs.find(({ versions }) => versions.some(({ id }) => id === version)) ?? null
      const lines = paragraph === null ? [] : layOutParagraph(paragraph, invocation.language)
      const text = [fillText(textOutput.restored, invocation.language), ...lines]
        .map((line) => wrapText(line, invocation.width, '  '))
        .join('\n')
      return { json: { paragraph }, text }
    }),
}

export const textRefresh: Command = {
  options: ['period', 'kind', 'section'],
  required: ['period', 'kind'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const { refreshed, texts } = await client.reportTexts.refresh({ ...scopeOf(invocation), ...sectionOf(invocation) })
      const stale = [
        ...texts.sections.flatMap((section) => section.stale.map((one) => ({ section: section.code, ...one }))),
        ...texts.paragraphs.flatMap(({ key, stale: own }) => own.map((one) => ({ paragraph: key, ...one }))),
      ]
      const count = formatSmallCount(refreshed, invocation.language)
      const json = { refreshed, stale }
      return { json, text: fillText(textOutput.refreshed, invocation.language, { count }), exitCode: stale.length > 0 ? 1 : 0 }
    }),
}

export const textSuggest: Command = {
  options: ['period', 'kind', 'task'],
  required: ['period', 'kind'],
  run(invocation) {
    const { language, width, text } = invocation
    const task = text('task')
    return invocation.withWorkspace('read', async ({ client }) => {
      const suggestions = await client.reportTexts.suggest({ ...scopeOf(invocation), ...(task === undefined ? {} : { task }) })
      if (suggestions.length === 0) return { json: { suggestions }, text: fillText(textOutput.noSuggestions, language) }
      const nameOf = await unitNames(client)
      const lines = [...Map.groupBy(suggestions, (one) => one.task)].flatMap(([code, own]) => [
        code,
        ...own.map(({ text: sentence, unit, reasons }) =>
          fillText(textOutput.suggestion, language, {
            text: oneLine(sentence),
            unit: nameOf(unit),
            reasons: reasons.map((reason) => suggestionReasonTexts[reason][language]).join(', '),
          }),
        ),
      ])
      return { json: { suggestions }, text: lines.map((line) => wrapText(line, width, '  ')).join('\n') }
    })
  },
}

const pinsOfTask = ({ tasks }: ReportTextView, task: string) => tasks.find(({ code }) => code === task)?.pins ?? []

export const textPin: Command = {
  options: ['period', 'kind', 'task', 'unit', 'place'],
  required: ['period', 'kind', 'task', 'unit'],
  args: ['SENTENCE'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const { required, text, language, args } = invocation
      const order = { ...scopeOf(invocation), task: required('task'), unit: required('unit'), text: args[0]! }
      const place = text('place')
      if (place !== undefined && !/^[1-9]\d{0,2}$/.test(place))
        throw new AppError('command.option_without_value', { option: '--place', usage: `tonghop ${commandUsage['report text pin']}` })
      const pinned = await client.reportTexts.pin(order)
      const view = place === undefined ? pinned : await client.reportTexts.order({ ...order, place: Number(place) })
      return { json: { pins: pinsOfTask(view, order.task) }, text: fillText(textOutput.pinned, language) }
    }),
}

export const textUnpin: Command = {
  options: ['period', 'kind', 'task', 'unit'],
  required: ['period', 'kind', 'task', 'unit'],
  args: ['SENTENCE'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) => {
      const order = {
        ...scopeOf(invocation),
        task: invocation.required('task'),
        unit: invocation.required('unit'),
        text: invocation.args[0]!,
      }
      const view = await client.reportTexts.unpin(order)
      return { json: { pins: pinsOfTask(view, order.task) }, text: fillText(textOutput.unpinned, invocation.language) }
    }),
}
