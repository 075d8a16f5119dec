import { parseDay } from './dates.ts'
import { compareQuotient, exactDecimal, roundingInterval, type ExactDecimal } from './exact-decimal.ts'
import { readCountText, visibleText } from './read-count-text.ts'
import { nameKey } from './text-key.ts'

/**
 * Why a cell is no share. ambiguous: 0.9 that may be 0.9 % or 90 %, `2/2026` · contradiction: `80% (45/50)` ·
 * approximate: `khoảng 90%` · date: `5/12` became a date in Excel.
 */
export type ShareTrouble = 'ambiguous' | 'approximate' | 'contradiction' | 'date' | 'error_cell' | 'formula_without_result' | 'not_a_share'

/**
 * A rate as a unit wrote it, only ever a check beside the two counts. `low` and `high` are exact decimals in percent points
 * (in plain units for a ratio column) and hold every value that is written like this; `high` null = no upper end (`>90%`).
 */
export type Share = {
  low: string
  high: string | null
  /** Decimals as written or displayed. */
  decimals: number
  /** Where the two counts were written, too: `45/50`. */
  numerator?: number
  denominator?: number
}

export type ShareManner = {
  form: 'percent' | 'ratio'
  /** What numbers without a percent sign mean in a percent column: 90 or 0.9; `ask` where the column does not tell. */
  scale: 'points' | 'fraction' | 'ask'
}

