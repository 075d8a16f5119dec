import type { Basis } from '../domain/consolidation.ts'
import type { Fraction } from './format-rate.ts'
import type { Pool } from './pool-indicator.ts'

/** What is known of a missing unit's denominator, best source first. */
export type DenominatorSources = { reported: number | null; registered: number | null; lastPeriod: number | null; peerMax: number | null }

/** How large a missing unit may still be; null when nobody of its kind has reported. */
export type MissingUnit = { basis: Basis; denominator: number | null }

export function chooseBasis({ reported, registered, lastPeriod, peerMax }: DenominatorSources): MissingUnit {
  if (reported !== null) return { basis: 'reported', denominator: reported }
  if (registered !== null) return { basis: 'registered', denominator: registered }
  if (lastPeriod !== null) return { basis: 'last_period', denominator: lastPeriod }
  return peerMax === null ? { basis: 'none', denominator: null } : { basis: 'peer_max', denominator: peerMax }
}

/** Null basis = nothing is missing. One unit without any basis leaves the whole indicator without bounds. */
export function mixBases(missing: readonly MissingUnit[]): Basis | 'mixed' | null {
  const [first, ...others] = new Set(missing.map(({ basis }) => basis))
  if (first === undefined) return null
  if (missing.some(({ basis }) => basis === 'none')) return 'none'
  return others.length === 0 ? first : 'mixed'
}

/** What all missing units together may still add; null when one of them is without basis. */
export const roomOf = (missing: readonly MissingUnit[]): number | null =>
  missing.reduce<number | null>((room, { denominator }) => (room === null || denominator === null ? null : room + denominator), 0)

/**
 * Lowest and highest rate that is still possible, as exact fractions; null when no final rate can be computed.
 *
 * With N/D summed and room B for the missing denominators, every final value is (N+n)/(D+d) with 0 ≤ n ≤ d ≤ B: a missing
 * unit may turn out smaller than its basis, or nil.
 * Low: n = 0, and N/(D+d) falls with d, so N/(D+B).
 * High: n = d; (N+d)/(D+d) rises with d while N ≤ D, so (N+B)/(D+B); where N > D (a ratio above 1) it falls with d, so
 * d = 0 and N/D; with D = 0 the smallest denominator that gives a rate is 1, so N+1 (or, with N = 0, always 1).
 */
export function boundFractions(pool: Pick<Pool, 'numerator' | 'denominator'>, room: number): { low: Fraction; high: Fraction } | null {
  const [n, d, b] = [BigInt(pool.numerator), BigInt(pool.denominator), BigInt(room)]
  if (d + b === 0n) return null
  const low = { numerator: n, denominator: d + b }
  if (n <= d) return { low, high: { numerator: n + b, denominator: d + b } }
  return { low, high: d > 0n ? { numerator: n, denominator: d } : { numerator: n + 1n, denominator: 1n } }
}
