import { largestCount } from '../domain/figure.ts'
import { parseDecimal, type WrittenLanguage } from './format-number.ts'

/** A whole number as typed, grouped or not; undefined where it could be read in another way, too. */
export function readCountTyped(text: string, language: WrittenLanguage): number | undefined {
  const decimal = parseDecimal(text, language)
  if (decimal === undefined || !/^\d+$/.test(decimal)) return undefined
  const count = Number(decimal)
  return count <= largestCount ? count : undefined
}
