import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFractions } from '../../../renderer/features/figures/arrange-rows.ts'
import { readSettings, writeSettings, type TableSettings } from '../../../renderer/features/figures/table-settings.ts'
import { shownCodes, tableOf, type FixtureUnit } from './table-fixture.ts'

const units: readonly FixtureUnit[] = [
  { code: 'a', name: 'Đảng ủy xã Yên Mỹ', cells: { um_informed: 9, um_total: 10 } },
  { code: 'b', name: 'Đảng ủy phường Ân Thi', kind: 'phuong', cells: { um_informed: 0, um_total: 10 } },
  { code: 'c', name: 'Đảng ủy xã An Bình', cells: { um_informed: { state: 'nil', value: null }, um_total: 0 } },
  { code: 'd', name: 'Đảng ủy xã Đông Hà', state: 'missing', cells: {} },
  {
    code: 'e',
    name: 'Đảng ủy xã Dân Tiến',
    state: 'late',
    cells: { um_informed: { state: 'value', value: 99, reported: { state: 'value', value: 50 } }, um_total: 110 },
  },
  {
    code: 'f',
    name: 'Liên đoàn Lao động tỉnh',
    kind: 'ldld',
    line: 'federation',
    cells: { um_informed: 1, um_total: { state: 'not_applicable', value: null } },
  },
]
const codes = (params: Record<string, string>): string[] => shownCodes(tableOf(units, params))

describe('the rows of the table', () => {
  it('stand in protocol order until somebody sorts', () => {
    expect(codes({})).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('are sorted by number; what is no number comes last, whichever the direction; equal ones keep protocol order', () => {
    expect(codes({ view: 'fields', sort: 'um_total' })).toEqual(['c', 'a', 'b', 'e', 'f', 'd'])
    expect(codes({ view: 'fields', sort: '-um_total' })).toEqual(['e', 'a', 'b', 'c', 'f', 'd'])
  })

  it('are sorted by the exact rate: 9/10 and 99/110 are equal, 0/0 is none', () => {
    expect(codes({ sort: 'ind.union_members_informed' })).toEqual(['b', 'a', 'e', 'c', 'f', 'd'])
    expect(codes({ sort: '-ind.union_members_informed' })).toEqual(['a', 'e', 'b', 'c', 'f', 'd'])
  })

  it('are sorted by name as Vietnamese has it', () => {
    expect(codes({ sort: 'name' })).toEqual(['b', 'c', 'e', 'd', 'a', 'f'])
    expect(codes({ sort: '-name' })).toEqual(['f', 'a', 'd', 'e', 'c', 'b'])
  })

  it.each([
    [{ q: 'dong ha' }, ['d']],
    [{ q: 'YÊN' }, ['a']],
    [{ kind: 'phuong' }, ['b']],
    [{ line: 'federation' }, ['f']],
    [{ sent: 'missing' }, ['d']],
    [{ has: 'adjusted' }, ['e']],
    [{ has: 'nil', in: 'ind.union_members_informed' }, ['c']],
    [{ has: 'not_applicable' }, ['f']],
    [{ has: 'below', in: 'ind.union_members_informed' }, ['b']],
    [{ has: 'below', kind: 'xa' }, []],
  ])('are only those asked for: %j', (params, expected) => {
    expect(codes(params)).toEqual(expected)
  })

  it('stand under the heads of their groups, sorted within', () => {
    expect(codes({ group: 'kind', sort: '-um_total', view: 'fields' })).toEqual(['=xa', 'e', 'a', 'c', 'd', '=phuong', 'b', '=ldld', 'f'])
    expect(codes({ group: 'line' }).filter((code) => code.startsWith('='))).toEqual(['=territorial', '=federation'])
  })
})

describe('two rates', () => {
  it('are compared exactly, however large', () => {
    const count = fc.integer({ min: 0, max: 999_999_999_999 })
    const positive = fc.integer({ min: 1, max: 999_999_999_999 })
    fc.assert(
      fc.property(count, positive, count, positive, (a, b, c, d) => {
        const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
        expect(Math.sign(compareFractions(a, b, c, d))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
      }),
    )
    expect(compareFractions(999_999_999_998, 999_999_999_999, 999_999_999_997, 999_999_999_998)).toBe(1)
  })
})

describe('what is set', () => {
  it('comes out of the address as it went in', () => {
    const text = fc.string({ minLength: 1, maxLength: 8 })
    const settings: fc.Arbitrary<TableSettings> = fc.record({
      view: fc.constantFrom('indicators' as const, 'fields' as const),
      parts: fc.boolean(),
      name: fc.string({ maxLength: 8 }),
      kind: fc.option(text),
      line: fc.option(text),
      sending: fc.option(fc.constantFrom('late' as const, 'missing' as const)),
      having: fc.option(fc.constantFrom('blank' as const, 'below' as const)),
      inColumn: fc.option(text),
      sorting: fc.option(fc.record({ column: fc.constantFrom('name', 'um_total', 'ind.cba_signed/top'), descending: fc.boolean() })),
      grouping: fc.option(fc.constantFrom('kind' as const, 'line' as const)),
      pinned: fc.uniqueArray(fc.constantFrom('um_total', 'ind.cba_signed'), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(settings, (given) => {
        expect(readSettings(writeSettings(given))).toEqual(given)
      }),
    )
  })
})
