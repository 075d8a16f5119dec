import type { DocumentBlock } from './intake-values.ts'

/** A block as it is read: a table's rows line by line. */
export function blockText(block: DocumentBlock): string {
  if (block.kind === 'table') return block.rows.map((row) => row.filter((cell) => cell !== '').join(' · ')).join('\n')
  return block.marker === null ? block.text : `${block.marker} ${block.text}`
}

/** The heading that a block stands under; undefined before the first one. */
export const headingOver = (blocks: readonly DocumentBlock[], place: number): string | undefined => {
  const heading = blocks.findLast((block) => block.kind === 'heading' && block.place <= place)
  return heading && blockText(heading)
}

/** A heading stands for everything under it, up to the next one as high; any other block for itself. */
export function placesUnder(blocks: readonly DocumentBlock[], place: number): number[] {
  const at = blocks.findIndex((block) => block.place === place)
  const block = blocks[at]
  if (block?.kind !== 'heading') return block ? [place] : []
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex((one) => one.kind === 'heading' && one.level <= block.level)
  return rest.slice(0, end < 0 ? rest.length : end).map((one) => one.place)
}

/** Picked or not, all of a heading's blocks alike: they are taken out only where every one was picked. */
export function togglePicked(picked: ReadonlySet<number>, blocks: readonly DocumentBlock[], place: number): ReadonlySet<number> {
  const places = placesUnder(blocks, place)
  const next = new Set(picked)
  const isOut = places.length > 0 && places.every((one) => picked.has(one))
  for (const one of places) {
    if (isOut) next.delete(one)
    else next.add(one)
  }
  return next
}

export type Passage = { text: string; heading: string; paragraph: number }

/** What is picked as one text in the document's order, with the heading over it and the block it begins with. */
export function passageOf(blocks: readonly DocumentBlock[], picked: ReadonlySet<number>): Passage | undefined {
  const own = blocks.filter(({ place }) => picked.has(place))
  const [first] = own
  if (!first) return undefined
  // The headings themselves are no narrative, unless nothing else was picked.
  const told = own.filter(({ kind }) => kind !== 'heading')
  const text = (told.length > 0 ? told : own).map(blockText).join('\n')
  return { text, heading: headingOver(blocks, first.place) ?? '', paragraph: first.place }
}