const words = (...list: string[]): string => list.map(nameKey).join('|')
const percentWord = nameKey('phần trăm')
const number = '(\\d[\\d.,]*)'
const says = `(?:(?:${words('đạt tỷ lệ', 'đạt', 'tỷ lệ', 'chiếm', 'bằng', 'là')})(?: |$|(?=[:=]))|[=:,;])`
const about = new RegExp(`^(?:${says} ?)*(?:(?:${words('khoảng', 'gần', 'xấp xỉ', 'ước đạt', 'ước')}) |[~≈] ?)`, 'u')
const floor = new RegExp(`^(?:(?:${words('ít nhất', 'tối thiểu', 'trên', 'hơn')}) |>=? ?|≥ ?)${number} ?%?$`, 'u')
const floorAfter = new RegExp(`^${number} ?%? ?(?:\\+|${words('trở lên')})$`, 'u')
const ceiling = new RegExp(`^(?:(?:${words('dưới', 'tối đa', 'chưa đến')}) |<=? ?|≤ ?)${number} ?%?$`, 'u')
const between = new RegExp(`^(?:${nameKey('từ')} )?${number} ?%? ?(?:-|${nameKey('đến')}) ?${number} ?%?$`, 'u')
const plain = new RegExp(`^${number} ?%?$`, 'u')
const counts = /(\d[\d.]*) ?\/ ?(\d[\d.]*)(?: ?[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*)?/u

/** `text` is decoded, not empty and none of the words for a state. */
export function readShareText(text: string, manner: ShareManner): Share | ShareTrouble {
  const typed = visibleText(text)
  if (parseDay(typed) !== undefined) return 'date'
  const key = nameKey(typed)
    .replaceAll(percentWord, '%')
    .replace(/\s*\.$/, '')
  const pair = counts.exec(key)
  if (!pair) return readRate(stripSigns(key), manner)
  const written = readPair(pair[1]!, pair[2]!, manner)
  const rest = stripSigns(`${key.slice(0, pair.index)} ${key.slice(pair.index + pair[0].length)}`.replace(/[()]/g, ' '))
  if (typeof written === 'string' || rest === '') return written
  const rate = readRate(rest, manner)
  if (typeof rate === 'string') return rate
  return agree(rate, written.numerator, written.denominator, manner)
    ? { ...rate, numerator: written.numerator, denominator: written.denominator }
    : 'contradiction'
}

const signs = new RegExp(`^${says} ?`, 'u')
function stripSigns(key: string): string {
  let bare = key.replace(/\s+/g, ' ').trim()
  while (signs.test(bare)) bare = bare.replace(signs, '')
  return bare.replace(/^\(\s*(.*?)\s*\)$/, '$1')
}

function readPair(left: string, right: string, { form }: ShareManner): Required<Share> | 'ambiguous' | 'not_a_share' {
  const [numerator, denominator] = [readCountText(left), readCountText(right)]
  // 2/2026 may as well be a month.
  if (/^(?:0?[1-9]|1[0-2])$/.test(left) && /^(?:19|20)\d\d$/.test(right)) return 'ambiguous'
  if (typeof numerator !== 'number' || typeof denominator !== 'number' || denominator === 0) return 'not_a_share'
  const scaled = BigInt(numerator) * BigInt(form === 'percent' ? 100 : 1) * 10_000n
  const below = scaled / BigInt(denominator)
  const above = below * BigInt(denominator) === scaled ? below : below + 1n
  const print = (units: bigint): string => `${units / 10_000n}.${String(units % 10_000n).padStart(4, '0')}`
  return { low: print(below), high: print(above), decimals: 4, numerator, denominator }
}

const agree = ({ low, high }: Share, numerator: number, denominator: number, { form }: ShareManner): boolean => {
  const factor = form === 'percent' ? 100 : 1
  return (
    compareQuotient(numerator, denominator, factor, exactDecimal(low)) >= 0 &&
    (high === null || compareQuotient(numerator, denominator, factor, exactDecimal(high)) <= 0)
  )
}

function readRate(key: string, manner: ShareManner): Share | ShareTrouble {
  if (about.test(key)) return 'approximate'
  const hasSign = key.includes('%')
  if (hasSign && manner.form === 'ratio') return 'not_a_share'
  const scaled = (written: string | undefined): ExactDecimal | ShareTrouble => {
    const read = written === undefined ? undefined : readDecimal(written)
    return read === undefined ? 'not_a_share' : scaleNumber(read, hasSign ? { ...manner, scale: 'points' } : manner)
  }
  const range = between.exec(key)
  if (range) {
    const [from, to] = [scaled(range[1]), scaled(range[2])]
    if (typeof from === 'string') return from
    if (typeof to === 'string') return to
    const [low, high] = [roundingInterval(from).low, roundingInterval(to).high]
    return { low, high, decimals: Math.max(from.decimals, to.decimals) }
  }
  const least = floor.exec(key) ?? floorAfter.exec(key)
  const most = ceiling.exec(key)
  const rate = scaled((least ?? most ?? plain.exec(key))?.[1])
  if (typeof rate === 'string') return rate
  const interval = roundingInterval(rate)
  const { decimals } = rate
  return least
    ? { low: interval.low, high: null, decimals }
    : most
      ? { low: '0', high: interval.high, decimals }
      : { ...interval, decimals }
}

/** One mark is a decimal mark in a rate, whichever it is: nobody groups thousands of percents. */
function readDecimal(written: string): ExactDecimal | undefined {
  if (/^\d+(?:[.,]\d+)?$/.test(written)) return exactDecimal(written.replace(',', '.'))
  return /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(written) ? exactDecimal(written.replaceAll('.', '').replace(',', '.')) : undefined
}

/** 0.9 and 1 without a sign can be fractions of one; 0 is 0 either way. */
export function scaleNumber(value: ExactDecimal, { form, scale }: ShareManner): ExactDecimal | 'ambiguous' {
  if (form === 'ratio' || value.units === 0n) return value
  const isSmall = value.units <= 10n ** BigInt(value.decimals)
  if (scale === 'fraction' && isSmall) return times100(value)
  return isSmall && scale !== 'points' ? 'ambiguous' : value
}

export const times100 = ({ units, decimals }: ExactDecimal): ExactDecimal =>
  decimals >= 2 ? { units, decimals: decimals - 2 } : { units: units * 10n ** BigInt(2 - decimals), decimals: 0 }
