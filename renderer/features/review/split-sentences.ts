export type Range = { start: number; end: number }

/** Sentences of a text as ranges, without the blanks around them; a line break ends one, too. A number's point does not. */
export function splitSentences(text: string): Range[] {
  const ranges: Range[] = []
  for (const match of text.matchAll(/[^\n]+?(?:[.!?;…](?=\s|$)|(?=\n)|$)/gu)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const end = match.index + match[0].trimEnd().length
    if (end > start) ranges.push({ start, end })
  }
  return ranges
}

export type Mark = Range & { kind: 'copy' | 'note' | 'choice' }
export type Segment = Range & { kinds: readonly Mark['kind'][] }

/** Cuts a text at the edges of its marks, so that each piece has the same ones throughout. */
export function cutByMarks(length: number, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(({ start, end }) => start < end)
  const edges = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].toSorted((a, b) => a - b)
  return edges.slice(1).map((end, index) => {
    const start = edges[index]!
    const kinds = [...new Set(inside.flatMap((mark) => (mark.start <= start && mark.end >= end ? [mark.kind] : [])))]
    return { start, end, kinds }
  })
}
