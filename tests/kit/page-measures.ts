import { expect } from 'vitest'
import type { TypeStyle } from '../../shared/domain/layout-profile.ts'
import type { PdfPageWords, PdfWord } from './read-pdf.ts'

/** How far print may lie from its form, in millimetres. */
export const tolerance = 0.5
/** From the typeface's hhea table: ascent 1825, descent 443, of 2048 units. */
export const heightOfSize = (1825 + 443) / 2048
/** Above it stand page numbers and marks of drafts, in points. */
export const topLimit = (25 / 25.4) * 72 * 0.7

export const millimetres = (points: number): number => (points * 25.4) / 72

export const near = (actual: number, expected: number, what: string): void =>
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance)

export const sizeOf = (word: PdfWord): number => (word.yMax - word.yMin) / heightOfSize
export const checkSize = (word: PdfWord, style: TypeStyle): void => expect(sizeOf(word)).toBeCloseTo(style.size, 1)

export const isPortrait = (page: PdfPageWords): boolean => page.width < page.height
export const textAreaOf = (page: PdfPageWords): PdfWord[] => page.words.filter(({ yMin }) => yMin > topLimit)
export const pageNumberOn = (page: PdfPageWords): PdfWord | undefined =>
  page.words.find((word) => word.yMin < topLimit && /^\d+$/.test(word.text))

export function findWord(page: PdfPageWords, text: string): PdfWord {
  const word = page.words.find((candidate) => candidate.text === text)
  if (!word) throw new Error(`${text} is not on the page`)
  return word
}

/** All words on the line of this one. */
export const lineOf = (page: PdfPageWords, word: PdfWord): PdfWord[] => page.words.filter((other) => Math.abs(other.yMin - word.yMin) < 2)

export const centreOf = (words: readonly PdfWord[]): number =>
  millimetres((Math.min(...words.map(({ xMin }) => xMin)) + Math.max(...words.map(({ xMax }) => xMax))) / 2)
