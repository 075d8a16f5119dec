import type { Coverage } from '../domain/consolidation.ts'
import type { Indicator } from '../domain/programme.ts'
import { formatDecimal } from '../vietnamese/format-number.ts'
import { displayRate } from './format-rate.ts'

type Counts = { numerator: number; denominator: number }

/**
 * `now` and `before` with equally many decimals, `size` = exactly what lies between the two, so that a reader who subtracts
 * gets it; null where the rates differ by less than `step`, the last decimal. All decimal strings with a point.
 */
export type RateChange = { direction: 'up' | 'down' | 'same'; now: string; before: string; size: string | null; step: string }

/**
 * CP3. The direction is that of the exact rates, in whole numbers; the decimals are the more that either rate needs to stand on
 * its own side of the target. Undefined where one of them cannot be divided.
 */
export function compareRates(now: Counts, before: Counts, indicator: Pick<Indicator, 'form' | 'threshold'>): RateChange | undefined {
  const [ownNow, ownBefore] = [displayRate(now, indicator), displayRate(before, indicator)]
  if (ownNow === null || ownBefore === null) return undefined
  const places = Math.max(decimalsOf(ownNow), decimalsOf(ownBefore))
  const [rateNow, rateBefore] = [displayRate(now, indicator, places)!, displayRate(before, indicator, places)!]
  const exact = BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator)
  const between = scaledOf(rateNow) - scaledOf(rateBefore)
  return {
    direction: exact > 0n ? 'up' : exact < 0n ? 'down' : 'same',
    now: rateNow,
    before: rateBefore,
    size: between === 0n ? null : decimalOf(between < 0n ? -between : between, places),
    step: decimalOf(1n, places),
  }
}

const decimalsOf = (decimal: string): number => decimal.length - 1 - decimal.indexOf('.')
const scaledOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''))

function decimalOf(scaled: bigint, places: number): string {
  const digits = String(scaled).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const movement = { up: 'tăng', down: 'giảm' } as const

/** `tăng 1,2 điểm %`, `giảm chưa đến 0,1 điểm %`, `không đổi`; a ratio has no unit. */
export function changeWords({ direction, size, step }: RateChange, form: Indicator['form']): string {
  if (direction === 'same') return 'không đổi'
  const unit = form === 'percent' ? ' điểm %' : ''
  return `${movement[direction]} ${size === null ? `chưa đến ${formatDecimal(step)}` : formatDecimal(size)}${unit}`
}

/** CP2, in points of a percent: sums over much different parts of the province are no comparison. */
const mostApart = 5

/** Shares of the expected units further apart than CP2 allows; two empty ones are alike. */
export function coverageDiffers(now: Coverage, before: Coverage): boolean {
  if (now.expected === 0 || before.expected === 0) return now.expected !== before.expected
  return 100 * Math.abs(now.reported * before.expected - before.reported * now.expected) > mostApart * now.expected * before.expected
}
