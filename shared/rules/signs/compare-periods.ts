import { formatCount } from '../../vietnamese/format-number.ts'
import { isCounted, listLabels, sign, type EarlierCounts, type Sign, type SignPlan, type UnitCounts } from './sign.ts'

/** A field's count now and in an earlier period. */
type Move = { field: SignPlan['fields'][number]; before: number; now: number; period: string }

/** Rules R8 to R11, R15, R16, R20 and R21 of SPEC.md: one unit against what it reported before. */
export function compareWithEarlier(unit: UnitCounts, plan: SignPlan): Sign[] {
  const carried = carryOvers(unit, plan)
  const gone = vanished(unit, plan)
  const vanishedFields = new Set(gone.flatMap(({ fields }) => fields))
  const fallen = fallenTotals(unit, plan).filter(({ subject }) => subject === null || !vanishedFields.has(subject))
  const sources = sourcesCutDown(unit, plan)
  const shrunk = shrunkDenominators(unit, plan)
  // What one rule says of a field, the general one does not say again.
  const said = new Set(
    [...fallen, ...sources, ...shrunk, ...gone.flatMap(({ fields }) => fields.map((subject) => ({ subject })))].map(
      ({ subject }) => subject,
    ),
  )
  return [...carried, ...fallen, ...changes(unit, plan, said), ...shrunk, ...sources, ...gone]
}

const countsOf = ({ before, now, period, field }: Move) => ({
  subject: field.code,
  expected: String(before),
  actual: String(now),
  params: { field: field.code, label: field.label.vi, expected: formatCount(before), actual: formatCount(now), lastPeriod: period },
  fields: [field.code],
})

/** R8: a figure that repeats last period's one. */
function carryOvers(unit: UnitCounts, { programme, placeOf, fields }: SignPlan): Sign[] {
  const { last } = unit
  if (!last) return []
  return (programme.carryOvers ?? []).flatMap(({ field: code, from }) => {
    const field = fields.find((candidate) => candidate.code === code)
    const [now, before] = [unit.now[placeOf(code)], last.counts[placeOf(from)]]
    if (!field || !isCounted(now) || !isCounted(before) || now === before) return []
    return [sign('R8', 'warning', unit, { ...countsOf({ field, before, now, period: last.period }), counterpart: from })]
  })
}

/** R9: what is counted from the start of the year cannot become less. */
function fallenTotals(unit: UnitCounts, { fields }: SignPlan): Sign[] {
  const { sameYear } = unit
  if (!sameYear) return []
  return fields.flatMap((field) => {
    const [now, before] = [unit.now[field.place], sameYear.counts[field.place]]
    if (field.measure !== 'flow' || !isCounted(now) || !isCounted(before) || now >= before) return []
    return [sign('R9', 'warning', unit, countsOf({ field, before, now, period: sameYear.period }))]
  })
}

/** What a field is compared with: a stock with the last period, a flow with the same span a year before. */
const earlierOf = (unit: UnitCounts, measure: 'stock' | 'flow'): EarlierCounts | null => (measure === 'stock' ? unit.last : unit.yearAgo)

/** R10, or R11 where many fields moved: beyond the set size, up or down. */
function changes(unit: UnitCounts, plan: SignPlan, said: ReadonlySet<string | null>): Sign[] {
  const { change_percent: percent, change_smallest: smallest, many_fields: many } = plan.parameters
  const moves = plan.fields.flatMap((field): Move[] => {
    const earlier = earlierOf(unit, field.measure)
    const [now, before] = [unit.now[field.place], earlier?.counts[field.place]]
    if (!earlier || said.has(field.code) || !isCounted(now) || !isCounted(before)) return []
    const by = Math.abs(now - before)
    return by >= smallest && by * 100 > percent * before ? [{ field, before, now, period: earlier.period }] : []
  })
  if (moves.length <= many)
    return moves.map((move) => {
      const counts = countsOf(move)
      return sign('R10', 'warning', unit, { ...counts, params: { ...counts.params, change: changeWords(move) } })
    })
  return [
    manyFields(
      'R11',
      unit,
      moves.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
      { percent },
    ),
  ]
}

