import { resolve } from 'node:path'
import type { LaterDataView, ReportChangesView } from '../../../shared/contract/report-changes.ts'
import type { Programme, ReportKind } from '../../../shared/domain/programme.ts'
import { changesTexts, changeWords, laterTexts, reportWeightTexts } from '../../../shared/messages/report-changes.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { appendixWords, figureRows, waitingRows, type ChangeRow } from '../../../shared/rules/change-words.ts'
import { sectionLabel } from '../../../shared/rules/section-label.ts'
import { targetText } from '../../../shared/rules/indicator-words.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { wrapText } from '../wrap-text.ts'

/** As many waiting files are named. */
const mostFiles = 20

/** What somebody needs who reads a report a second time. */
export const reportRead: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.reports.read({ report: args[0]! })
      return { json, text: fillText(changesTexts.readTo, language, { at: printInstant(json.readAt, language) }) }
    }),
}

export const reportChanges: Command = {
  options: ['since', 'out'],
  args: ['ID'],
  run: (invocation) =>
    invocation.withWorkspace('read', async ({ client, engine }) => {
      const { args, text, language } = invocation
      const [report, since, out] = [args[0]!, text('since'), text('out')]
      const order = { report, ...(since === undefined ? {} : { since }) }
      if (out !== undefined) {
        const path = resolve(out)
        const { renderChanges } = await import('../../engine/report-sheets.ts')
        const { sha256, bytes } = await renderChanges(engine.context, order, path)
        return { json: { path, sha256, bytes }, text: fillText(changesTexts.written, language, { path }) }
      }
      const json = await client.reports.changes(order)
      if (invocation.isJson) return { json, text: '' }
      const setting = await settingOf(client, report)
      return { json, text: layOutChanges(json, setting, invocation) }
    }),
}

type Setting = { programme: Programme; kind: ReportKind }

async function settingOf(client: Workspace['client'], report: string): Promise<Setting> {
  const { period, kind } = (await client.reports.road({ report })).report
  return { programme: await client.workspace.programme({ period }), kind }
}

function layOutChanges(
  { since, remarks, paragraphs, appendices, ...figures }: ReportChangesView,
  { programme, kind }: Setting,
  { language, width }: Pick<Invocation, 'language' | 'width'>,
): string {
  const say = (text: Text, params: Readonly<Record<string, string>> = {}): string => fillText(text, language, params)
  if (!since) return say(changesTexts.none)
  const rows = figureRows(programme, figures, language)
  const remarkLines = remarks.flatMap(({ text, actor, answer, section }) => [
    wrapText(say(changesTexts.remark, { actor, text }), width, '- '),
    wrapText(
      answerWords(answer, section === null ? undefined : sectionLabel(programme.outline, section, kind, language), language),
      width,
      '  ',
    ),
  ])
  const parts: [Text, string[]][] = [
    [changesTexts.figures, rows.length === 0 ? [] : [changeTable(rows, language, width)]],
    [
      changesTexts.wording,
      paragraphs === null ? [say(changesTexts.otherProgram)] : paragraphs.map((change) => paragraphLine(change, language, width)),
    ],
    [changesTexts.appendices, (appendices ?? []).map((change) => wrapText(appendixWords(change, language), width, '- '))],
    [changesTexts.remarks, remarkLines],
  ]
  const shown = parts.filter(([, lines]) => lines.length > 0)
  const params = {
    at: printInstant(since.at, language),
    pages: String(since.pages),
    readAt: since.readAt === null ? '' : printInstant(since.readAt, language),
  }
  return [
    wrapText(say(since.readAt === null ? changesTexts.since : changesTexts.sinceRead, params), width),
    ...(shown.length === 0 ? [say(changesTexts.same)] : []),
    ...shown.flatMap(([title, lines]) => ['', say(title), ...lines]),
  ].join('\n')
}

const answerWords = (answer: string | null, section: string | undefined, language: Language): string =>
  answer === null
    ? changesTexts.noAnswer[language]
    : fillText(section === undefined ? changesTexts.answer : changesTexts.answerAt, language, { answer, section: section ?? '' })

/** `[-old-]` and `{+new+}` stand without colours, too. */
const paragraphLine = (
  { kind, heading, words }: NonNullable<ReportChangesView['paragraphs']>[number],
  language: Language,
  width: number,
): string => {
  const text = words
    .map((stretch) =>
      stretch.kind === 'same' ? stretch.text : stretch.kind === 'old' ? ` [-${stretch.text.trim()}-]` : ` {+${stretch.text.trim()}+}`,
    )
    .join('')
  return wrapText(`${heading === '' ? '' : `${heading} `}(${changesTexts[kind][language]}): ${text.trim()}`, width, '- ')
}

