import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeWords, compareRates, coverageDiffers } from '../../../shared/rules/compare-rates.ts'
import { displayRate } from '../../../shared/rules/format-rate.ts'

const percent = { form: 'percent', threshold: 90 } as const
const counts = fc
  .record({ denominator: fc.integer({ min: 1, max: 2_000_000 }), share: fc.double({ min: 0, max: 1.2, noNaN: true }) })
  .map(({ denominator, share }) => ({ numerator: Math.floor(denominator * share), denominator }))
const indicator = fc.record({ form: fc.constantFrom('percent', 'ratio'), threshold: fc.constantFrom(1, 65, 90, 100) } as const)
const scaled = (decimal: string): bigint => BigInt(decimal.replace('.', ''))

describe('two rates', () => {
  it('[CP3] the difference is what a reader gets by subtracting, and never points the other way than the exact rates', () => {
    fc.assert(
      fc.property(counts, counts, indicator, (now, before, of) => {
        const change = compareRates(now, before, of)!
        const decimals = (text: string): number => text.split('.')[1]!.length
        const between = scaled(change.now) - scaled(change.before)
        expect(decimals(change.now)).toBe(decimals(change.before))
        expect(change.size === null ? 0n : scaled(change.size)).toBe(between < 0n ? -between : between)
        const exact = BigInt(now.numerator * before.denominator) - BigInt(before.numerator * now.denominator)
        expect(change.direction).toBe(exact > 0n ? 'up' : exact < 0n ? 'down' : 'same')
        if (between !== 0n) expect(between > 0n).toBe(exact > 0n)
        // Each stands on its own side of the target, as it does alone.
        for (const [shown, own] of [[change.now, now] as const, [change.before, before] as const])
          expect(displayRate(own, of, decimals(shown))).toBe(shown)
      }),
    )
  })
  it('[CP3] is said in points, with the decimals that both need', () => {
    const say = (now: [number, number], before: [number, number]): string => {
      const [a, b] = [now, before].map(([numerator, denominator]) => ({ numerator, denominator }))
      return changeWords(compareRates(a!, b!, percent)!, 'percent')
    }
    expect(say([912, 1000], [900, 1000])).toBe('tăng 1,2 điểm %')
    expect(say([850, 1000], [900, 1000])).toBe('giảm 5,0 điểm %')
    expect(say([91_201, 100_000], [91_200, 100_000])).toBe('tăng chưa đến 0,1 điểm %')
    expect(say([91_200, 100_000], [91_201, 100_000])).toBe('giảm chưa đến 0,1 điểm %')
    expect(say([456, 500], [912, 1000])).toBe('không đổi')
    expect(say([9124, 10_000], [8996, 10_000])).toBe('tăng 1,28 điểm %')
    expect(
      changeWords(
        compareRates({ numerator: 5, denominator: 4 }, { numerator: 1, denominator: 1 }, { form: 'ratio', threshold: 1 })!,
        'ratio',
      ),
    ).toBe('tăng 0,25')
    expect(compareRates({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 }, percent)).toBeUndefined()
  })
  it('[CP2] coverage is compared in whole numbers, five points apart at most', () => {
    expect(coverageDiffers({ reported: 100, expected: 100 }, { reported: 95, expected: 100 })).toBe(false)
    expect(coverageDiffers({ reported: 100, expected: 100 }, { reported: 949, expected: 1000 })).toBe(true)
    expect(coverageDiffers({ reported: 0, expected: 0 }, { reported: 0, expected: 0 })).toBe(false)
    expect(coverageDiffers({ reported: 0, expected: 0 }, { reported: 1, expected: 1 })).toBe(true)
  })
})
