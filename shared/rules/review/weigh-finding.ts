import type { Indicator } from '../../domain/programme.ts'
import { factorOf } from '../format-rate.ts'
import type { IndicatorSums } from '../compare-submissions.ts'

type Weighed = { field: string | null; expected: string | null; actual: string | null }

/** Where nothing can be said of the province: a finding without two counts, or about a field of no indicator. */
const nothing = 0

/** Points, or units of the ratio, are given in parts of ten thousand. */
const parts = 10_000n

/**
 * S6: how far the province's rate moves when the figure becomes what stands against it: the largest move among the
 * indicators with that field, in ten-thousandths of a point; of a ratio in ten-thousandths of it, with a minus sign, which
 * says no more than that. 0 where nothing moves.
 */
export function weighFinding(
  { field, expected, actual }: Weighed,
  indicators: readonly Pick<Indicator, 'code' | 'numerator' | 'denominator' | 'form'>[],
  sums: Readonly<Record<string, IndicatorSums>>,
): number {
  if (field === null || !isCount(expected) || !isCount(actual)) return nothing
  const delta = BigInt(expected) - BigInt(actual)
  if (delta === 0n) return nothing
  let most = nothing
  for (const { code, numerator, denominator, form } of indicators) {
    const now = sums[code]
    if (!now || now.denominator === 0 || (numerator !== field && denominator !== field)) continue
    const [top, bottom] = [BigInt(now.numerator), BigInt(now.denominator)]
    const [nextTop, nextBottom] = [numerator === field ? top + delta : top, denominator === field ? bottom + delta : bottom]
    if (nextBottom <= 0n) continue
    const move = (nextTop * bottom - top * nextBottom) * factorOf(form) * parts
    const size = Number(((move < 0n ? -move : move) * 2n + bottom * nextBottom) / (2n * bottom * nextBottom))
    const weight = form === 'percent' ? size : -size
    if (Math.abs(weight) > Math.abs(most)) most = weight
  }
  return most
}

const isCount = (text: string | null): text is string => text !== null && /^\d{1,12}$/.test(text)
