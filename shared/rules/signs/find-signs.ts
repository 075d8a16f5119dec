import { compareWithEarlier } from './compare-periods.ts'
import { checkParents } from './parents.ts'
import { findRateOutliers, type PeerGroup } from './rate-outliers.ts'
import { sameAsAnother, sameAsLast } from './stale-source.ts'
import type { Sign, SignPlan, UnitCounts } from './sign.ts'
import { findTooGood } from './too-good.ts'

export type SignsFound = {
  signs: readonly Sign[]
  /** Groups with too few units to judge an indicator by. */
  tooFew: readonly PeerGroup[]
  /** How many groups were judged. */
  judged: number
}

/** How many units are looked at before others are served. */
const lookedAtAtOnce = 100

/** What a unit's own figures and its earlier ones say, whatever others report. */
export const signsOfUnit = (unit: UnitCounts, plan: SignPlan): Sign[] => [
  ...sameAsLast(unit, plan),
  ...findTooGood(unit, plan),
  ...compareWithEarlier(unit, plan),
]

/** Rules R7 to R21 of SPEC.md over the figures in effect of a period, in steps. What it finds does not depend on the order of `units`. */
export function* findSigns(
  units: readonly UnitCounts[],
  plan: SignPlan,
  expectedChildren: ReadonlyMap<string, number>,
  /** For who remembers them. */
  ofUnit: (unit: UnitCounts) => readonly Sign[] = (unit) => signsOfUnit(unit, plan),
): Generator<void, SignsFound, void> {
  const signs: Sign[] = []
  for (const [index, unit] of units.entries()) {
    if (index % lookedAtAtOnce === lookedAtAtOnce - 1) yield
    signs.push(...ofUnit(unit))
  }
  yield
  signs.push(...checkParents(units, plan, expectedChildren), ...(yield* sameAsAnother(units, plan)))
  yield
  const { signs: apart, tooFew, judged } = yield* findRateOutliers(units, plan)
  return { signs: [...signs, ...apart], tooFew, judged }
}
