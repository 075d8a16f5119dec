const separators = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const
/** The two languages of screen and paper. */
export type WrittenLanguage = keyof typeof separators

const groupDigits = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator)

/** A whole number as people read it: `1.234.567`. Throws on anything else, because a count is never fractional. */
export function formatCount(count: number, language: WrittenLanguage = 'vi'): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`)
  return (count < 0 ? '-' : '') + groupDigits(String(Math.abs(count)), separators[language].group)
}

/** Small counts stand in two digits in Vietnamese prose (01, 05); 0 and larger numbers as they are. */
export const formatSmallCount = (count: number, language: WrittenLanguage = 'vi'): string =>
  language === 'vi' && Number.isSafeInteger(count) && count > 0 && count < 10 ? `0${count}` : formatCount(count, language)

/** `decimal` is an exact decimal string (`-1234.50`); every digit given is printed, none is rounded: `-1.234,50`. */
export function formatDecimal(decimal: string, language: WrittenLanguage = 'vi'): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new RangeError(`not a decimal: ${decimal}`)
  const { group, decimal: point } = separators[language]
  return match[1]! + groupDigits(match[2]!, group) + (match[3] === undefined ? '' : point + match[3])
}

/** Inverse of `formatDecimal`: the exact decimal string, or undefined where groups or marks are not regular. */
export function parseDecimal(text: string, language: WrittenLanguage = 'vi'): string | undefined {
  const { group, decimal } = separators[language]
  const pattern = new RegExp(`^(-?)(\\d{1,3}(?:\\${group}\\d{3})+|\\d+)(?:\\${decimal}(\\d+))?$`)
  const match = pattern.exec(text.trim())
  if (!match) return undefined
  return match[1]! + match[2]!.replaceAll(group, '') + (match[3] === undefined ? '' : `.${match[3]}`)
}
