import { isSyllable } from './syllables.ts'

/** Everything between spaces and ASCII signs that has a character outside ASCII, which alone tells anything; U+00AD is a letter in TCVN3. */
export const tellingWords = (text: string): string[] =>
  (text.match(/(?:[A-Za-z]|[^\p{ASCII}\s\u2010-\u2026\ufeff])+/gu) ?? []).filter((word) => /\P{ASCII}/u.test(word))

/** Abbreviations are no syllables and yet words: CĐCS, TƯLĐTT. */
const isAbbreviation = (word: string): boolean => word.length > 1 && word.length <= 8 && /^[A-ZĂÂĐÊÔƠƯ]+$/u.test(word)
export const isPlausibleWord = (word: string): boolean => isSyllable(word) || isAbbreviation(word)
