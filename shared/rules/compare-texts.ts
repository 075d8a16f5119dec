import type { ParagraphChange, PlacedText, WordStretch } from '../domain/report-change.ts'

/** RC3: from this share of common words on, a paragraph was rewritten; below it one was taken out and another put in. */
const leastLikeness = 0.4
/** A table of comparisons beyond this many cells would take seconds; what is longer counts as replaced whole. */
const mostCells = 4_000_000

/** Places of equal items in both lists, in order: the longest run of them that there is. */
function commonPlaces(old: readonly string[], now: readonly string[]): [number, number][] {
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const [rows, columns] = [old.length - head - tail, now.length - head - tail]
  const places = Array.from({ length: head }, (_, place): [number, number] => [place, place])
  if (rows > 0 && columns > 0 && rows * columns <= mostCells) {
    const width = columns + 1
    const lengths = new Uint32Array((rows + 1) * width)
    for (let row = rows - 1; row >= 0; row--)
      for (let column = columns - 1; column >= 0; column--)
        lengths[row * width + column] =
          old[head + row] === now[head + column]
            ? lengths[(row + 1) * width + column + 1]! + 1
            : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!)
    for (let row = 0, column = 0; row < rows && column < columns;) {
      if (old[head + row] === now[head + column]) places.push([head + row++, head + column++])
      else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row++
      else column++
    }
  }
  for (let place = tail; place > 0; place--) places.push([old.length - place, now.length - place])
  return places
}

/** Words with the space before them, so that joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+/gu) ?? []
const bare = (words: readonly string[]): string[] => words.map((word) => word.trim())

/** RC2: word by word; `same` and `old` joined give the old text, `same` and `new` the new one, but for spaces. */
export function markWords(old: string, now: string): WordStretch[] {
  const [before, after] = [wordsOf(old), wordsOf(now)]
  const stretches: WordStretch[] = []
  const put = (kind: WordStretch['kind'], words: readonly string[]): void => {
    if (words.length === 0) return
    const last = stretches.at(-1)
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + words.join('') }
    else stretches.push({ kind, text: words.join('') })
  }
  let [row, column] = [0, 0]
  for (const [nextRow, nextColumn] of [...commonPlaces(bare(before), bare(after)), [before.length, after.length] as const]) {
    put('old', before.slice(row, nextRow))
    put('new', after.slice(column, nextColumn))
    put('same', after.slice(nextColumn, nextColumn + 1))
    ;[row, column] = [nextRow + 1, nextColumn + 1]
  }
  return stretches
}

/** Share of the words of both texts that they have in common, in any order; 1 for equal texts. */
function likeness(old: string, now: string): number {
  const [before, after] = [bare(wordsOf(old)), bare(wordsOf(now))]
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  const common = after.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
  return before.length + after.length === 0 ? 1 : (2 * common) / (before.length + after.length)
}

/**
 * RC1–RC3: what became of a text, paragraph by paragraph, in the order of the new one; what was taken out stands where it was.
 * Equal texts give nothing, and every difference gives something.
 */
export function compareParagraphs(old: readonly PlacedText[], now: readonly PlacedText[]): ParagraphChange[] {
  const keyOf = ({ section, text }: PlacedText): string => `${section ?? ''}\n${text}`
  const changes: ParagraphChange[] = []
  let [row, column] = [0, 0]
  for (const [nextRow, nextColumn] of [...commonPlaces(old.map(keyOf), now.map(keyOf)), [old.length, now.length] as const]) {
    changes.push(...compareGap(old.slice(row, nextRow), now.slice(column, nextColumn)))
    ;[row, column] = [nextRow + 1, nextColumn + 1]
  }
  return changes
}

/** Between two paragraphs that stayed: each new one is the rewritten form of the first old one that it is like. */
function compareGap(old: readonly PlacedText[], now: readonly PlacedText[]): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let next = 0
  const takeOut = (until: number): void => {
    for (; next < until; next++) changes.push(oneSided('removed', old[next]!))
  }
  for (const paragraph of now) {
    const twin = old.findIndex(
      (candidate, place) =>
        place >= next && candidate.section === paragraph.section && likeness(candidate.text, paragraph.text) >= leastLikeness,
    )
    if (twin < 0) {
      changes.push(oneSided('added', paragraph))
      continue
    }
    takeOut(twin)
    changes.push({
      kind: 'changed',
      section: paragraph.section,
      heading: paragraph.heading,
      words: markWords(old[twin]!.text, paragraph.text),
    })
    next = twin + 1
  }
  takeOut(old.length)
  return changes
}

const oneSided = (kind: 'added' | 'removed', { section, heading, text }: PlacedText): ParagraphChange => ({
  kind,
  section,
  heading,
  words: [{ kind: kind === 'added' ? 'new' : 'old', text }],
})
