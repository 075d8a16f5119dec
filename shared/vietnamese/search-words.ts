import { searchFold } from './text-key.ts'

/**
 * One meaning of “found” everywhere: a text is found when every word of the query begins a word of it, whatever the case,
 * the tones and đ. `dao nghe` finds `Đào tạo nghề`.
 */

const notWord = /[^\p{L}\p{N}]+/u

/** The words of a query, folded; empty when there is nothing to look for. */
export const searchWords = (query: string): string[] => [...new Set(searchFold(query).split(notWord))].filter((word) => word !== '')

/** `folded` is a text after `searchFold`. No words find everything. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => findWordStart(folded, word, 0) >= 0)
}

/** 0: the text begins with the words as they were typed, 1: they stand in it together, 2: each somewhere; undefined: not found. */
export function rankWords(folded: string, words: readonly string[]): 0 | 1 | 2 | undefined {
  if (!hasWords(folded, words)) return undefined
  const phrase = words.join(' ')
  return folded.startsWith(phrase) ? 0 : folded.includes(phrase) ? 1 : 2
}

function findWordStart(folded: string, word: string, from: number): number {
  for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1))
    if (at === 0 || !isWordLetter(folded, at - 1)) return at
  return -1
}

const wordLetter = /[\p{L}\p{N}]/u
function isWordLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // Folded Vietnamese is nearly all ASCII.
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
  return wordLetter.test(text[at]!)
}

/** A stretch of a text that a query found. */
export type FoundRange = { from: number; to: number }

/** Where the words begin words of `text`, in order and without overlaps, for showing them; offsets are those of `text`. */
export function findWords(text: string, words: readonly string[]): FoundRange[] {
  const { folded, places } = foldWithPlaces(text)
  const found: FoundRange[] = []
  for (const word of words)
    for (let at = findWordStart(folded, word, 0); at >= 0; at = findWordStart(folded, word, at + 1))
      found.push({ from: places[at]!, to: places[at + word.length] ?? text.length })
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  return found.filter(({ from }, index) => index === 0 || from >= Math.max(...found.slice(0, index).map(({ to }) => to)))
}

/** Letter by letter, so that every folded letter knows where it came from. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd')
    folded += plain
    for (let index = 0; index < plain.length; index++) places.push(place)
    place += letter.length
  }
  return { folded, places }
}

/** At most `length` letters of a text round the first found word, cut between words, `…` where something is left out. */
export function excerptAround(text: string, words: readonly string[], length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  // Where the words stand side by side is what was meant.
  const first = findWords(plain, [words.join(' ')])[0] ?? findWords(plain, words)[0]
  const wanted = Math.max(0, (first?.from ?? 0) - Math.floor(length / 3))
  const start = wanted === 0 ? 0 : plain.indexOf(' ', wanted) + 1
  const cut = start + length >= plain.length ? plain.length : plain.lastIndexOf(' ', start + length)
  const end = cut > start ? cut : Math.min(plain.length, start + length)
  return `${start > 0 ? '…' : ''}${plain.slice(start, end)}${end < plain.length ? '…' : ''}`
}
