/** What a spreadsheet knows of a number: 15 digits; the rest of a double is noise that must not decide a rounding. */
const knownDigits = 15

/** Whole and fraction digits of a number that is not negative, rounded half up to `places`. */
export function roundDecimal(value: number, places: number): { whole: string; fraction: string } {
  const [mantissa = '', exponent = '0'] = value.toExponential(knownDigits - 1).split('e')
  const digits = mantissa.replace('.', '')
  const pointAt = Number(exponent) + 1
  const keep = pointAt + places
  if (keep < 0) return { whole: '0', fraction: '0'.repeat(places) }
  const kept = digits.slice(0, keep).padEnd(keep, '0')
  const isUp = (digits[keep] ?? '0') >= '5'
  const rounded = (BigInt(kept === '' ? '0' : kept) + (isUp ? 1n : 0n)).toString().padStart(places + 1, '0')
  const at = rounded.length - places
  return { whole: rounded.slice(0, at), fraction: rounded.slice(at) }
}
