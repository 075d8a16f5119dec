import { describe, expect, it } from 'vitest'
import type { Programme, ProgrammeRule } from '../../../shared/domain/programme.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { countsOfUnit } from '../../../shared/rules/programme-rule-counts.ts'
import { checkProgrammeRules, compileProgrammeRules } from '../../../shared/rules/programme-rules.ts'
import { readProgramme } from '../../../shared/rules/read-programme.ts'

const withRule = (when: string, rest: Partial<ProgrammeRule> = {}): Programme => ({
  ...bundledProgramme(),
  rules: [
    {
      code: 'rule.tried',
      severity: 'warning',
      message: { vi: '{unitName}: xem lại.', en: '{unitName}: look again.' },
      when,
      missing: 'any',
      ...rest,
    },
  ],
})
const problemsOf = (when: string, rest: Partial<ProgrammeRule> = {}) =>
  checkProgrammeRules(withRule(when, rest)).map(({ path, en }) => `${path}: ${en}`)

function fires(when: string, counts: Readonly<Record<string, number>>): boolean {
  const programme = withRule(when)
  expect(checkProgrammeRules(programme)).toEqual([])
  return compileProgrammeRules(programme)[0]!.fires((field) => counts[field])
}

describe('[R30] rules of a programme', () => {
  it('count whole and exactly', () => {
    expect(fires('um_admitted > um_introduced', { um_admitted: 3, um_introduced: 2 })).toBe(true)
    expect(fires('um_admitted > um_introduced', { um_admitted: 2, um_introduced: 2 })).toBe(false)
    expect(fires('ent_union > 0 ? ent_cba * 4 < ent_union : false', { ent_union: 9, ent_cba: 2 })).toBe(true)
    // One seat short of two thirds: a quotient of doubles would have to round.
    const counts = { um_informed: 666_666_666_666, um_total: 999_999_999_999 }
    expect(fires('ratio(um_informed, um_total) == ratio(2, 3)', counts)).toBe(true)
    expect(fires('ratio(um_informed, um_total) == ratio(2, 3)', { ...counts, um_informed: 666_666_666_665 })).toBe(false)
    expect(fires('ratio(um_informed, um_total) >= 0.9', { um_informed: 9, um_total: 10 })).toBe(true)
    expect(fires('1 > ratio(um_informed, um_total) && !(ratio(um_informed, um_total) < 0.95)', { um_informed: 94, um_total: 100 })).toBe(
      false,
    )
    expect(
      fires('ratio(um_informed, um_total) <= ratio(w_informed, w_total)', {
        um_informed: 1,
        um_total: 3,
        w_informed: 333_333_333_333,
        w_total: 999_999_999_999,
      }),
    ).toBe(true)
  })

  it('find nothing over 0, whichever side it stands on', () => {
    for (const when of ['ratio(um_informed, um_total) < 1', 'ratio(um_informed, um_total) >= 1'])
      expect(fires(when, { um_informed: 0, um_total: 0 })).toBe(false)
  })

  it.each([
    ['um_totl > 1', 'rules[0].when: column 1: there is no field "um_totl" in fields.'],
    ['um_total / 2 > 1', 'rules[0].when: column 10: "/" divides whole numbers and drops the rest; use ratio(a, b).'],
    [
      'um_total > size([1])',
      'rules[0].when: column 12: "size" cannot be used; there are sums, differences, products, remainders, comparisons, (&&), (||), (!), (a?b:c) and ratio(a, b).',
    ],
    ['um_total +* 2', 'rules[0].when: the expression cannot be read at column 10.'],
    ['um_total + 1', 'rules[0].when: the expression must be true or false.'],
    ['um_total > "5"', 'rules[0].when: column 12: only counts, numbers and true/false; no texts, lists or parts of fields.'],
    ['um_total.x > 1', 'rules[0].when: column 9: only counts, numbers and true/false; no texts, lists or parts of fields.'],
    ['ratio(um_total) > 1', 'rules[0].when: column 1: ratio takes exactly two counts, as in ratio(um_informed, um_total).'],
    ['ratio(um_total, 2) + 1 > 1', 'rules[0].when: column 20: the two sides are not of one kind (counts, ratios or true/false).'],
    ['um_total && true', 'rules[0].when: column 1: the two sides are not of one kind (counts, ratios or true/false).'],
    ['1 < 2', 'rules[0].when: the expression must name at least one field.'],
    ['[um_total].exists(x, x > 1)', 'rules[0].when: column 11: only counts, numbers and true/false; no texts, lists or parts of fields.'],
  ])('are refused with the place named: %s', (when, problem) => {
    expect(problemsOf(when)).toEqual([problem])
  })

  it('are refused when a sentence names what is not there, or two have one code', () => {
    expect(problemsOf('um_total > 1', { message: { vi: '{um_total} {w_total}', en: 'x' } })).toEqual([
      'rules[0].message.vi: there is no "w_total" to fill in; use unitName or the code of a field of the expression.',
    ])
    const [rule] = withRule('um_total > 1').rules!
    expect(readProgramme({ ...bundledProgramme(), rules: [rule, rule] })).toMatchObject({ problems: [{ path: 'rules[1].code' }] })
  })

  it('are skipped by what is missing as they say', () => {
    const countOf = (field: string): number | undefined => ({ a: 5, b: 0, x: -1, y: Number.NaN })[field]
    const counted = (fields: readonly string[], missing: ProgrammeRule['missing']) =>
      countsOfUnit(fields, countOf, missing) && [...countsOfUnit(fields, countOf, missing)!]
    expect(counted(['a', 'b'], 'any')).toEqual([
      ['a', 5],
      ['b', 0],
    ])
    expect([counted(['a', 'x'], 'any'), counted(['a', 'y'], 'any'), counted(['x', 'y', 'none'], 'all')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(counted(['a', 'x'], 'all')).toEqual([['a', 5]])
    expect(counted(['x'], 'never')).toEqual([])
  })
})
