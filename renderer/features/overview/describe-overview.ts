import type { Overview, OverviewIndicator, Standing } from '../../../shared/contract/overview.ts'
import { basisTexts, overviewTexts } from '../../../shared/messages/page.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { verdictSummaryWording, verdictWording } from '../../../shared/messages/verdict-words.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'

type Params = Readonly<Record<string, string | number>>

/** Shares of the bar's width, 0 … 1. */
export type BarPlace = { value: number | null; target: number; bounds: { low: number; high: number } | null }

export type IndicatorRow = {
  code: string
  label: string
  fullLabel: string
  result: string
  target: string
  bar: BarPlace
  barWords: string
  verdict: OverviewIndicator['verdict']
  words: string
  coverage: string
  isProvisional: boolean
}

/** `findings` is there once they are counted. */
type Summarised = Standing & Partial<Pick<Overview, 'findings'>>

/** Where do we stand, can it still change, what is contested: three sentences, before any number. */
export function summarise(view: Summarised, language: Language): [string, string, string] {
  const print = (count: number): string => formatSmallCount(count, language)
  const say = (text: Text, params: Params = {}): string => fillText(text, language, params)
  const describeFindings = ({ blocking, warning }: Overview['findings']): string => {
    const text = blocking > 0 ? overviewTexts.blockingAndWarning : warning > 0 ? overviewTexts.warningOnly : overviewTexts.nothingToCheck
    return say(text, { blocking: print(blocking), warning: print(warning) })
  }
  const found = view.findings ? describeFindings(view.findings) : say(overviewTexts.counting)
  return [verdictSummaryWording(view.indicators, language, print), describeSending(view, language), found]
}

function describeSending({ register, indicators }: Standing, language: Language): string {
  const say = (text: Text, count: number): string => fillText(text, language, { count: formatSmallCount(count, language) })
  const { received, expected, pending, unsent } = register
  const isWhole = received === expected
  const totals = { received: formatCount(received, language), expected: formatCount(expected, language) }
  const open = indicators.filter(({ verdict }) => verdict === 'undetermined' || verdict === 'no_data').length
  const gaps = [...(pending > 0 ? [say(overviewTexts.pending, pending)] : []), ...(unsent > 0 ? [say(overviewTexts.unsent, unsent)] : [])]
  const isPartial = !isWhole || indicators.some(({ coverage }) => coverage.reported < coverage.expected)
  const conclusion = open > 0 ? [say(overviewTexts.conclusionsOpen, open)] : isPartial ? [say(overviewTexts.conclusionsStand, 0)] : []
  const rest = [...gaps, ...conclusion].join(overviewTexts.between[language])
  const first = fillText(isWhole ? overviewTexts.receivedAll : overviewTexts.received, language, totals)
  return `${first}${rest === '' ? '' : `; ${rest}`}.`
}

export function describeIndicator(view: OverviewIndicator, language: Language): IndicatorRow {
  const say = (text: Text, params: Params = {}): string => fillText(text, language, params)
  const isPercent = view.form === 'percent'
  const withSign = (number: string): string => (isPercent ? `${number}%` : number)
  const decimal = (value: string): string => withSign(formatDecimal(value, language))
  const { reported, expected } = view.coverage
  const isProvisional = reported < expected
  const result = view.shown === null ? '–' : decimal(view.shown)
  const target = targetWords(view, language)
  const { low, high } = view.bounds
  const hasBounds = isProvisional && low !== null && high !== null
  const bar = say(view.shown === null ? overviewTexts.barWithout : overviewTexts.barOf, { result, target })
  const shortfall = view.shortfall === null ? '' : formatDecimal(view.shortfall, language)
  return {
    code: view.code,
    label: view.shortLabel[language],
    fullLabel: view.label[language],
    result,
    target,
    bar: placeBar(view, hasBounds ? { low, high } : null),
    barWords: hasBounds ? say(overviewTexts.barBounds, { bar, low: decimal(cut(low)), high: decimal(cut(high)) }) : bar,
    verdict: view.verdict,
    words: verdictWording(
      {
        verdict: view.verdict,
        coverage: view.coverage,
        final: view.final,
        isAspiration: view.binding === 'aspiration',
        shortfall: shortfall === '' || !isPercent ? shortfall : say(overviewTexts.points, { count: shortfall }),
        missing: formatSmallCount(expected - reported, language),
        allUnsent: view.allUnsent,
      },
      language,
    ),
    coverage: `${formatCount(reported, language)}/${formatCount(expected, language)}`,
    isProvisional,
  }
}

/** `≥ 90%`, `100%`, `≥ 01`, as in the report. */
function targetWords({ form, sense, target }: OverviewIndicator, language: Language): string {
  const level = form === 'percent' ? `${formatCount(target, language)}%` : formatSmallCount(target, language)
  return sense === 'all' ? level : `≥ ${level}`
}

/** Bounds are cut, not rounded: a lower one never looks closer to the target than it is. */
const cut = (decimal: string): string => decimal.replace(/(\.\d\d)\d+$/, '$1')

/** Bars run to the whole for percentages, to twice the target for ratios. */
function placeBar(view: OverviewIndicator, bounds: { low: string; high: string } | null): BarPlace {
  const scale = view.form === 'percent' ? 100 : Math.max(view.target * 2, 1)
  const share = (value: number): number => Math.min(1, Math.max(0, value / scale))
  return {
    value: view.shown === null ? null : share(Number(view.shown)),
    target: share(view.target),
    bounds: bounds && { low: share(Number(bounds.low)), high: share(Number(bounds.high)) },
  }
}

/** How to read the bars; what bounds rest on is said only where there are any. */
export function describeLegend(indicators: readonly OverviewIndicator[], language: Language): string {
  const partial = indicators.filter(({ coverage, bounds }) => coverage.reported < coverage.expected && bounds.low !== null)
  const known = Object.keys(basisTexts).filter((basis): basis is keyof typeof basisTexts =>
    partial.some(({ bounds }) => bounds.basis === basis),
  )
  if (known.length === 0) return fillText(overviewTexts.legend, language)
  return fillText(overviewTexts.legendBounds, language, { basis: known.map((basis) => basisTexts[basis][language]).join('; ') })
}
