import { describe, expect, it } from 'vitest'
import { crossCheckLines, type LineView } from '../../../shared/rules/cross-check.ts'

const view = (numerator: number, denominator: number, missing: readonly (number | null)[] = []): LineView => ({
  pool: { numerator, denominator, reported: 1, notApplicable: 0 },
  missing: missing.map((room) => (room === null ? { basis: 'none', denominator: null } : { basis: 'registered', denominator: room })),
})
const outcomes = (summed: LineView, other: LineView): string[] => crossCheckLines(summed, other).map(({ outcome }) => outcome)

describe('[R4] a line against the summed one', () => {
  it('compares exactly at full coverage', () => {
    expect(outcomes(view(5, 9), view(5, 9))).toEqual(['agrees', 'agrees'])
    expect(outcomes(view(5, 9), view(6, 9))).toEqual(['disagrees', 'agrees'])
  })
  it('[R5] says nothing yet while the other line lies within what missing units allow', () => {
    expect(outcomes(view(5, 9, [3]), view(8, 12))).toEqual(['not_enough', 'not_enough'])
    expect(outcomes(view(5, 9, [3]), view(9, 13))).toEqual(['disagrees', 'disagrees'])
    expect(outcomes(view(5, 9, [3]), view(4, 9))).toEqual(['disagrees', 'not_enough'])
  })
  it('knows no upper limit where a missing unit has no basis', () => {
    expect(outcomes(view(5, 9, [null]), view(500, 900))).toEqual(['not_enough', 'not_enough'])
    expect(outcomes(view(5, 9, [null]), view(4, 8))).toEqual(['disagrees', 'disagrees'])
  })
  it('allows the other line the same room', () => {
    expect(outcomes(view(5, 9), view(3, 6, [3]))).toEqual(['not_enough', 'not_enough'])
    expect(outcomes(view(5, 9), view(3, 6, [1]))).toEqual(['disagrees', 'disagrees'])
  })
  it('is silent while either line has not reported', () => {
    expect(crossCheckLines({ pool: { numerator: 0, denominator: 0, reported: 0, notApplicable: 0 }, missing: [] }, view(1, 2))).toEqual([])
  })
})
