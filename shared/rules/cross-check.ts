import type { MissingUnit } from './bound-indicator.ts'
import { roomOf } from './bound-indicator.ts'
import type { Pool } from './pool-indicator.ts'

/** One line's view of an indicator: what is summed, and who is still missing from it. */
export type LineView = { pool: Pool; missing: readonly MissingUnit[] }

/** `low`…`high` = what the sum can still become; high null = no upper limit is known. */
export type Range = { low: number; high: number | null }

export type CrossCheckOutcome = {
  part: 'numerator' | 'denominator'
  outcome: 'agrees' | 'disagrees' | 'not_enough'
  summed: Range
  other: Range
}

/**
 * Compares the summed line with another one. Complete on both sides: the sums must be equal. Otherwise each side stands
 * for the range its missing units allow (0 … the basis of each): ranges that do not meet disagree whatever still comes;
 * ranges that meet say nothing yet. Empty when either line has not reported at all.
 */
export function crossCheckLines(summed: LineView, other: LineView): CrossCheckOutcome[] {
  if (summed.pool.reported === 0 || other.pool.reported === 0) return []
  const isComplete = summed.missing.length === 0 && other.missing.length === 0
  return (['numerator', 'denominator'] as const).map((part) => {
    const [own, theirs] = [rangeOf(summed, part), rangeOf(other, part)]
    const meets = (own.high === null || theirs.low <= own.high) && (theirs.high === null || own.low <= theirs.high)
    return { part, outcome: !meets ? 'disagrees' : isComplete ? 'agrees' : 'not_enough', summed: own, other: theirs }
  })
}

function rangeOf({ pool, missing }: LineView, part: 'numerator' | 'denominator'): Range {
  const room = roomOf(missing)
  return { low: pool[part], high: room === null ? null : pool[part] + room }
}
