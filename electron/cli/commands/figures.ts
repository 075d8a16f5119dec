import type { FiguresView } from '../../../shared/contract/figures.ts'
import type { Indicator, Programme } from '../../../shared/domain/programme.ts'
import { cellStateTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { verdictSummaryWording } from '../../../shared/messages/verdict-words.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { coverageWords, showRate, targetText, verdictWords } from '../../../shared/rules/indicator-words.ts'
import { showBounds } from '../../../shared/rules/show-bounds.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { wrapText } from '../wrap-text.ts'

type IndicatorView = FiguresView['indicators'][number]
type UnsentByLine = ReadonlyMap<string, number>

export const figures: Command = {
  options: ['period', 'unit'],
  required: ['period'],
  run: ({ language, required, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const unit = text('unit')
      const view = await client.figures.get({ period, ...(unit === undefined ? {} : { unit }) })
      if (isJson) return { json: view, text: '' }
      const programme = await client.workspace.programme({ period })
      const unsent = unit === undefined ? await countUnsent(client, period) : new Map<string, number>()
      const parts = [
        ...(unit === undefined ? [headLines(view, language, width)] : []),
        indicatorTable(view, programme, unsent, language, width),
        ...(view.indicators.some(isPartial) ? [wrapText(fillText(outputTexts.boundsMeaning, language), width)] : []),
        fieldTable(view, programme, language, width),
      ]
      return { json: view, text: parts.join('\n\n') }
    }),
}

const isPartial = ({ coverage }: IndicatorView): boolean => coverage.reported < coverage.expected

/** Units of each line that have not sent anything. */
async function countUnsent(client: Workspace['client'], period: string): Promise<UnsentByLine> {
  const register = await client.submissions.register({ period })
  const missing = new Set(register.units.flatMap(({ code, state }) => (state === 'missing' ? [code] : [])))
  const counts = new Map<string, number>()
  for (const { code, line } of await client.units.list({})) if (missing.has(code)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

/** Sentences before numbers; coverage once where it is the same everywhere. */
function headLines({ indicators }: FiguresView, language: Language, width: number): string {
  const summary = verdictSummaryWording(indicators, language, (count) => formatSmallCount(count, language))
  const coverages = [...new Set(indicators.map(({ coverage }) => coverageWords(coverage, language)))]
  return [summary, ...(coverages.length === 1 ? [`${coverages[0]}.`] : [])].map((line) => wrapText(line, width)).join('\n')
}

function indicatorTable(
  { indicators }: FiguresView,
  programme: Programme,
  unsent: UnsentByLine,
  language: Language,
  width: number,
): string {
  const say = (key: 'indicator' | 'numerator' | 'denominator' | 'rate' | 'target' | 'verdict' | 'bounds'): string =>
    fillText(outputTexts[key], language)
  const hasBounds = indicators.some(isPartial)
  const rows = indicators.map((view) => {
    const indicator = programme.indicators.find(({ code }) => code === view.code)!
    return [
      indicator.shortLabel[language],
      formatCount(view.numerator, language),
      formatCount(view.denominator, language),
      showRate(view, indicator, language)?.text ?? '–',
      targetText(indicator, language),
      ...(hasBounds ? [isPartial(view) ? (showBounds(view.bounds, indicator, language) ?? '–') : ''] : []),
      wordsOf(view, indicator, unsent, language),
    ]
  })
  const columns = [
    { head: say('indicator'), wraps: true },
    { head: say('numerator'), align: 'right' },
    { head: say('denominator'), align: 'right' },
    { head: say('rate'), align: 'right' },
    { head: say('target'), align: 'right' },
    ...(hasBounds ? [{ head: say('bounds'), align: 'right' } as const] : []),
    { head: say('verdict'), wraps: true },
  ] as const
  return formatTable(columns, rows, width)
}

function wordsOf(view: IndicatorView, indicator: Indicator, unsent: UnsentByLine, language: Language): string {
  const count = view.coverage.expected - view.coverage.reported
  // A unit that sent nothing is never counted, so equal numbers are the same units.
  return verdictWords(view, indicator, { count, allUnsent: count === unsent.get(view.line) }, language)
}

function fieldTable({ fields, states }: FiguresView, programme: Programme, language: Language, width: number): string {
  const rows = programme.fields.map(({ code, label }) => {
    const value = fields[code] ?? null
    return [
      label[language],
      code,
      value === null ? fillText(cellStateTexts[states[code] ?? 'blank'], language) : formatCount(value, language),
    ]
  })
  const columns = [
    { head: fillText(outputTexts.field, language), wraps: true },
    { head: fillText(outputTexts.code, language) },
    { head: fillText(outputTexts.value, language), align: 'right' },
  ] as const
  return formatTable(columns, rows, width)
}
