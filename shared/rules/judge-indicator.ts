import type { Coverage, Verdict } from '../domain/consolidation.ts'
import type { Indicator } from '../domain/programme.ts'
import { factorOf, type Fraction } from './format-rate.ts'
import type { Pool } from './pool-indicator.ts'

export type Judgement = {
  pool: Pool
  coverage: Coverage
  /** Some missing unit has no basis at all. */
  lacksBasis: boolean
  fractions: { low: Fraction; high: Fraction } | null
}

const reaches = ({ numerator, denominator }: Fraction, { form, threshold }: Pick<Indicator, 'form' | 'threshold'>): boolean =>
  numerator * factorOf(form) >= BigInt(threshold) * denominator

/** Arithmetic only: whether the period ends the year changes words, never the verdict. Compares integers. */
export function judgeIndicator(
  { pool, coverage, lacksBasis, fractions }: Judgement,
  indicator: Pick<Indicator, 'form' | 'threshold'>,
): Verdict {
  const isFull = coverage.reported === coverage.expected
  // Every unit said that the indicator is not its business: that is an answer, not an absence of figures.
  if (pool.reported === 0 && !(isFull && pool.notApplicable > 0)) return 'no_data'
  if (pool.denominator === 0 && isFull) return 'nil'
  if (lacksBasis) return 'no_data'
  if (pool.denominator === 0 || fractions === null) return 'undetermined'
  if (reaches(fractions.low, indicator)) return 'met'
  return reaches(fractions.high, indicator) ? 'undetermined' : 'not_met'
}
