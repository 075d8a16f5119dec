import { assert, integer, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectWords } from '../../../shared/rules/effect-words.ts'

const percent = { form: 'percent', threshold: 90 } as const
const ratio = { form: 'ratio', threshold: 1 } as const
const sums = (numerator: number, denominator: number) => ({ numerator, denominator })

describe('what a version does to the province', () => {
  it('says it in points of a percent, half up, with as many decimals as it takes', () => {
    expect(effectWords({ old: sums(811, 1000), new: sums(812, 1000) }, percent, 'vi')).toBe('Tỷ lệ chung của tỉnh tăng 0,1 điểm\u00a0%')
    expect(effectWords({ old: sums(812, 1000), new: sums(800, 1000) }, percent, 'vi')).toBe('Tỷ lệ chung của tỉnh giảm 1,2 điểm\u00a0%')
    expect(effectWords({ old: sums(50_000, 100_000), new: sums(50_004, 100_000) }, percent, 'vi')).toBe(
      'Tỷ lệ chung của tỉnh tăng 0,004 điểm\u00a0%',
    )
    expect(effectWords({ old: sums(3, 2), new: sums(2, 2) }, ratio, 'en')).toBe('The rate of the province falls by 0.50')
  })

  it('knows no change, a first rate and a lost one', () => {
    expect(effectWords({ old: sums(1, 2), new: sums(2, 4) }, percent, 'vi')).toBe('Tỷ lệ chung của tỉnh không đổi')
    expect(effectWords({ old: sums(0, 0), new: sums(9, 10) }, percent, 'vi')).toBe('Tỷ lệ chung của tỉnh là 90,0%')
    expect(effectWords({ old: sums(9, 10), new: sums(0, 0) }, percent, 'vi')).toBe('Tỷ lệ chung của tỉnh không còn tính được')
  })

  it('rises exactly where the other way round it falls, by the same words', () => {
    const counts = tuple(nat(100_000), integer({ min: 1, max: 100_000 })).map(([top, bottom]) => sums(top, bottom))
    assert(
      property(counts, counts, (one, other) => {
        const there = effectWords({ old: one, new: other }, percent, 'vi')
        const back = effectWords({ old: other, new: one }, percent, 'vi')
        expect(back).toBe(there.includes('tăng') ? there.replace('tăng', 'giảm') : there.replace('giảm', 'tăng'))
      }),
    )
  })
})
