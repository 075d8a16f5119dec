import type { WrittenLanguage } from '../../../shared/vietnamese/format-number.ts'
import { displayDate } from './display-date.ts'
import { isDateFormat } from './cell-styles.ts'
import { roundDecimal } from './round-decimal.ts'

const marks = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/**
 * A number under a format as a spreadsheet program of that language shows it (ECMA-376 part 1, 18.8.31): sections, digits,
 * groups, percent, scaling, texts, dates and times. What else a format may hold (fractions, conditions) shows the number
 * as if it had none.
 */
export function displayNumber(value: number, format: string, language: WrittenLanguage, date1904: boolean): string {
  const sections = splitSections(format)
  if (sections.some((section) => /\[[<>=]/.test(section))) return displayGeneral(value, language)
  const isNegative = value < 0
  const section = sectionOf(sections, value)
  const text = displaySection(Math.abs(value), section, language, date1904)
  if (text === undefined) return displayGeneral(value, language)
  // A format of one section says nothing of the sign; one that rounds to nothing has none.
  return isNegative && sections.length < 2 && /[1-9]/.test(text) ? `-${text}` : text
}

function sectionOf(sections: readonly string[], value: number): string {
  const [positive = 'General', negative, zero] = sections
  if (value < 0 && negative !== undefined) return negative
  return value === 0 && zero !== undefined ? zero : positive
}

/** A text under a format with a section of its own for texts; unchanged without one. */
export function displayText(text: string, format: string): string {
  const [, , , section] = format.includes(';') ? splitSections(format) : []
  if (section === undefined || text === '') return text
  return tokensOf(section)
    .map((token) => (token === '@' ? text : literalOf(token)))
    .join('')
}

/** At most eleven characters, as a cell of usual width shows it. */
export function displayGeneral(value: number, language: WrittenLanguage): string {
  const size = Math.abs(value)
  const point = marks[language].decimal
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) return displayExponent(value.toExponential(5), point)
  const places = Math.max(0, 10 - Math.max(1, Math.floor(Math.log10(size || 1)) + 1))
  const { whole, fraction } = roundDecimal(size, places)
  const shown = fraction.replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${shown === '' ? '' : point + shown}`
}

const displayExponent = (text: string, point: string): string => {
  const [mantissa = '', exponent = ''] = text.split('e')
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  return `${digits.replace('.', point)}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
}

/** A format's sections, at most four, split outside quotes and escapes. */
function splitSections(format: string): string[] {
  const sections = ['']
  for (const token of tokensOf(format))
    if (token === ';') sections.push('')
    else sections[sections.length - 1] += token
  return sections.slice(0, 4)
}

const tokenPattern = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|E[+-]|AM\/PM|A\/P|General|[\s\S]/gi
const tokensOf = (format: string): string[] => format.match(tokenPattern) ?? []

/** What a token that stands for no digit prints. */
function literalOf(token: string): string {
  if (token.startsWith('"')) return token.replaceAll('"', '')
  if (token.startsWith('\\') && token.length > 1) return token.slice(1)
  if (token.startsWith('_') && token.length > 1) return ' '
  if (token.startsWith('*') && token.length > 1) return ''
  if (token.startsWith('[')) return /^\[\$([^-\]]*)/.exec(token)?.[1] ?? ''
  return token
}

/** Undefined for a format that this does not know. */
function displaySection(value: number, section: string, language: WrittenLanguage, date1904: boolean): string | undefined {
  const tokens = tokensOf(section)
  if (tokens.some((token) => /^general$/i.test(token)))
    return tokens.map((token) => (/^general$/i.test(token) ? displayGeneral(value, language) : literalOf(token))).join('')
  if (isDateFormat(section)) return displayDate(value, tokens, literalOf, marks[language].decimal, date1904)
  if (tokens.includes('@')) return tokens.map((token) => (token === '@' ? displayGeneral(value, language) : literalOf(token))).join('')
  if (!tokens.some(isDigit)) return tokens.map(literalOf).join('')
  if (tokens.includes('/') || tokens.some((token) => /^E[+-]$/i.test(token))) return displayOdd(value, tokens, language)
  return displayDigits(value, tokens, language)
}

const isDigit = (token: string): boolean => token === '0' || token === '#' || token === '?'

/** Powers of ten in full; fractions are left to the caller. */
function displayOdd(value: number, tokens: readonly string[], language: WrittenLanguage): string | undefined {
  if (tokens.includes('/')) return undefined
  const exponentAt = tokens.findIndex((token) => /^E[+-]$/i.test(token))
  const point = tokens.indexOf('.')
  const places = point < 0 || point > exponentAt ? 0 : tokens.slice(point, exponentAt).filter(isDigit).length
  const [mantissa = '', exponent = ''] = value.toExponential(Math.min(20, places)).split('e')
  const least = tokens.slice(exponentAt).filter((token) => token === '0').length
  const sign = exponent.startsWith('-') ? '-' : /\+/.test(tokens[exponentAt]!) ? '+' : ''
  return `${mantissa.replace('.', marks[language].decimal)}E${sign}${exponent.slice(1).padStart(least, '0')}`
}

function displayDigits(value: number, tokens: readonly string[], language: WrittenLanguage): string {
  const last = tokens.findLastIndex(isDigit)
  const pointAt = tokens.indexOf('.')
  const whole = tokens.slice(0, pointAt < 0 ? last + 1 : pointAt)
  const wholeDigits = whole.filter(isDigit)
  const fractionDigits = pointAt < 0 ? [] : tokens.slice(pointAt, last + 1).filter(isDigit)
  // A comma between digits groups them, one after the last digit divides by a thousand.
  const isGrouped = whole.some((token, at) => token === ',' && whole.slice(0, at).some(isDigit) && whole.slice(at).some(isDigit))
  const commas = /^,*/.exec(tokens.slice(last + 1).join(''))![0].length
  const percents = tokens.filter((token) => token === '%').length
  const places = Math.min(30, fractionDigits.length)
  const rounded = roundDecimal(Number((value * 100 ** percents).toPrecision(15)) / 1000 ** commas, places)
  const { group, decimal } = marks[language]
  const leastWhole = wholeDigits.filter((token) => token === '0').length
  const bare = rounded.whole.replace(/^0+/, '').padStart(leastWhole, '0')
  const grouped = isGrouped ? bare.replace(/\B(?=(\d{3})+$)/g, group) : bare
  const leastPlaces = fractionDigits.findLastIndex((token) => token === '0') + 1
  let fraction = rounded.fraction
  while (fraction.length > leastPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  const number = grouped + (pointAt >= 0 && (fraction !== '' || pointAt < last) ? (fraction === '' ? '' : decimal + fraction) : '')
  return placeNumber(tokens, number, commas, last)
}

/** The number stands where the first digit stood; the format's own texts stay around it. */
function placeNumber(tokens: readonly string[], number: string, commas: number, last: number): string {
  const first = tokens.findIndex((token) => isDigit(token) || token === '.')
  const before = tokens.slice(0, first).map(literalOf).join('')
  const after = tokens
    .slice(last + 1 + commas)
    .map(literalOf)
    .join('')
  return (before + number + after).trim()
}
