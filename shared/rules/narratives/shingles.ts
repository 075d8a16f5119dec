import { scatter, type Syllables } from './read-syllables.ts'

/** Syllables in a row that must agree. */
export const shingleLength = 4

/** A hash of every four syllables in a row, in order; empty for shorter texts. */
export function listShingles({ hashes, count }: Syllables): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, count - shingleLength + 1))
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0
    for (let next = at; next < at + shingleLength; next++) hash = (Math.imul(hash, 31) + hashes[next]!) | 0
    shingles[at] = scatter(hash)
  }
  return shingles
}

/** Each once, in ascending order. */
export function sortedOnce(values: Uint32Array): Uint32Array {
  const sorted = values.toSorted()
  let length = 0
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[length++] = sorted[at]!
  return sorted.slice(0, length)
}

/** How many stand in both of two sorted lists. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i]! < b[j]!) i++
    else if (a[i]! > b[j]!) j++
    else {
      shared++
      i++
      j++
    }
  }
  return shared
}
