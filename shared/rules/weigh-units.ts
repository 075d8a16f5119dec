import type { Indicator } from '../domain/programme.ts'
import { factorOf } from './format-rate.ts'

export type UnitCounts = { unit: string; numerator: number; denominator: number }
export type WeighedUnit = UnitCounts & { needed: number }

type Aim = Pick<Indicator, 'form' | 'threshold'>

/** target·denominator − factor·numerator, exact; over a line it adds up to the same of its sums. */
const distanceOf = ({ numerator, denominator }: Omit<UnitCounts, 'unit'>, { form, threshold }: Aim): bigint =>
  BigInt(threshold) * BigInt(denominator) - factorOf(form) * BigInt(numerator)

/** W1: the fewest more in the numerator with which the rate reaches the target; 0 where it does. */
export function neededNumerator(counts: Omit<UnitCounts, 'unit'>, aim: Aim): number {
  const [distance, factor] = [distanceOf(counts, aim), factorOf(aim.form)]
  return distance <= 0n ? 0 : Number((distance + factor - 1n) / factor)
}

/**
 * W2: the units that pull an indicator down most, heaviest first: by their exact distance from the target, then in the
 * order they are given. `below` counts all that stand below it. Give summed units only.
 */
export function weighUnits(units: readonly UnitCounts[], aim: Aim, most = 10): { heaviest: WeighedUnit[]; below: number } {
  const below = units.map((counts) => ({ counts, distance: distanceOf(counts, aim) })).filter(({ distance }) => distance > 0n)
  const heaviest = below
    .toSorted((a, b) => (a.distance > b.distance ? -1 : a.distance < b.distance ? 1 : 0))
    .slice(0, most)
    .map(({ counts }) => ({ ...counts, needed: neededNumerator(counts, aim) }))
  return { heaviest, below: below.length }
}
