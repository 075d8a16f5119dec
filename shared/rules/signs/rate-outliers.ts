import { kindWord } from './kind-word.ts'
import { formatDecimal } from '../../vietnamese/format-number.ts'
import { findOutliers } from './outliers.ts'
import { isCounted, sign, type Sign, type SignPlan, type UnitCounts } from './sign.ts'

/** Units of one kind and line, by which the rates of one indicator are judged. */
export type PeerGroup = { indicator: string; line: string; kind: string; judged: number }

/** R12: rates apart from those of their peers. Raw counts of a ward and a small commune are not comparable, their rates are. */
export function* findRateOutliers(
  units: readonly UnitCounts[],
  plan: SignPlan,
): Generator<void, { signs: Sign[]; tooFew: PeerGroup[]; judged: number }, void> {
  const { outlier_factor_tenths: tenths, outlier_floor_percent: floorPercent, outlier_fewest: fewest } = plan.parameters
  const { outlier_smallest_denominator: smallest, outlier_smallest_difference: leastOff } = plan.parameters
  const groups = [...Map.groupBy(units, ({ line, kind }) => `${line} ${kind}`).values()]
  const signs: Sign[] = []
  const tooFew: PeerGroup[] = []
  let judged = 0
  for (const indicator of plan.indicators) {
    yield
    for (const group of groups) {
      const { upper, lower } = indicator
      // A part above its whole is C6 already.
      const isSound = (part: number, whole: number): boolean => indicator.form === 'ratio' || part <= whole
      const rated = group.filter(({ now }) => isCounted(now[upper]) && now[lower]! >= smallest && isSound(now[upper], now[lower]!))
      const [first] = rated
      if (!first) continue
      const factor = indicator.form === 'percent' ? 100 : 1
      const rates = rated.map(({ now }) => (now[upper]! * factor) / now[lower]!)
      const outliers = findOutliers(rates, { factor: tenths / 10, floorPercent, fewest })
      if (!outliers) tooFew.push({ indicator: indicator.code, line: first.line, kind: first.kind, judged: rated.length })
      else judged++
      for (const { place, median } of outliers ?? []) {
        const unit = rated[place]!
        // Among few things one more or less is a large step of the rate.
        if (Math.abs(unit.now[upper]! - (median * unit.now[lower]!) / factor) < leastOff) continue
        const measure = indicator.form === 'percent' ? ' %' : ''
        const params = {
          indicatorCode: indicator.code,
          indicator: indicator.shortLabel.vi,
          rate: `${shown(rates[place]!)}${measure}`,
          median: `${shown(median)}${measure}`,
          group: kindWord(unit.kind),
          count: rated.length,
        }
        signs.push(
          sign('R12', 'warning', unit, {
            subject: indicator.numerator,
            counterpart: indicator.code,
            // What a settlement was given for are the unit's own counts: a peer that reports later does not unsettle it.
            actual: `${unit.now[upper]}/${unit.now[lower]}`,
            params,
            fields: [indicator.numerator, indicator.denominator],
          }),
        )
      }
    }
  }
  return { signs, tooFew, judged }
}

const shown = (rate: number): string => formatDecimal(rate.toFixed(1))
