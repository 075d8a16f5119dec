import { expansionsOf } from '../../vietnamese/abbreviations.ts'
import { nameKey, searchFold } from '../../vietnamese/text-key.ts'

/** One word of a label. `key` tells tones apart, `folded` does not; `marked` = it was written with a mark. */
export type LabelWord = { folded: string; key: string; marked: boolean }

/** What stands before a label: roman and capital letters outrank numbers, numbers outrank letters and dashes. */
export type Numbering = { text: string; level: number }

const numberingPart =
  /^(?:([IVX]{1,5})(?=[.)/:\-\s])[.)/:-]*|\(?([A-ZĐ])[.)/:]+|\((\d{1,2})\)|(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)/:]+|(?=\s+\p{Lu})|\s*$)|\(?([a-zđ])[.)/:]+|([-–—+*•●○◦▪]+))\s*/u

const dashes = /^[-–—*•●▪]/

/** The numbering of a label's begin and the rest. A label that is only a numbering has an empty rest. */
export function splitNumbering(text: string): { numbering: Numbering | null; rest: string } {
  const match = numberingPart.exec(text)
  if (!match || match[0] === '') return { numbering: null, rest: text }
  const [whole, roman, capital, bracketed, plain, letter, mark] = match
  const digits = bracketed ?? plain
  const level = roman
    ? 1
    : capital
      ? 0
      : digits
        ? 2 + (digits.match(/\./g)?.length ?? 0) * 0.5
        : letter
          ? 4
          : dashes.test(mark ?? '')
            ? 5
            : 6
  return { numbering: { text: whole.trim(), level }, rest: text.slice(whole.length).trim() }
}

const wordPattern = /[\p{L}\p{M}]+|\d+/gu
const vowel = /[aeiouy]/

/** The words of a label, abbreviations written out. Every reading of an abbreviation with several meanings is a list of its own. */
export function readWords(text: string): readonly (readonly LabelWord[])[] {
  let readings: LabelWord[][] = [[]]
  for (const [written] of text.normalize('NFC').matchAll(wordPattern)) {
    const word = makeWord(written)
    const meanings = isAbbreviation(written, word) ? expansionsOf(word.folded, word.key) : []
    const choices = meanings.length === 0 ? [[word]] : meanings.map((meaning) => meaning.split(' ').map(makeWord))
    // Two ambiguous abbreviations in one label are as many readings as anyone has.
    const kept = readings.length * choices.length > 6 ? choices.slice(0, 1) : choices
    readings = kept.flatMap((choice) => readings.map((reading) => [...reading, ...choice]))
  }
  return readings
}

const madeWords = new Map<string, LabelWord>()
function makeWord(written: string): LabelWord {
  let word = madeWords.get(written)
  if (!word) {
    const key = nameKey(written)
    const folded = searchFold(written)
    word = { key, folded, marked: key.normalize('NFC') !== folded }
    // Labels repeat their words; narratives must not fill the memory with theirs.
    if (madeWords.size < 20_000) madeWords.set(written, word)
  }
  return word
}

/** "du" may be dự or đủ: a short word with a vowel is an abbreviation only in capitals. */
const isAbbreviation = (written: string, { folded }: LabelWord): boolean =>
  !vowel.test(folded) || written === written.toUpperCase() || folded.length > 4

const folded = new Map<string, string>()
/** `searchFold` for texts that are asked about again and again: heads, labels, headings. */
export function foldLabel(text: string): string {
  let fold = folded.get(text)
  if (fold === undefined) {
    if (folded.size > 20_000) folded.clear()
    folded.set(text, (fold = searchFold(text)))
  }
  return fold
}

/** A tidied text as compared and shown: without numbering, trailing colon and footnote marks. */
export function cleanLabel(tidied: string): { numbering: Numbering | null; label: string } {
  const { numbering, rest } = splitNumbering(tidied)
  return { numbering, label: rest.replace(/[\s:;.*]+$/u, '').replace(/\s*\(\d{1,2}\)$/u, '') }
}
