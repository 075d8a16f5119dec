import { factorOf } from '../format-rate.ts'
import { isCounted, listLabels, sign, type Sign, type SignPlan, type UnitCounts } from './sign.ts'

/** Rules R17 to R19 of SPEC.md: figures that look made rather than counted. */
export const findTooGood = (unit: UnitCounts, plan: SignPlan): Sign[] => [
  ...fullThroughout(unit, plan),
  ...justAtTarget(unit, plan),
  ...roundTens(unit, plan),
]

/** R17: every percentage is exactly 100. */
function fullThroughout(unit: UnitCounts, plan: SignPlan): Sign[] {
  const rated = plan.indicators.filter(({ form, upper, lower }) => form === 'percent' && isCounted(unit.now[upper]) && unit.now[lower]! > 0)
  if (rated.length < plan.parameters.full_fewest || rated.some(({ upper, lower }) => unit.now[upper] !== unit.now[lower])) return []
  const fields = rated.map(({ numerator }) => numerator)
  return [
    sign('R17', 'info', unit, { actual: rated.map(({ upper }) => unit.now[upper]).join(' '), params: { count: rated.length }, fields }),
  ]
}

/** R18: numerators that reach the target with not one to spare, several times. 100 % and denominators too small to choose from say nothing. */
function justAtTarget(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { threshold_fewest: fewest, threshold_smallest_denominator: smallest } = plan.parameters
  const exact = plan.indicators.filter(({ form, threshold, upper, lower }) => {
    const [part, whole] = [unit.now[upper], unit.now[lower]]
    if (form !== 'percent' || threshold >= 100 || !isCounted(part) || !isCounted(whole) || whole < smallest) return false
    const [scaled, target] = [BigInt(part) * factorOf(form), BigInt(threshold) * BigInt(whole)]
    return scaled >= target && scaled - factorOf(form) < target
  })
  if (exact.length < fewest) return []
  return [
    sign('R18', 'info', unit, {
      actual: exact.map(({ upper, lower }) => `${unit.now[upper]}/${unit.now[lower]}`).join(' '),
      params: { count: exact.length, labels: listLabels(exact.map(({ shortLabel }) => shortLabel.vi)) },
      fields: exact.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    }),
  ]
}

/** Below this, a multiple of ten is too common. */
const smallestRound = 20

/** R19: most figures end in a nought. */
function roundTens(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { round_fewest: fewest, round_percent: percent } = plan.parameters
  const large = plan.fields.filter(({ place }) => unit.now[place]! >= smallestRound)
  const round = large.filter(({ place }) => unit.now[place]! % 10 === 0)
  // The same number in several places was written down once.
  const different = new Set(round.map(({ place }) => unit.now[place])).size
  if (large.length < fewest || round.length * 100 < percent * large.length || different * 2 < fewest) return []
  return [
    sign('R19', 'info', unit, {
      actual: round.map(({ place }) => unit.now[place]).join(' '),
      params: { equal: round.length, total: large.length },
      fields: round.map(({ code }) => code),
    }),
  ]
}
