import type { IndicatorFigures } from '../domain/consolidation.ts'
import { countedValue } from '../domain/figure.ts'
import type { Indicator } from '../domain/programme.ts'
import type { ReportUnit } from '../domain/report.ts'
import { coverageTexts } from '../messages/report.ts'
import { fillText } from '../messages/text.ts'
import { verdictSummaryWording, verdictWording } from '../messages/verdict-words.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'

/**
 * A rate with as many decimals as it needs for its display to agree with the exact comparison against the target:
 * 8.996 of 10.000 is shown as 89,96, because 90,0 would read as reached. Percent from one decimal on, ratios from two.
 */
export type ShownRate = { text: string; reached: boolean; shortfall: string }

export function showRate(
  figures: Pick<IndicatorFigures, 'numerator' | 'denominator'>,
  indicator: Pick<Indicator, 'form' | 'threshold'>,
): ShownRate | undefined {
  const { numerator, denominator } = figures
  if (denominator === 0) return undefined
  const isPercent = indicator.form === 'percent'
  const top = BigInt(numerator) * (isPercent ? 100n : 1n)
  const bottom = BigInt(denominator)
  const target = BigInt(indicator.threshold)
  const reached = top >= target * bottom
  for (let decimals = isPercent ? 1 : 2; ; decimals++) {
    const scale = 10n ** BigInt(decimals)
    const shown = (2n * top * scale + bottom) / (2n * bottom)
    if (shown >= target * scale !== reached) continue
    const missing = target * scale - shown
    return {
      text: isPercent ? `${decimalText(shown, decimals)}%` : decimalText(shown, decimals),
      reached,
      // Taken from the displayed rate, so that a reader who adds the two gets the target.
      shortfall: reached ? '' : `${decimalText(missing, decimals)}${isPercent ? ' điểm %' : ''}`,
    }
  }
}

const decimalText = (scaled: bigint, decimals: number): string => {
  const digits = String(scaled).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, '.')},${digits.slice(-decimals)}`
}

/** `≥ 90%`, `100%`, `≥ 01`. */
export function targetText(indicator: Pick<Indicator, 'form' | 'threshold' | 'sense'>): string {
  const level = indicator.form === 'percent' ? `${formatCount(indicator.threshold)}%` : formatSmallCount(indicator.threshold)
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

export function verdictWords(figures: IndicatorFigures, indicator: Indicator, uncounted: { count: number; allUnsent: boolean }): string {
  const facts = {
    verdict: figures.verdict,
    final: figures.final,
    isAspiration: indicator.binding === 'aspiration',
    shortfall: showRate(figures, indicator)?.shortfall ?? '',
    missing: formatSmallCount(uncounted.count),
    allUnsent: uncounted.allUnsent,
  }
  return verdictWording(facts, 'vi')
}

export function coverageWords({ reported, expected }: IndicatorFigures['coverage']): string {
  const counts = { reported: formatCount(reported), expected: formatCount(expected) }
  return fillText(reported < expected ? coverageTexts.partial : coverageTexts.full, 'vi', counts)
}

export const verdictSummary = (all: readonly IndicatorFigures[]): string =>
  verdictSummaryWording(all, 'vi', (count) => formatSmallCount(count))
