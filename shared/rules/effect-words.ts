import type { Indicator } from '../domain/programme.ts'
import { effectTexts } from '../messages/effect-words.ts'
import { fillText, type Language } from '../messages/text.ts'
import { formatDecimal } from '../vietnamese/format-number.ts'
import type { IndicatorSums } from './compare-submissions.ts'
import { factorOf } from './format-rate.ts'
import { showRate } from './indicator-words.ts'

/** More decimals than this say nothing to anybody. */
const mostDecimals = 4

/**
 * `Tỷ lệ chung của tỉnh tăng 0,1 điểm %`: the exact difference of two rates, half up, with as many decimals from one (of
 * a percent) or two (of a ratio) on as it takes not to be 0; a difference beyond four decimals counts as none.
 */
export function effectWords(
  { old, new: now }: { old: IndicatorSums; new: IndicatorSums },
  indicator: Pick<Indicator, 'form' | 'threshold'>,
  language: Language,
): string {
  if (now.denominator === 0) return fillText(old.denominator === 0 ? effectTexts.stays : effectTexts.vanishes, language)
  if (old.denominator === 0) return fillText(effectTexts.appears, language, { rate: showRate(now, indicator, language)?.text ?? '' })
  const [oldTop, oldBottom, newTop, newBottom] = [old.numerator, old.denominator, now.numerator, now.denominator].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const top = (newTop * oldBottom - oldTop * newBottom) * factorOf(indicator.form)
  const size = decimalOf(top < 0n ? -top : top, oldBottom * newBottom, indicator.form === 'percent' ? 1 : 2)
  if (size === undefined) return fillText(effectTexts.stays, language)
  const printed = formatDecimal(size, language)
  const delta = indicator.form === 'percent' ? fillText(effectTexts.points, language, { delta: printed }) : printed
  return fillText(top > 0n ? effectTexts.rises : effectTexts.falls, language, { delta })
}

/** Undefined where it is 0 at every number of decimals that is shown. */
function decimalOf(top: bigint, bottom: bigint, least: number): string | undefined {
  for (let places = least; places <= mostDecimals; places++) {
    const scaled = (2n * top * 10n ** BigInt(places) + bottom) / (2n * bottom)
    if (scaled > 0n) {
      const digits = String(scaled).padStart(places + 1, '0')
      return `${digits.slice(0, -places)}.${digits.slice(-places)}`
    }
  }
  return undefined
}
