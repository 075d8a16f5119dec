import type { DocumentBlock, DocumentTable, PlainDocument } from '../../domain/document.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { paperHeadEnd, signingPlace } from './describe-paper.ts'
import { numbered } from './paper-lines.ts'

/** What stands under one heading, up to the next one. */
export type PaperSection = {
  /** The heading with its number, and those above it, outermost first; '' before the first. */
  heading: string
  above: readonly string[]
  /** The block of the heading; of its first text where there is none. */
  place: number
  texts: readonly { text: string; place: number }[]
  tables: readonly DocumentTable[]
}

const recipients = nameKey('nơi nhận')

/** The body of a paper by its headings, without head, signature and what follows "Nơi nhận"; a bold beginning of a paragraph is a heading, too. */
export function paperSections(document: PlainDocument): PaperSection[] {
  const headEnd = paperHeadEnd(document)
  const sections: PaperSection[] = []
  let open: Omit<PaperSection, 'texts' | 'tables'> & { texts: PaperSection['texts'][number][]; tables: DocumentTable[]; level: number } =
    begin('', [], 0, 0)
  const path: { heading: string; level: number }[] = []
  const close = (): void => {
    if (open.heading !== '' || open.texts.length > 0 || open.tables.length > 0) {
      const { level: _level, ...section } = open
      sections.push(section)
    }
  }
  const end = document.blocks.findIndex((block) => block.place > headEnd && isEnd(block))
  const body = document.blocks.slice(0, end < 0 ? undefined : end).filter(({ place }) => place > headEnd)
  const signed = signingPlace(body)
  for (const block of body) {
    if (block.place === signed) break
    if (block.kind === 'table') {
      open.tables.push(block)
      continue
    }
    const lead = block.kind === 'heading' ? null : block.lead
    if (block.kind !== 'heading' && lead === null) {
      open.texts.push({ text: numbered(block), place: block.place })
      continue
    }
    // A heading run into its paragraph stands below the last real one.
    const level = block.kind === 'heading' ? block.level : (path.findLast((above) => above.level < runIn)?.level ?? 0) + runIn
    while (path.length > 0 && path.at(-1)!.level >= level) path.pop()
    close()
    const heading = lead === null ? numbered(block) : numbered({ marker: block.marker, text: lead })
    open = begin(
      heading,
      path.map((above) => above.heading),
      block.place,
      level,
    )
    path.push({ heading, level })
    const rest = lead === null ? '' : block.text.slice(lead.length).replace(/^[\s.:;–-]+/, '')
    if (rest !== '') open.texts.push({ text: rest, place: block.place })
  }
  close()
  return sections
}

const runIn = 100
const begin = (heading: string, above: string[], place: number, level: number) => ({ heading, above, place, level, texts: [], tables: [] })

const isEnd = (block: DocumentBlock): boolean =>
  block.kind === 'table'
    ? block.rows.some((row) => row.some((text) => nameKey(text).startsWith(recipients)))
    : nameKey(block.text).startsWith(recipients)
