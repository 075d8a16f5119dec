import { readSyllables, type Syllables } from './read-syllables.ts'
import { listShingles, shingleLength } from './shingles.ts'

/** Characters of two texts (UTF-16, end exclusive) that are alike; numbers in them may differ. */
export type Passage = { start: number; end: number; otherStart: number; otherEnd: number }

/** How many places of a shingle in the other text are tried; the same words over and over are no better there. */
const mostPlaces = 8

/** What of `text` stands in `other`, in order, never overlapping in `text`; at least four syllables in a row. */
export function findPassages(text: string, other: string): Passage[] {
  const [own, its] = [readSyllables(text), readSyllables(other)]
  const [shingles, others] = [listShingles(own), listShingles(its)]
  const places = new Map<number, number[]>()
  others.forEach((shingle, at) => {
    const known = places.get(shingle)
    if (!known) places.set(shingle, [at])
    else if (known.length < mostPlaces) known.push(at)
  })
  const passages: Passage[] = []
  for (let at = 0; at < shingles.length;) {
    let [longest, from] = [0, 0]
    for (const place of places.get(shingles[at]!) ?? []) {
      const length = alikeFrom(own, at, its, place)
      if (length > longest) [longest, from] = [length, place]
    }
    if (longest < shingleLength) {
      at++
      continue
    }
    passages.push({
      start: own.starts[at]!,
      end: own.ends[at + longest - 1]!,
      otherStart: its.starts[from]!,
      otherEnd: its.ends[from + longest - 1]!,
    })
    at += longest
  }
  return passages
}

function alikeFrom(a: Syllables, i: number, b: Syllables, j: number): number {
  let length = 0
  while (i + length < a.count && j + length < b.count && a.hashes[i + length] === b.hashes[j + length]) length++
  return length
}