const sizeOf = ({ before, now }: Move): number => Math.abs(now - before) / Math.max(before, 1)
const changeWords = ({ before, now }: Move): string =>
  before === 0 ? `+${formatCount(now)}` : `${now > before ? '+' : '−'}${formatCount(Math.round((Math.abs(now - before) * 100) / before))} %`

function manyFields(rule: 'R11' | 'R21', unit: UnitCounts, moves: readonly Move[], params: Record<string, number>): Sign {
  const periods = [...new Set(moves.map(({ period }) => period))].join(', ')
  return sign(rule, 'warning', unit, {
    expected: moves.map(({ before }) => before).join(' '),
    actual: moves.map(({ now }) => now).join(' '),
    params: { count: moves.length, labels: listLabels(moves.map(({ field }) => field.label.vi)), lastPeriod: periods, ...params },
    fields: moves.map(({ field }) => field.code),
  })
}

/** R15: the denominator became less, the rate more. */
function shrunkDenominators(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { last } = unit
  if (!last) return []
  const { shrink_percent: percent, change_smallest: smallest } = plan.parameters
  const found = new Map<string, Sign>()
  for (const { denominator, numerator, upper, lower, shortLabel, code } of plan.indicators) {
    const field = plan.fields.find((candidate) => candidate.code === denominator)
    const [now, before, part, partBefore] = [unit.now[lower], last.counts[lower], unit.now[upper], last.counts[upper]]
    if (!field || found.has(denominator) || field.selfDeclared === true) continue
    if (!isCounted(now) || !isCounted(before) || !isCounted(part) || !isCounted(partBefore)) continue
    if (before - now < smallest || (before - now) * 100 <= percent * before || part * before <= partBefore * now) continue
    const counts = countsOf({ field, before, now, period: last.period })
    const params = { ...counts.params, indicator: shortLabel.vi, indicatorCode: code }
    found.set(denominator, sign('R15', 'warning', unit, { ...counts, params, fields: [denominator, numerator] }))
  }
  return [...found.values()]
}

/** R16: of a set, the part that the unit itself declares to be meant became much smaller. */
function sourcesCutDown(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { last } = unit
  if (!last) return []
  return plan.programme.subsets.flatMap(({ subset, of }) => {
    const field = plan.fields.find((candidate) => candidate.code === subset)
    const whole = plan.fields.find((candidate) => candidate.code === of)
    if (!field || !whole || field.selfDeclared !== true) return []
    const [now, before, all, allBefore] = [unit.now[field.place], last.counts[field.place], unit.now[whole.place], last.counts[whole.place]]
    if (!isCounted(now) || !isCounted(before) || !isCounted(all) || !isCounted(allBefore) || all === 0 || allBefore === 0) return []
    // In points of a hundred, without dividing.
    if ((before * all - now * allBefore) * 100 <= plan.parameters.source_points * all * allBefore) return []
    const counts = countsOf({ field, before, now, period: last.period })
    const params = { ...counts.params, otherField: of, otherLabel: whole.label.vi, before: formatCount(allBefore), value: formatCount(all) }
    return [sign('R16', 'warning', unit, { ...counts, params, fields: [subset, of] })]
  })
}

/** R20, or R21 where many: nothing now where there was something. */
function vanished(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { nil_smallest: smallest, many_fields: many } = plan.parameters
  const moves = plan.fields.flatMap((field): Move[] => {
    const earlier = hadBefore(unit, field, smallest)
    const [now, before] = [unit.now[field.place], earlier?.counts[field.place]]
    return earlier && now !== undefined && now <= 0 && isCounted(before) && before >= smallest
      ? [{ field, before, now: 0, period: earlier.period }]
      : []
  })
  return moves.length > many ? [manyFields('R21', unit, moves, {})] : moves.map((move) => sign('R20', 'warning', unit, countsOf(move)))
}

/** A flow is held against this year's earlier count too: what was done in spring is still done in autumn. */
function hadBefore(unit: UnitCounts, { measure, place }: SignPlan['fields'][number], smallest: number): EarlierCounts | null {
  const candidates = measure === 'stock' ? [unit.last] : [unit.sameYear, unit.yearAgo]
  return candidates.find((one) => one !== null && (one.counts[place] ?? NaN) >= smallest) ?? null
}
