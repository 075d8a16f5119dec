import type { IndicatorFigures } from '../domain/consolidation.ts'
import { countedValue } from '../domain/figure.ts'
import type { Indicator } from '../domain/programme.ts'
import type { ReportUnit } from '../domain/report.ts'
import { coverageTexts } from '../messages/report.ts'
import { fillText, type Language } from '../messages/text.ts'
import { pointsText, verdictSummaryWording, verdictWording } from '../messages/verdict-words.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../vietnamese/format-number.ts'
import { citeFigure } from './cite-figure.ts'
import { displayRate, shortfallOf } from './format-rate.ts'

/** `displayRate` as printed; `shortfall` has its unit and is empty when the target is reached. */
export type ShownRate = { text: string; reached: boolean; shortfall: string }

/** Undefined when nothing can be divided. */
export function showRate(
  figures: Pick<IndicatorFigures, 'numerator' | 'denominator'>,
  indicator: Pick<Indicator, 'form' | 'threshold'>,
  language: Language = 'vi',
): ShownRate | undefined {
  const shown = displayRate(figures, indicator)
  if (shown === null) return undefined
  const missing = shortfallOf(shown, indicator.threshold)
  const isPercent = indicator.form === 'percent'
  const shortfall = missing === null ? '' : formatDecimal(missing, language)
  return {
    text: formatDecimal(shown, language) + (isPercent ? '%' : ''),
    reached: missing === null,
    shortfall: isPercent && missing !== null ? fillText(pointsText, language, { shortfall }) : shortfall,
  }
}

/** `≥ 90%`, `100%`, `≥ 01`. */
export function targetText(indicator: Pick<Indicator, 'form' | 'threshold' | 'sense'>, language: Language = 'vi'): string {
  const level =
    indicator.form === 'percent' ? `${formatCount(indicator.threshold, language)}%` : formatSmallCount(indicator.threshold, language)
  return indicator.sense === 'all' ? level : `≥ ${level}`
}

/** Units of the indicator's line that are not counted in it, and whether all of them simply have not sent anything. */
export function uncountedUnits(indicator: Indicator, units: readonly ReportUnit[]): { count: number; allUnsent: boolean } {
  const uncounted = units.filter((unit) => {
    if (unit.line !== indicator.line) return false
    const numerator = unit.readings[indicator.numerator]
    const denominator = unit.readings[indicator.denominator]
    if (numerator?.state === 'not_applicable' || denominator?.state === 'not_applicable') return false
    return !numerator || !denominator || countedValue(numerator) === undefined || countedValue(denominator) === undefined
  })
  return { count: uncounted.length, allUnsent: uncounted.every((unit) => unit.state === 'missing') }
}

export function verdictWords(
  figures: Pick<IndicatorFigures, 'verdict' | 'final' | 'numerator' | 'denominator' | 'coverage'>,
  indicator: Pick<Indicator, 'form' | 'threshold' | 'binding'>,
  uncounted: { count: number; allUnsent: boolean },
  language: Language = 'vi',
): string {
  const facts = {
    verdict: figures.verdict,
    coverage: figures.coverage,
    final: figures.final,
    isAspiration: indicator.binding === 'aspiration',
    shortfall: showRate(figures, indicator, language)?.shortfall ?? '',
    missing: formatSmallCount(uncounted.count, language),
    allUnsent: uncounted.allUnsent,
  }
  return verdictWording(facts, language)
}

export function coverageWords({ reported, expected }: IndicatorFigures['coverage'], language: Language = 'vi'): string {
  const counts = { reported: formatCount(reported, language), expected: formatCount(expected, language) }
  return fillText(reported < expected ? coverageTexts.partial : coverageTexts.full, language, counts)
}

export const verdictSummary = (all: readonly IndicatorFigures[]): string =>
  verdictSummaryWording(all, 'vi', (count) => formatSmallCount(count))

/** The same with its numbers cited. */
export const citedVerdictSummary = (all: readonly IndicatorFigures[]): string =>
  verdictSummaryWording(all, 'vi', (count, what) => citeFigure(`sum.${what}`, formatSmallCount(count)))
