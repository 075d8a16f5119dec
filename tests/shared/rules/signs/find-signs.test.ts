import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, fillText } from '../../../../shared/messages/text.ts'
import { ruleTexts } from '../../../../shared/messages/catalogue.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { findSigns } from '../../../../shared/rules/signs/find-signs.ts'
import type { Sign, SignPlan, UnitCounts } from '../../../../shared/rules/signs/sign.ts'
import { testPlan, unitCounts, type GivenCounts } from '../../../kit/unit-counts.ts'

const plan = testPlan()

function judge(units: readonly UnitCounts[], by: SignPlan = plan, children: ReadonlyMap<string, number> = new Map()): Sign[] {
  const steps = findSigns(units, by, children)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return [...step.value.signs]
  }
}
const of = (rule: string, signs: readonly Sign[]): Sign[] => signs.filter((found) => found.rule === rule)

/** Figures that no rule minds. */
const plain: GivenCounts = {
  um_total: 412,
  um_informed: 377,
  um_introduced: 9,
  w_total: 1034,
  w_informed: 903,
  w_upskilled: 701,
  ub_total: 24,
  ub_state: 6,
  ub_nonstate: 18,
  ub_psu: 13,
  ub_with_source: 22,
  ub_psu_conf: 12,
  ent_total: 57,
  ent_nonstate: 53,
  ent_union: 31,
  ent_nonstate_conf: 36,
  ent_dialogue: 41,
  ent_cba: 25,
  uc_total: 67,
  uc_trained: 66,
}
const moved = (by: GivenCounts): GivenCounts => ({ ...plain, ...by })
/** Everything a little more, as time brings it. */
const grown: GivenCounts = Object.fromEntries(Object.entries(plain).map(([code, count], index) => [code, Number(count) + (index % 3) + 1]))

