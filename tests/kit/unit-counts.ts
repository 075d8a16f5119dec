import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { usualParameters, type RuleParameters } from '../../shared/rules/signs/rule-parameters.ts'
import { planSigns, type Counts, type SignPlan, type UnitCounts } from '../../shared/rules/signs/sign.ts'
import type { Programme } from '../../shared/domain/programme.ts'

export type GivenCounts = Readonly<Record<string, number | 'x'>>

/** Plans rules over counts by the place of the field in the programme. */
export const testPlan = (programme: Programme = bundledProgramme(), parameters: Partial<RuleParameters> = {}): SignPlan =>
  planSigns(programme, { ...usualParameters, ...parameters }, (code) => programme.fields.findIndex((field) => field.code === code))

/** `x` is not applicable; what is not given does not count as reported. */
export const countsOf = ({ programme, placeOf }: SignPlan, given: GivenCounts): Counts => {
  const counts = new Float64Array(programme.fields.length).fill(Number.NaN)
  for (const [code, count] of Object.entries(given)) counts[placeOf(code)] = count === 'x' ? -1 : count
  return counts
}

type Earlier = { last?: GivenCounts; sameYear?: GivenCounts; yearAgo?: GivenCounts }

export function unitCounts(
  plan: SignPlan,
  code: string,
  now: GivenCounts,
  earlier: Earlier = {},
  rest: Partial<UnitCounts> = {},
): UnitCounts {
  const of = (period: string, given: GivenCounts | undefined) => {
    if (!given) return null
    const counts = countsOf(plan, given)
    return { period, counts, asReported: counts }
  }
  return {
    code,
    name: `Xã ${code}`,
    kind: 'xa',
    line: 'territorial',
    parent: null,
    now: countsOf(plan, now),
    last: of('2026-N', earlier.last),
    sameYear: of('2027-Q1', earlier.sameYear),
    yearAgo: of('2026-H1', earlier.yearAgo),
    ...rest,
  }
}
