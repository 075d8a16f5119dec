/** A decimal without binary noise: `units` · 10^−`decimals`. `90,5` is {905, 1}: what was written keeps its number of decimals. */
export type ExactDecimal = { units: bigint; decimals: number }

/** Digits with at most one decimal point, as `formatDecimal` takes them; throws on anything else. */
export function exactDecimal(plain: string): ExactDecimal {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(plain)
  if (!match) throw new RangeError(`not a decimal: ${plain}`)
  const fraction = match[2] ?? ''
  return { units: BigInt(match[1]! + fraction), decimals: fraction.length }
}

/** Inverse of `exactDecimal`; below zero never happens to what is counted, so it stops at 0. */
export function printExact({ units, decimals }: ExactDecimal): string {
  const digits = String(units > 0n ? units : 0n).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Everything that is written like this after rounding: from half a unit of the last decimal below to half above. */
export const roundingInterval = ({ units, decimals }: ExactDecimal): { low: string; high: string } => ({
  low: printExact({ units: units * 10n - 5n, decimals: decimals + 1 }),
  high: printExact({ units: units * 10n + 5n, decimals: decimals + 1 }),
})

/** Sign of `factor`·`numerator`/`denominator` − `bound`, without dividing; `denominator` above 0. */
export function compareQuotient(numerator: number, denominator: number, factor: number, bound: ExactDecimal): -1 | 0 | 1 {
  const left = BigInt(numerator) * BigInt(factor) * 10n ** BigInt(bound.decimals)
  const right = bound.units * BigInt(denominator)
  return left < right ? -1 : left > right ? 1 : 0
}