describe('against what a unit reported before', () => {
  const against = (now: GivenCounts, last: GivenCounts, rest: { sameYear?: GivenCounts; yearAgo?: GivenCounts } = {}) =>
    judge([unitCounts(plan, 'a', now, { last, ...rest })])

  it('says nothing of what grew a little', () => {
    expect(against(grown, plain, { yearAgo: plain })).toEqual([])
  })

  it('[R9] a count of the year below that of an earlier period of it; nil is R20, an empty cell is nothing', () => {
    expect(
      against(moved({ um_informed: 376 }), grown, { sameYear: plain }).map(({ rule, subject, expected, actual }) => [
        rule,
        subject,
        expected,
        actual,
      ]),
    ).toEqual([['R9', 'um_informed', '377', '376']])
    const { um_informed: _gone, ...without } = plain
    expect(of('R9', against(without, grown, { sameYear: plain }))).toEqual([])
    const none = against(moved({ um_informed: 0 }), grown, { sameYear: plain })
    expect([of('R9', none).length, of('R20', none).length]).toEqual([0, 1])
    expect(of('R9', against(moved({ um_total: 400 }), grown, { sameYear: plain }))).toEqual([])
  })

  it('[R10] beyond 20 %, exactly; stocks with the last period, flows with the year before; not for a handful', () => {
    const changed = (now: GivenCounts, last: GivenCounts, yearAgo: GivenCounts = grown) =>
      of('R10', against(now, last, { yearAgo })).map(({ subject, params }) => [subject, params['change']])
    expect(changed(moved({ uc_total: 120 }), moved({ uc_total: 100 }))).toEqual([])
    expect(changed(moved({ uc_total: 121 }), moved({ uc_total: 100 }))).toEqual([['uc_total', '+21 %']])
    expect(changed(moved({ ub_psu: 8 }), moved({ ub_psu: 5 }))).toEqual([])
    expect(changed(moved({ w_informed: 903 }), plain, moved({ w_informed: 1400 }))).toEqual([['w_informed', '−36 %']])
    expect(changed(moved({ w_informed: 903 }), moved({ w_informed: 1400 }))).toEqual([])
    expect(changed(moved({ uc_total: 'x' }), plain)).toEqual([])
  })

  it('[R11] is one finding when more than five moved, and then none of each', () => {
    const doubled = Object.fromEntries(
      ['um_total', 'w_total', 'ent_total', 'ent_union', 'uc_total', 'ent_cba'].map((code) => [code, Number(plain[code]) * 2]),
    )
    const found = against(moved(doubled), plain)
    expect(of('R10', found)).toEqual([])
    expect(of('R11', found)).toMatchObject([{ params: { count: 6, percent: 20 }, subject: null }])
    expect(of('R11', found)[0]!.fields).toEqual(Object.keys(doubled).toSorted((a, b) => plan.placeOf(a) - plan.placeOf(b)))
  })

  it('[R8] a figure that repeats last period’s differs from it; only where the programme names such a figure', () => {
    expect(of('R8', against(grown, plain))).toEqual([])
    const carrying = testPlan({ ...bundledProgramme(), carryOvers: [{ field: 'ub_psu', from: 'ub_state' }] })
    const found = (ub_psu: number) => of('R8', judge([unitCounts(carrying, 'a', moved({ ub_psu }), { last: plain })], carrying))
    expect(found(6)).toEqual([])
    expect(found(7)).toMatchObject([{ subject: 'ub_psu', counterpart: 'ub_state', expected: '6', actual: '7' }])
  })

  it('[R15] a denominator that fell by more than a tenth while the rate rose; said once, and not as a change', () => {
    const last = moved({ ent_union: 60, ent_cba: 25 })
    const found = against(moved({ ent_union: 31, ent_cba: 25 }), last)
    expect(of('R15', found)).toMatchObject([{ subject: 'ent_union', expected: '60', actual: '31', fields: ['ent_union', 'ent_cba'] }])
    expect(of('R10', found)).toEqual([])
    expect(of('R15', against(moved({ ent_union: 31, ent_cba: 12 }), last))).toEqual([])
    expect(of('R15', against(moved({ ent_union: 54, ent_cba: 25 }), last))).toEqual([])
  })

  it('[R16] “nơi có nguồn” cut down by more than 20 points of all unions', () => {
    expect(of('R16', against(moved({ ub_with_source: 9 }), plain))).toMatchObject([
      { subject: 'ub_with_source', params: { expected: '22', before: '24', actual: '9', value: '24' } },
    ])
    expect(of('R16', against(moved({ ub_with_source: 18 }), plain))).toEqual([])
    expect(of('R16', against(moved({ ub_with_source: 9, ub_total: 10 }), plain))).toEqual([])
  })

  it('[R20] [R21] nil, nought or not applicable where there were at least five; many are one finding', () => {
    for (const nothing of [0, 'x'] as const)
      expect(of('R20', against(moved({ ent_cba: nothing }), plain))).toMatchObject([{ subject: 'ent_cba', expected: '25', actual: '0' }])
    expect(of('R20', against(moved({ um_introduced: 0 }), plain, { yearAgo: moved({ um_introduced: 4 }) }))).toEqual([])
    const none = Object.fromEntries(Object.keys(plain).map((code) => [code, 0]))
    expect(of('R20', against(none, plain))).toEqual([])
    expect(of('R21', against(none, plain))).toHaveLength(1)
  })

  it('[R13] nearly all figures of the last period again; noughts do not count', () => {
    expect(of('R13', against(plain, plain))).toMatchObject([{ params: { equal: 20, total: 20 } }])
    expect(of('R13', against(moved({ um_total: 500, w_total: 1500 }), plain))).toHaveLength(1)
    expect(of('R13', against(moved({ um_total: 500, w_total: 1500, uc_total: 68 }), plain))).toEqual([])
    const noughts = Object.fromEntries(Object.keys(plain).map((code) => [code, 0]))
    expect(of('R13', against(noughts, noughts))).toEqual([])
  })
})

