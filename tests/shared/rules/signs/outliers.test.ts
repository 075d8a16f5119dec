import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOutliers } from '../../../../shared/rules/signs/outliers.ts'

const bounds = { factor: 3.5, floorPercent: 2, fewest: 5 }
const flagged = (values: readonly number[]): number[] | undefined => findOutliers(values, bounds)?.map(({ place }) => values[place]!)

describe('findOutliers', () => {
  it.each([
    ['A', [50, 53, 58, 55, 51, 12, 51, 59, 55, 52, 58, 91], [12, 91]],
    ['B', [41, 48, 45, 46, 49, 41, 41, 49, 42, 47, 11, 87], [11, 87]],
    ['a lone spike over a spread of nothing', [...Array<number>(10).fill(11), 1000], [1000]],
    ['six values', [31, 34, 38, 81, 39, 33], [81]],
    ['nothing where all are alike', [7, 7, 7, 7, 7], []],
  ])('[R12] %s', (_, values, expected) => {
    expect(flagged(values)).toEqual(expected)
  })

  it('[R12] judges nothing with four values, and says so', () => {
    expect(findOutliers([1, 1, 1, 1000], bounds)).toBeUndefined()
  })

  it('[R12] agrees with the definition, whatever the values and their order', () => {
    const middle = (values: readonly number[]): number => {
      const sorted = values.toSorted((a, b) => a - b)
      return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
    }
    assert(
      property(array(integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 14 }), (values) => {
        const plain = values.filter((value, place) => {
          const others = values.filter((_, other) => other !== place)
          const median = middle(others)
          const spread = middle(others.map((other) => Math.abs(other - median)))
          return Math.abs(value - median) > 3.5 * Math.max(1.4826 * spread, 0.02 * median)
        })
        expect(flagged(values)).toEqual(plain)
      }),
    )
  })
})
