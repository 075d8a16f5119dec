import { largestCount } from '../domain/figure.ts'
import type { UnitOfCount } from '../domain/programme.ts'
import { parseDay } from './dates.ts'
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
] as const
/**
 * Why a cell is unreadable. ambiguous: two readings or irregular groups (`1,234`) · ratio: `45/50` · turns: lượt where
 * something else is counted · other_unit: a number with a word that is not the field's own unit of count.
 */
export type CountTrouble = (typeof countTroubles)[number]

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

/** The count, or why there is none. `text` is decoded, not empty and none of the words for a state. */
export function readCountText(text: string, unitOfCount?: UnitOfCount): number | CountTrouble {
  const typed = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
  const key = nameKey(typed)
  if (!/\d/.test(key)) return 'not_a_number'
  if (key.includes('%') || key.includes(percentWord)) return 'percent'
  const followed = numberThenWords.exec(typed)
  if (followed) return readWithUnit(followed[1]!, followed[2]!, unitOfCount)
  if (unitOfCount !== 'turn' && key.match(lettersOnly)?.includes(turnWord)) return 'turns'
  if (parseDay(typed) !== undefined) return 'date'
  if (/^\d[\d.,\s]*\/\s*\d[\d.,]*$/.test(typed)) return 'ratio'
  return readDigits(typed)
}

function readWithUnit(digits: string, words: string, unitOfCount: UnitOfCount | undefined): number | CountTrouble {
  if (/^[.,\s]+$/.test(words)) return 'ambiguous'
  const key = nameKey(words).replace(/\s*\.$/, '')
  if (unitOfCount !== undefined && unitWords[unitOfCount].has(key)) return readDigits(digits)
  if (unitOfCount !== 'turn' && key.match(lettersOnly)?.includes(turnWord)) return 'turns'
  return Object.values(unitWords).some((known) => known.has(key)) ? 'other_unit' : 'not_a_number'
}

/** Dots group (vi), or spaces that only software writes; an ordinary space may as well part two numbers. */
const regularGroups = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[\u00a0\u2000-\u200a\u202f]\d{3})+)$/
/** Two groups by comma leave no decimal reading, one group does. */
const commaGroups = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/
const commaDecimal = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/
const dotDecimalAfterCommaGroups = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/
const groupOrDecimal = /^[1-9]\d{0,2},\d{3}$/

function readDigits(typed: string): number | CountTrouble {
  const digits = typed.replace(/^[-\u2010-\u2015\u2212]\s*(?=\d)/, '')
  const whole = wholeDigits(digits)
  if (typeof whole !== 'string') return whole.trouble
  if (digits !== typed && /[1-9]/.test(whole)) return 'negative'
  const significant = whole.replace(/^0+(?=\d)/, '')
  return significant.length > String(largestCount).length ? 'too_large' : Number(significant)
}

/** The digits of a whole number without its groups, or the trouble. */
function wholeDigits(typed: string): string | { trouble: CountTrouble } {
  if (/^\d+$/.test(typed)) return typed
  if (regularGroups.test(typed) || commaGroups.test(typed)) return typed.replace(/\D/g, '')
  if (groupOrDecimal.test(typed)) return { trouble: 'ambiguous' }
  const decimal = commaDecimal.exec(typed) ?? dotDecimalAfterCommaGroups.exec(typed)
  if (decimal) return /^0+$/.test(decimal[2]!) ? decimal[1]!.replace(/\D/g, '') : { trouble: 'fraction' }
  return { trouble: /^[\d.,\s]+$/.test(typed) ? 'ambiguous' : 'not_a_number' }
}
