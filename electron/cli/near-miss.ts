/** The candidate that was probably meant: at most two slips away, and fewer than half of its letters. */
export function findNearMiss(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: countSlips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= 2 && slips * 2 < Math.max(candidate.length, 3))
    .toSorted((a, b) => a.slips - b.slips)
  return ranked[0]?.candidate
}

/** Levenshtein distance. */
export function countSlips(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++)
      line[column] = Math.min(line[column - 1]! + 1, above[column]! + 1, above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1))
    above = line
  }
  return above[b.length]!
}
