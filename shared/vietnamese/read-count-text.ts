import { largestCount } from '../domain/figure.ts'
import type { MappingReading } from '../domain/layout-mapping.ts'
import type { UnitOfCount } from '../domain/programme.ts'
import { parseDay } from './dates.ts'
import { parseNumberWords } from './number-words.ts'
import { nameKey } from './text-key.ts'

export const countTroubles = [
  'ambiguous',
  'fraction',
  'negative',
  'too_large',
  'not_a_number',
  'error_cell',
  'formula_without_result',
  'turns',
  'percent',
  'ratio',
  'date',
  'other_unit',
  'approximate',
  'range',
  'noted',
  'words',
] as const
/**
 * Why a cell is unreadable. ambiguous: two readings or irregular groups (`1,234`) · ratio: `45/50` · turns: lượt where
 * something else is counted · other_unit: a number with a word that is not the field's own unit of count · approximate:
 * `khoảng 50`, `≥ 5` · range: `50-60` · noted: a mark that points to a note, `50*`, `50(1)` · words: `năm mươi`.
 */
export type CountTrouble = (typeof countTroubles)[number]

/** What the marks mean, where a column or a person tells more than the cell alone. */
export type NumberManner = {
  /** A single comma before three digits: `1,234` a whole number, a fraction, or not to be read (as without it). */
  separators?: MappingReading['separators']
  /** A single dot before three digits: `1.234` groups (as without it), or is asked where dots were seen to be decimal marks. */
  dots?: 'groups' | 'ask'
}

export type CountTextOptions = NumberManner & {
  /** What the field counts; with it `02 cuộc` in a field of sessions reads as 2. */
  unitOfCount?: UnitOfCount
}

const keys = (...words: string[]): ReadonlySet<string> => new Set(words.map(nameKey))

/** Words that may follow a number in a field that counts just these. */
const unitWords: Readonly<Record<UnitOfCount, ReadonlySet<string>>> = {
  person: keys('người', 'đoàn viên', 'đ/v', 'đv', 'công nhân', 'công nhân lao động', 'cnlđ', 'lao động', 'cán bộ', 'đồng chí', 'đ/c'),
  turn: keys('lượt', 'lượt người'),
  union: keys('cđcs', 'công đoàn cơ sở', 'công đoàn'),
  enterprise: keys('doanh nghiệp', 'dn'),
  entity: keys('doanh nghiệp', 'dn', 'đơn vị', 'doanh nghiệp, đơn vị', 'dn, đơn vị', 'dn, đv'),
  agreement: keys('thỏa ước', 'bản', 'bản thỏa ước', 'tưlđtt', 'tulđtt'),
  session: keys('cuộc', 'buổi', 'hội nghị', 'lớp'),
  case: keys('vụ', 'vụ việc', 'cuộc'),
  day: keys('ngày'),
}
const turnWord = nameKey('lượt')
const percentWord = nameKey('phần trăm')
const numberThenWords = /^([\d.,\u00a0\u2000-\u200a\u202f]*\d)\s*(\D[^\d%]*)$/u
const lettersOnly = /[\p{L}\p{M}]+/gu

/** Characters that nobody sees are not there. */
export const visibleText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()

/** The count, or why there is none. `text` is decoded, not empty and none of the words for a state. */
export function readCountText(text: string, options: CountTextOptions = {}): number | CountTrouble {
  const typed = visibleText(text)
  const key = nameKey(typed)
  if (!/\d/.test(key)) return parseNumberWords(key.replace(/\s*\.$/, '')) === undefined ? 'not_a_number' : 'words'
  if (key.includes('%') || key.includes(percentWord)) return 'percent'
  const repeated = readRepeated(typed, options)
  if (repeated !== undefined) return repeated
  const hedge = hedgeOf(key)
  if (hedge !== undefined) return hedge
  const followed = numberThenWords.exec(typed)
  if (followed) return readWithUnit(followed[1]!, followed[2]!, options)
  if (options.unitOfCount !== 'turn' && key.match(lettersOnly)?.includes(turnWord)) return 'turns'
  if (parseDay(typed) !== undefined || monthAndYear.test(key)) return 'date'
  if (/^\d[\d.,\s]*\/\s*\d[\d.,]*$/.test(typed)) return 'ratio'
  return readDigits(typed, options)
}

const monthAndYear = new RegExp(`^(?:t|${nameKey('tháng')} ?)?(?:0?[1-9]|1[0-2])[/.](?:19|20)\\d\\d$`, 'u')

