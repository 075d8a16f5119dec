import type { Indicator } from '../domain/programme.ts'
import type { Language } from '../messages/text.ts'
import { formatDecimal } from '../vietnamese/format-number.ts'

/**
 * `92,4 – 94,9%`: rounded outwards, so that the truth lies within what is shown, with more decimals where rounding would
 * carry the upper bound over a target it does not reach. `bounds` are decimal strings with 4 decimals; undefined without them.
 */
export function showBounds(
  { low, high }: { low: string | null; high: string | null },
  { form, threshold }: Pick<Indicator, 'form' | 'threshold'>,
  language: Language,
): string | undefined {
  if (low === null || high === null) return undefined
  const target = BigInt(threshold) * 10_000n
  const least = form === 'percent' ? 1 : 2
  const lower = print(roundTo(scaled(low), least, 'down'), least)
  const decimals = [least, 2, 3].find((places) => roundTo(scaled(high), places, 'up') >= target === scaled(high) >= target) ?? 4
  const upper = print(roundTo(scaled(high), decimals, 'up'), decimals)
  return `${formatDecimal(lower, language)} – ${formatDecimal(upper, language)}${form === 'percent' ? '%' : ''}`
}

/** In ten-thousandths. */
const scaled = (decimal: string): bigint => BigInt(decimal.replace('.', ''))

function roundTo(value: bigint, decimals: number, direction: 'up' | 'down'): bigint {
  const step = 10n ** BigInt(4 - decimals)
  const down = (value / step) * step
  return direction === 'up' && down < value ? down + step : down
}

function print(value: bigint, decimals: number): string {
  const digits = String(value).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4).slice(0, decimals)}`
}
