import type { Indicator } from '../domain/programme.ts'

/** Percent and ratio differ by one factor only. */
export const factorOf = (form: Indicator['form']): bigint => (form === 'percent' ? 100n : 1n)

/** An exact fraction, never reduced; `denominator` > 0. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** Half up to `decimals` places, in exact integers. */
export function roundHalfUp({ numerator, denominator }: Fraction, decimals: number): bigint {
  const scale = 10n ** BigInt(decimals)
  return (2n * numerator * scale + denominator) / (2n * denominator)
}

function decimalString(scaled: bigint, decimals: number): string {
  const digits = String(scaled).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Decimal string with 4 decimals of a percent (or of the ratio), half up. */
export const formatRate = ({ numerator, denominator }: Fraction, form: Indicator['form']): string =>
  decimalString(roundHalfUp({ numerator: numerator * factorOf(form), denominator }, 4), 4)

/**
 * The rate for the screen, as a decimal string with a point: from `decimals` on, as many as it takes until the rounded
 * rate stands on the same side of the target as the exact one. Null when nothing can be divided. Rounding never moves
 * a rate down across a whole target, and a rate below it is below by at least 1 in `denominator`, so that this ends.
 */
export function displayRate(
  counts: { numerator: number; denominator: number },
  indicator: Pick<Indicator, 'form' | 'threshold'>,
  decimals: number = indicator.form === 'percent' ? 1 : 2,
): string | null {
  if (counts.denominator === 0) return null
  const fraction = { numerator: BigInt(counts.numerator) * factorOf(indicator.form), denominator: BigInt(counts.denominator) }
  const target = BigInt(indicator.threshold)
  const reached = fraction.numerator >= target * fraction.denominator
  for (let places = decimals; ; places++) {
    const shown = roundHalfUp(fraction, places)
    if (shown >= target * 10n ** BigInt(places) === reached) return decimalString(shown, places)
  }
}

/** `target − shown` with the decimals of `shown`, exact, so that a reader who adds the two gets the target; null when it is reached. */
export function shortfallOf(shown: string, target: number): string | null {
  const [whole = '', fraction = ''] = shown.split('.')
  const missing = BigInt(target) * 10n ** BigInt(fraction.length) - BigInt(whole + fraction)
  return missing <= 0n ? null : decimalString(missing, fraction.length)
}