function changeTable(
  rows: readonly ChangeRow[],
  language: Language,
  width: number,
  heads: readonly [Text, Text] = [changeWords.before, changeWords.after],
): string {
  const columns = [
    { head: changeWords.name[language] },
    { head: heads[0][language], align: 'right' },
    { head: heads[1][language], align: 'right' },
  ] as const
  return formatTable(
    columns,
    rows.map(({ name, before, after }) => [name, before, after]),
    width,
  )
}

export const reportRemarks: Command = {
  options: ['out'],
  args: ['ID'],
  run: (invocation) =>
    invocation.withWorkspace('read', async ({ client, engine }) => {
      const { args, text, language, width } = invocation
      const [report, out] = [args[0]!, text('out')]
      if (out !== undefined) {
        const path = resolve(out)
        const { renderRemarks } = await import('../../engine/report-sheets.ts')
        const { sha256, bytes } = await renderRemarks(engine.context, report, path)
        return { json: { path, sha256, bytes }, text: fillText(changesTexts.remarksWritten, language, { path }) }
      }
      const { remarks } = await client.reports.road({ report })
      if (invocation.isJson) return { json: { remarks }, text: '' }
      const { programme, kind } = await settingOf(client, report)
      const lines = remarks.flatMap(({ id, text: words, actor, answer, section }) => [
        wrapText(`${id} ${fillText(changesTexts.remark, language, { actor, text: words })}`, width, '- '),
        wrapText(
          answerWords(answer, section === null ? undefined : sectionLabel(programme.outline, section, kind, language), language),
          width,
          '  ',
        ),
      ])
      return { json: { remarks }, text: lines.length === 0 ? changesTexts.same[language] : lines.join('\n') }
    }),
}

export const reportLater: Command = {
  options: [],
  args: ['ID'],
  run: (invocation) =>
    invocation.withWorkspace('read', async ({ client }) => {
      const report = invocation.args[0]!
      const json = await client.reports.later({ report })
      if (invocation.isJson) return { json, text: '' }
      const { programme } = await settingOf(client, report)
      return { json, text: layOutLater(json, programme, invocation) }
    }),
}

function layOutLater(later: LaterDataView, programme: Programme, { language, width }: Pick<Invocation, 'language' | 'width'>): string {
  const { changedAt, waiting, ifCounted } = later
  const say = (text: Text, params: Readonly<Record<string, string>> = {}): string => fillText(text, language, params)
  const rows = figureRows(programme, later, language)
  const first = rows.length > 0 ? laterTexts.changed : changedAt === null ? laterTexts.same : laterTexts.changedElsewhere
  const files = waiting.slice(0, mostFiles).map(({ unitName, file, receivedAt, afterClose }) =>
    say(afterClose ? laterTexts.afterClose : laterTexts.held, {
      unit: unitName ?? say(laterTexts.noUnit),
      file,
      at: printInstant(receivedAt, language),
    }),
  )
  const more = waiting.length - files.length
  const counted = waitingRows(programme, ifCounted, language)
  return [
    wrapText(say(first), width),
    ...(rows.length > 0 ? [changeTable(rows, language, width)] : []),
    ...(waiting.length === 0
      ? []
      : [
          '',
          wrapText(say(laterTexts.waiting, { count: formatSmallCount(waiting.length, language) }), width),
          ...[...files, ...(more > 0 ? [say(laterTexts.moreFiles, { count: formatCount(more, language) })] : [])].map((line) =>
            wrapText(line, width, '- '),
          ),
          wrapText(say(counted.length === 0 ? laterTexts.ifCountedSame : laterTexts.ifCounted), width),
          ...(counted.length === 0 ? [] : [changeTable(counted, language, width, [laterTexts.inUse, laterTexts.counted])]),
        ]),
  ].join('\n')
}

export const reportWeights: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, isJson, language, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const json = { indicators: await client.reports.weights({ report: args[0]! }) }
      if (isJson) return { json, text: '' }
      const { programme } = await settingOf(client, args[0]!)
      const lines = json.indicators.flatMap(({ code, total, below, units }) => {
        const indicator = programme.indicators.find((one) => one.code === code)
        if (!indicator) return []
        const rate = (shown: string | null): string =>
          shown === null ? '–' : `${formatDecimal(shown, language)}${indicator.form === 'percent' ? '%' : ''}`
        const sentence = total.units === 0 ? reportWeightTexts.none : total.needed > 0 ? reportWeightTexts.needs : reportWeightTexts.reached
        const params = {
          needed: formatCount(total.needed, language),
          target: targetText(indicator, language),
          below: formatSmallCount(below, language),
        }
        return [
          '',
          indicator.shortLabel[language],
          wrapText(fillText(sentence, language, params), width),
          ...units.map(({ name, shown, needed }) =>
            wrapText(
              fillText(reportWeightTexts.unit, language, { unit: name, rate: rate(shown), needed: formatCount(needed, language) }),
              width,
              '- ',
            ),
          ),
        ]
      })
      return { json, text: lines.slice(1).join('\n') }
    }),
}
