import type { Indicator } from '../../domain/programme.ts'
import { displayRate } from '../format-rate.ts'

/** A quotient is shown with as many decimals as in print, where a rounded rate never stands on the other side of the target. */
export function rateFormat(counts: { numerator: number; denominator: number }, indicator: Pick<Indicator, 'form' | 'threshold'>): string {
  const decimals = displayRate(counts, indicator)?.split('.')[1]?.length ?? (indicator.form === 'percent' ? 1 : 2)
  return `0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${indicator.form === 'percent' ? '%' : ''}`
}