describe('among units', () => {
  it('[R7] a total against the units below, only where all of them reported', () => {
    const units = (own: number) => [
      unitCounts(plan, 'p', { um_total: own }),
      unitCounts(plan, 'a', { um_total: 10 }, {}, { parent: 'p' }),
      unitCounts(plan, 'b', { um_total: 'x' }, {}, { parent: 'p' }),
    ]
    expect(of('R7', judge(units(11), plan, new Map([['p', 2]])))).toMatchObject([
      { unit: 'p', subject: 'um_total', expected: '10', actual: '11' },
    ])
    expect(of('R7', judge(units(10), plan, new Map([['p', 2]])))).toEqual([])
    expect(of('R7', judge(units(11), plan, new Map([['p', 3]])))).toEqual([])
    expect(of('R7', judge([unitCounts(plan, 'p', { um_total: 11 })]))).toEqual([])
  })

  it('[R12] rates within a kind, not raw counts, and nothing of a group below five', () => {
    const rates = [88, 90, 91, 89, 92, 90, 31]
    const units = rates.map((rate, index) =>
      unitCounts(plan, `u${index}`, { um_total: 100 * (index + 1), um_informed: rate * (index + 1) }),
    )
    const ward = unitCounts(plan, 'ward', { um_total: 45_000, um_informed: 9_000 }, {}, { kind: 'phuong' })
    expect(of('R12', judge([...units, ward]))).toMatchObject([
      { unit: 'u6', subject: 'um_informed', params: { rate: '31,0 %', median: '90,0 %', group: 'Xã', count: 7 } },
    ])
    expect(of('R12', judge(units.slice(3)))).toEqual([])
    // Nine of nine things say nothing about a rate.
    const tiny = unitCounts(plan, 'tiny', { um_total: 9, um_informed: 1 })
    expect(of('R12', judge([...units, tiny]))).toHaveLength(1)
  })

  it('[R14] figures of another unit, both told; two changed ones do not hide it, small numbers do not make it', () => {
    const pair = (other: GivenCounts) => [unitCounts(plan, 'a', plain), unitCounts(plan, 'b', other), unitCounts(plan, 'c', grown)]
    expect(of('R14', judge(pair(plain))).map(({ unit, counterpart }) => [unit, counterpart])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(of('R14', judge(pair(moved({ um_total: 1, w_total: 2 }))))).toHaveLength(2)
    const small = Object.fromEntries(Object.keys(plain).map((code, index) => [code, 1 + (index % 2)]))
    expect(of('R14', judge([unitCounts(plan, 'a', small), unitCounts(plan, 'b', small)]))).toEqual([])
  })
})

describe('figures that look made', () => {
  const alone = (now: GivenCounts) => judge([unitCounts(plan, 'a', now)])

  it('[R17] every percentage exactly 100, five at least', () => {
    const full = Object.fromEntries(
      plan.indicators.flatMap(({ numerator, denominator }) => [
        [numerator, plain[denominator] ?? 7],
        [denominator, plain[denominator] ?? 7],
      ]),
    )
    expect(of('R17', alone(full))).toHaveLength(1)
    expect(of('R17', alone({ ...full, uc_trained: 66 }))).toEqual([])
    expect(of('R17', alone({ um_total: 5, um_informed: 5 }))).toEqual([])
  })

  it('[R18] the least that reaches the target, four times', () => {
    const exact = { um_total: 412, um_informed: 371, w_total: 1034, w_informed: 879, w_upskilled: 673, ent_union: 61, ent_cba: 46 }
    expect(of('R18', alone(exact))).toMatchObject([{ params: { count: 4 } }])
    expect(of('R18', alone({ ...exact, um_informed: 372 }))).toEqual([])
    expect(of('R18', alone({ ...exact, um_informed: 370 }))).toEqual([])
  })

  it('[R19] mostly round tens', () => {
    const round = Object.fromEntries(Object.keys(plain).map((code, index) => [code, 30 + index * 10]))
    expect(of('R19', alone(round))).toMatchObject([{ params: { equal: 20, total: 20 } }])
    expect(of('R19', alone(plain))).toEqual([])
    expect(of('R19', alone(Object.fromEntries(Object.keys(plain).map((code) => [code, 100]))))).toEqual([])
  })
})

it('finds the same whatever the order of units, and fills every message', () => {
  const units = [
    unitCounts(plan, 'a', plain, { last: plain, sameYear: grown, yearAgo: moved({ w_informed: 100 }) }),
    unitCounts(plan, 'b', plain, { last: moved({ ent_union: 60, ub_with_source: 5, uc_total: 200 }) }),
    ...[88, 90, 91, 89, 31].map((rate, index) =>
      unitCounts(plan, `u${index}`, { um_total: 100, um_informed: rate, ent_cba: 0 }, { last: plain }),
    ),
  ]
  const print = (signs: readonly Sign[]): string[] => signs.map((found) => JSON.stringify(found)).toSorted()
  const found = judge(units)
  expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(6)
  for (const { rule, params } of found)
    for (const language of languages) expect(fillText(ruleTexts[rule], language, params)).not.toMatch(/[{}]/)
  assert(
    property(shuffledSubarray(units, { minLength: units.length }), (shuffled) => {
      expect(print(judge(shuffled))).toEqual(print(found))
    }),
    { numRuns: 20 },
  )
})