/** `50 (năm mươi)`, `50 (năm mươi) người`: a number and the same in words, as papers write it against forgery. */
function readRepeated(typed: string, options: CountTextOptions): number | CountTrouble | undefined {
  const match = /^([^()]*\d[^()\d]*)\(\s*([^()\d]+?)\s*\)([^()\d]*)$/u.exec(typed)
  const inWords = match ? parseNumberWords(match[2]!) : undefined
  if (!match || inWords === undefined) return undefined
  const count = readCountText(`${match[1]!.trim()} ${match[3]!.trim()}`.trim(), options)
  return typeof count === 'number' && count !== inWords ? 'ambiguous' : count
}

const words = (...list: string[]): string => list.map(nameKey).join('|')
const about = words(
  'khoảng',
  'khoảng chừng',
  'chừng',
  'gần',
  'hơn',
  'trên',
  'dưới',
  'ít nhất',
  'tối thiểu',
  'tối đa',
  'xấp xỉ',
  'ước',
  'ước đạt',
  'ước tính',
)
const number = '\\d[\\d.,]*'
const tail = '(?: [\\p{L}\\p{M}/ ,]+)?'
const approximate = [
  new RegExp(`^(?:(?:${about}) |[~≈<>≥≤]=? ?)${number}${tail}$`, 'u'),
  new RegExp(`^${number} ?(?:\\+|(?:[\\p{L}\\p{M}/ ,]+ )?(?:${words('trở lên', 'trở xuống')}))$`, 'u'),
]
const range = new RegExp(`^(?:${nameKey('từ')} )?${number}${tail} ?(?:[-~]|${nameKey('đến')}) ?${number}${tail}$`, 'u')
const noted = new RegExp(`^${number} ?(?:\\*+|\\(\\*+\\)|\\(\\d{1,2}\\)|\\[\\d{1,2}\\]|[¹²³⁴-⁹])$`, 'u')

/** A number that somebody hedged or marked is not the number. */
function hedgeOf(key: string): CountTrouble | undefined {
  if (approximate.some((pattern) => pattern.test(key))) return 'approximate'
  if (noted.test(key)) return 'noted'
  return range.test(key) && parseDay(key) === undefined ? 'range' : undefined
}

function readWithUnit(digits: string, typedWords: string, options: CountTextOptions): number | CountTrouble {
  if (/^[.,\s]+$/.test(typedWords)) return 'ambiguous'
  const { unitOfCount } = options
  const key = nameKey(typedWords).replace(/\s*\.$/, '')
  if (unitOfCount !== undefined && unitWords[unitOfCount].has(key)) return readDigits(digits, options)
  if (unitOfCount !== 'turn' && key.match(lettersOnly)?.includes(turnWord)) return 'turns'
  return Object.values(unitWords).some((known) => known.has(key)) ? 'other_unit' : 'not_a_number'
}

/** Dots group (vi), or spaces that only software writes; an ordinary space may as well part two numbers. */
const regularGroups = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[\u00a0\u2000-\u200a\u202f]\d{3})+)$/
/** Two groups by comma leave no decimal reading, one group does. */
const commaGroups = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/
const commaDecimal = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/
const dotDecimalAfterCommaGroups = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/
const commaBeforeThree = /^[1-9]\d{0,2},\d{3}$/
const dotBeforeThree = /^[1-9]\d{0,2}\.\d{3}$/

function readDigits(typed: string, manner: NumberManner): number | CountTrouble {
  const digits = typed.replace(/^[-\u2010-\u2015\u2212]\s*(?=\d)/, '')
  const whole = wholeDigits(digits, manner)
  if (typeof whole !== 'string') return whole.trouble
  if (digits !== typed && /[1-9]/.test(whole)) return 'negative'
  const significant = whole.replace(/^0+(?=\d)/, '')
  return significant.length > String(largestCount).length ? 'too_large' : Number(significant)
}

/** The digits of a whole number without its groups, or the trouble. */
function wholeDigits(typed: string, { separators, dots }: NumberManner): string | { trouble: CountTrouble } {
  if (/^\d+$/.test(typed)) return typed
  if (dots === 'ask' && dotBeforeThree.test(typed)) return { trouble: 'ambiguous' }
  if (regularGroups.test(typed) || commaGroups.test(typed)) return typed.replace(/\D/g, '')
  if (commaBeforeThree.test(typed)) {
    if (separators === 'groups') return typed.replace(/\D/g, '')
    // Nobody writes 45 persons as 45,000, whatever commas mean elsewhere.
    return { trouble: separators === 'decimals' && !typed.endsWith(',000') ? 'fraction' : 'ambiguous' }
  }
  const decimal = commaDecimal.exec(typed) ?? dotDecimalAfterCommaGroups.exec(typed)
  if (decimal) return /^0+$/.test(decimal[2]!) ? decimal[1]!.replace(/\D/g, '') : { trouble: 'fraction' }
  return { trouble: /^[\d.,\s]+$/.test(typed) ? 'ambiguous' : 'not_a_number' }
}
