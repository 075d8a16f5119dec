import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { showBounds } from '../../../shared/rules/show-bounds.ts'

const percent = { form: 'percent', threshold: 90 } as const
const ratio = { form: 'ratio', threshold: 1 } as const

it('rounds outwards, and never over a target that is out of reach', () => {
  expect(showBounds({ low: '92.4112', high: '94.8501' }, percent, 'vi')).toBe('92,4 – 94,9%')
  expect(showBounds({ low: '80.0000', high: '89.9600' }, percent, 'vi')).toBe('80,0 – 89,96%')
  expect(showBounds({ low: '80.0000', high: '89.9999' }, percent, 'en')).toBe('80.0 – 89.9999%')
  expect(showBounds({ low: '0.0000', high: '0.9999' }, ratio, 'vi')).toBe('0,00 – 0,9999')
  expect(showBounds({ low: null, high: null }, percent, 'vi')).toBeUndefined()
})

it('law: what is shown holds the truth and agrees with it about the target', () => {
  fc.assert(
    fc.property(fc.nat(1_200_000), fc.nat(1_200_000), fc.constantFrom(percent, ratio), (a, b, indicator) => {
      const decimal = (value: number): string => `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const [lower, upper] = showBounds({ low: decimal(low), high: decimal(high) }, indicator, 'en')!
        .replace(/[%,]/g, '')
        .split(' – ')
        .map((text) => Math.round(Number(text) * 10_000))
      const target = indicator.threshold * 10_000
      expect(lower).toBeLessThanOrEqual(low)
      expect(upper).toBeGreaterThanOrEqual(high)
      expect([lower! >= target, upper! >= target]).toEqual([low >= target, high >= target])
    }),
  )
})
