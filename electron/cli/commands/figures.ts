import type { FiguresView } from '../../../shared/contract/figures.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { cellStateTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { verdictTexts } from '../../../shared/messages/report.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'

export const figures: Command = {
  options: ['period', 'unit'],
  required: ['period'],
  run: ({ language, required, text, isJson, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const unit = text('unit')
      const view = await client.figures.get({ period, ...(unit === undefined ? {} : { unit }) })
      if (isJson) return { json: view, text: '' }
      const programme = await client.workspace.programme({ period })
      return { json: view, text: `${indicatorTable(view, programme, language)}\n\n${fieldTable(view, programme, language)}` }
    }),
}

type IndicatorView = FiguresView['indicators'][number]

function indicatorTable({ indicators }: FiguresView, programme: Programme, language: Language): string {
  const say = (key: 'indicator' | 'numerator' | 'denominator' | 'rate' | 'target' | 'verdict' | 'coverage' | 'bounds'): string => fillText(outputTexts[key], language)
  const rows = indicators.map((view) => {
    const indicator = programme.indicators.find(({ code }) => code === view.code)
    const sign = indicator?.form === 'ratio' ? '' : ' %'
    const decimal = (value: string | null): string => (value === null ? '–' : formatDecimal(shorten(value), language) + sign)
    return [
      indicator?.shortLabel[language] ?? view.code,
      formatCount(view.numerator, language),
      formatCount(view.denominator, language),
      view.rate === null ? '–' : formatDecimal(view.rate, language) + sign,
      formatCount(view.target, language) + sign,
      `${view.coverage.reported}/${view.coverage.expected}`,
      printBounds(view, decimal),
      verdictWords(view, language),
    ]
  })
  const columns = [
    { head: say('indicator') },
    { head: say('numerator'), align: 'right' },
    { head: say('denominator'), align: 'right' },
    { head: say('rate'), align: 'right' },
    { head: say('target'), align: 'right' },
    { head: say('coverage'), align: 'right' },
    { head: say('bounds') },
    { head: say('verdict') },
  ] as const
  return formatTable(columns, rows)
}

/** Empty at full coverage, where they are the rate itself. */
function printBounds({ coverage, bounds }: IndicatorView, print: (value: string | null) => string): string {
  if (coverage.reported === coverage.expected) return ''
  return bounds.low === null || bounds.high === null ? '–' : `${print(bounds.low)} – ${print(bounds.high)}`
}

/** Bounds are cut, not rounded: a bound never looks closer to the target than it is. */
const shorten = (decimal: string): string => decimal.replace(/(\.\d\d)\d+$/, '$1')

function verdictWords({ verdict, final, coverage }: IndicatorView, language: Language): string {
  if (verdict === 'met') return fillText(final ? verdictTexts.met : verdictTexts.met_not_final, language)
  // How much is missing needs the exact fraction; here the rate and the target stand beside the words.
  if (verdict === 'not_met') return fillText(final ? verdictTexts.not_met : outputTexts.notMetYet, language)
  if (verdict === 'undetermined') {
    const missing = formatSmallCount(coverage.expected - coverage.reported, language)
    return fillText(verdictTexts.undetermined_uncounted, language, { missing })
  }
  return fillText(verdictTexts[verdict], language)
}

function fieldTable({ fields, states }: FiguresView, programme: Programme, language: Language): string {
  const rows = programme.fields.map(({ code, label }) => {
    const value = fields[code] ?? null
    return [label[language], value === null ? fillText(cellStateTexts[states[code] ?? 'blank'], language) : formatCount(value, language)]
  })
  return formatTable([{ head: fillText(outputTexts.field, language) }, { head: fillText(outputTexts.value, language), align: 'right' }], rows)
}
