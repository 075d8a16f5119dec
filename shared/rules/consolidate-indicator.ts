import type { IndicatorFigures } from '../domain/consolidation.ts'
import type { Indicator, SourceLine } from '../domain/programme.ts'
import { boundFractions, mixBases, roomOf, type MissingUnit } from './bound-indicator.ts'
import { formatRate } from './format-rate.ts'
import { judgeIndicator } from './judge-indicator.ts'
import type { Pool } from './pool-indicator.ts'

export type LineFigures = {
  line: SourceLine
  pool: Pool
  /** Units of the line that the period expects, those included for which the indicator is not applicable. */
  expectedUnits: number
  /** One per unit that is neither summed nor out of the expected ones. */
  missing: readonly MissingUnit[]
}

/** Everything `figures` says of one indicator. Throws when the pool and the missing units do not make up the expected ones. */
export function consolidateIndicator(
  indicator: Pick<Indicator, 'code' | 'form' | 'threshold'>,
  { line, pool, expectedUnits, missing }: LineFigures,
  final: boolean,
): IndicatorFigures {
  const coverage = { reported: pool.reported, expected: expectedUnits - pool.notApplicable }
  if (coverage.reported + missing.length !== coverage.expected)
    throw new Error(`${indicator.code}: ${coverage.reported} reported and ${missing.length} missing of ${coverage.expected} units`)
  const room = roomOf(missing)
  const fractions = room === null ? null : boundFractions(pool, room)
  const own = { numerator: BigInt(pool.numerator), denominator: BigInt(pool.denominator) }
  return {
    code: indicator.code,
    line,
    numerator: pool.numerator,
    denominator: pool.denominator,
    rate: pool.denominator === 0 ? null : formatRate(own, indicator.form),
    target: indicator.threshold,
    verdict: judgeIndicator({ pool, coverage, lacksBasis: room === null, fractions }, indicator),
    final,
    coverage,
    bounds: {
      low: fractions && formatRate(fractions.low, indicator.form),
      high: fractions && formatRate(fractions.high, indicator.form),
      basis: mixBases(missing),
    },
  }
}
