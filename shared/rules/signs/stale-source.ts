import { isCounted, sign, type Counts, type Sign, type SignPlan, type UnitCounts } from './sign.ts'

/** Units whose figures stand in one bucket more often than this share them by chance, or by a form that all were given. */
const mostAlike = 20
const bandCount = 4

/** R13: nearly all figures are those of the last period. */
export function sameAsLast(unit: UnitCounts, plan: SignPlan): Sign[] {
  const { last } = unit
  if (!last) return []
  const alike = compareCounts(unit.now, last.asReported, plan)
  if (!isStale(alike, plan)) return []
  const params = { equal: alike.equal.length, total: alike.compared, lastPeriod: last.period }
  return [
    sign('R13', 'warning', unit, {
      actual: alike.equal.map(({ code, value }) => `${code}=${value}`).join(' '),
      params,
      fields: alike.equal.map(({ code }) => code),
    }),
  ]
}

/** R14: nearly all figures are those of another unit of the same line. Both units are told. */
export function* sameAsAnother(units: readonly UnitCounts[], plan: SignPlan): Generator<void, Sign[], void> {
  const pairs = yield* candidatePairs(units, plan)
  return pairs.flatMap(([a, b]) => {
    const alike = compareCounts(a.now, b.now, plan)
    if (!isStale(alike, plan)) return []
    const actual = alike.equal.map(({ code, value }) => `${code}=${value}`).join(' ')
    const fields = alike.equal.map(({ code }) => code)
    return [
      [a, b],
      [b, a],
    ].map(([own, other]) =>
      sign('R14', 'warning', own!, {
        counterpart: other!.code,
        actual,
        params: { equal: alike.equal.length, total: alike.compared, otherUnit: other!.code, otherName: other!.name },
        fields,
        others: fields.slice(0, 1).map((field) => ({ unit: other!.code, field })),
      }),
    )
  })
}

type Alike = { equal: { code: string; value: number }[]; compared: number }

/** Of the fields with something in them on either side; nothing equals nothing everywhere. */
function compareCounts(now: Counts, other: Counts, { fields }: SignPlan): Alike {
  const equal: Alike['equal'] = []
  let compared = 0
  for (const { code, place } of fields) {
    const [a, b] = [now[place], other[place]]
    if (!isCounted(a) || !isCounted(b) || (a === 0 && b === 0)) continue
    compared++
    if (a === b) equal.push({ code, value: a })
  }
  return { equal, compared }
}

const isStale = ({ equal, compared }: Alike, { parameters }: SignPlan): boolean =>
  equal.length >= parameters.stale_fewest &&
  equal.length * 100 >= parameters.stale_percent * compared &&
  // A row of ones and twos is alike by chance.
  new Set(equal.map(({ value }) => value)).size * 2 >= parameters.stale_fewest

/** Pairs whose figures agree in one of four bands of fields: with nine tenths alike, one band is left whole in all but odd cases. */
function* candidatePairs(units: readonly UnitCounts[], plan: SignPlan): Generator<void, [UnitCounts, UnitCounts][], void> {
  const pairs = new Map<string, [UnitCounts, UnitCounts]>()
  for (let band = 0; band < bandCount; band++) {
    yield
    const places = plan.fields.filter((_, index) => index % bandCount === band).map(({ place }) => place)
    const buckets = new Map<string, UnitCounts[]>()
    for (const unit of units) {
      let key = unit.line
      let said = 0
      for (const place of places) {
        const count = unit.now[place]
        key += ` ${count}`
        if (count !== undefined && count > 0) said++
      }
      if (said < 2) continue
      const bucket = buckets.get(key)
      if (bucket) bucket.push(unit)
      else buckets.set(key, [unit])
    }
    for (const bucket of buckets.values()) {
      if (bucket.length > mostAlike) continue
      bucket.forEach((a, index) => bucket.slice(index + 1).forEach((b) => pairs.set(`${a.code} ${b.code}`, [a, b])))
    }
  }
  return [...pairs.values()]
}
