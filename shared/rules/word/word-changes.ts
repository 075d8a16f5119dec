import type { WordChange } from '../../domain/returned-report.ts'

/** Words, numbers, spaces and signs, which joined are the text again. */
export const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}]+|[\p{N}.,%]*[\p{N}%]|[^]/gu) ?? []

/** Beyond that many comparisons a text counts as another one altogether. */
const mostSteps = 4_000_000

/** The longest common sequence: for each word of `before` its place in `after`, -1 where it has none. */
export function matchWords(before: readonly string[], after: readonly string[]): number[] {
  const matches = before.map(() => -1)
  if (before.length * after.length > mostSteps) return matches
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) matches[i++] = j++
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
  return matches
}

/**
 * WD4: what went out and came in, word by word; all but what came in is the text before, all but what went out the text after. A space
 * between two changes changes with them: words that were replaced together are read together.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const changes: WordChange[] = []
  let [out, came, space, same] = ['', '', '', '']
  const flush = (): void => {
    if (out !== '') changes.push({ kind: 'out', text: out })
    if (came !== '') changes.push({ kind: 'in', text: came })
    ;[out, came] = ['', '']
  }
  const change = (gone: string, fresher: string): void => {
    if (same !== '') changes.push({ kind: 'same', text: same })
    ;[out, came, space, same] = [out + space + gone, came + space + fresher, '', '']
  }
  const keep = (word: string): void => {
    if (same === '' && out + came !== '' && word.trim() === '') {
      space += word
      return
    }
    flush()
    ;[same, space] = [same + space + word, '']
  }
  let next = 0
  for (const [index, match] of matchWords(old, fresh).entries()) {
    if (match === -1) {
      change(old[index]!, '')
      continue
    }
    for (; next < match; next++) change('', fresh[next]!)
    keep(old[index]!)
    next = match + 1
  }
  for (; next < fresh.length; next++) change('', fresh[next]!)
  flush()
  if (same + space !== '') changes.push({ kind: 'same', text: same + space })
  return changes
}

/** Share of words that two texts have in common, spaces and signs aside: 0 to 1. */
export function likeness(first: string, second: string): number {
  const bag = (text: string): string[] => wordsOf(text.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const [a, b] = [bag(first), bag(second)]
  if (a.length + b.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common++
  }
  return (2 * common) / (a.length + b.length)
}
