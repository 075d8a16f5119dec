import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededNumerator, weighUnits, type UnitCounts } from '../../../shared/rules/weigh-units.ts'

const aim = fc.record({ form: fc.constantFrom('percent' as const, 'ratio' as const), threshold: fc.integer({ min: 1, max: 100 }) })
const counts = fc.integer({ min: 0, max: 2_000_000_000 })
const lines = fc
  .array(fc.record({ numerator: counts, denominator: counts }), { maxLength: 40 })
  .map((all): UnitCounts[] => all.map((one, index) => ({ unit: `u${index}`, ...one })))

const reaches = (
  { numerator, denominator }: { numerator: number; denominator: number },
  { form, threshold }: { form: 'percent' | 'ratio'; threshold: number },
): boolean => BigInt(numerator) * (form === 'percent' ? 100n : 1n) >= BigInt(threshold) * BigInt(denominator)

describe('what weighs on an indicator', () => {
  it('[W1] is the fewest more that reach the target', () => {
    fc.assert(
      fc.property(fc.record({ numerator: counts, denominator: counts }), aim, (unit, target) => {
        const needed = neededNumerator(unit, target)
        expect(reaches({ ...unit, numerator: unit.numerator + needed }, target)).toBe(true)
        if (needed > 0) expect(reaches({ ...unit, numerator: unit.numerator + needed - 1 }, target)).toBe(false)
      }),
    )
  })

  it('[W1] [W2] when every unit below its target gets what it needs, the line reaches the target', () => {
    fc.assert(
      fc.property(lines, aim, (units, target) => {
        const { heaviest, below } = weighUnits(units, target, units.length)
        expect(heaviest).toHaveLength(below)
        const more = new Map(heaviest.map(({ unit, needed }) => [unit, needed]))
        const sum = (pick: (one: UnitCounts) => number): number => units.reduce((total, one) => total + pick(one), 0)
        const after = { numerator: sum((one) => one.numerator + (more.get(one.unit) ?? 0)), denominator: sum((one) => one.denominator) }
        expect(reaches(after, target)).toBe(true)
        const before = { numerator: sum((one) => one.numerator), denominator: after.denominator }
        expect(neededNumerator(before, target)).toBeLessThanOrEqual(heaviest.reduce((total, { needed }) => total + needed, 0))
      }),
    )
  })

  it('[W2] lists ten, none left out weighs more than one listed, and equals stand in the order given', () => {
    fc.assert(
      fc.property(lines, aim, (units, target) => {
        const { heaviest, below } = weighUnits(units, target)
        expect(heaviest).toHaveLength(Math.min(10, below))
        const listed = new Set(heaviest.map(({ unit }) => unit))
        const rest = units.filter(({ unit }) => !listed.has(unit)).map((one) => neededNumerator(one, target))
        for (const { needed } of heaviest) for (const other of rest) expect(other).toBeLessThanOrEqual(needed)
      }),
    )
    const same = Array.from({ length: 12 }, (_, index) => ({ unit: `u${index}`, numerator: 1, denominator: 10 }))
    expect(weighUnits(same, { form: 'percent', threshold: 90 }).heaviest.map(({ unit }) => unit)).toEqual(
      same.slice(0, 10).map(({ unit }) => unit),
    )
  })

  it('[W1] is exact where a floating point would not be', () => {
    expect(neededNumerator({ numerator: 57, denominator: 100 }, { form: 'percent', threshold: 57 })).toBe(0)
    expect(neededNumerator({ numerator: 899_999_999, denominator: 1_000_000_000 }, { form: 'percent', threshold: 90 })).toBe(1)
    expect(neededNumerator({ numerator: 2, denominator: 3 }, { form: 'ratio', threshold: 1 })).toBe(1)
  })
})
