import type { ReportSource } from '../../domain/report.ts'
import { assembleSection, writtenKey } from '../assemble-sections.ts'
import { headingText } from '../assemble-report.ts'
import { generatedParagraphs } from '../list-paragraphs.ts'

/** Where the office's words can stand: over a paragraph that the program words, or below all of a section. */
export type Place = { key: string; section: string | null; kind: 'generated' | 'written'; text: string }

/** Every place of the report from top to bottom, with what stands there now; what is left out is an empty text. */
export function listPlaces(source: ReportSource): Place[] {
  const generated = Map.groupBy(generatedParagraphs(source), ({ section }) => section)
  const place = ({ key, section, text }: { key: string; section: string | null; text: string }): Place => ({
    key,
    section,
    kind: 'generated',
    text: source.overrides[key] ?? text,
  })
  return [
    ...sectionsOf(source).flatMap(({ code }): Place[] => [
      ...(generated.get(code) ?? []).map(place),
      { key: writtenKey(code), section: code, kind: 'written', text: source.written[code] ?? '' },
    ]),
    ...(generated.get(null) ?? []).map(place),
  ]
}

const sectionsOf = ({ programme, kind }: ReportSource): ReportSource['programme']['outline'] =>
  programme.outline.filter(({ kinds, content }) => kinds.includes(kind) && content !== undefined)

/** Lines that are no place, with the section they stand in or lead to: headings of the outline and within a section. */
export function listHeadings(source: ReportSource): { text: string; section: string | null }[] {
  const outline = source.programme.outline.filter(({ kinds }) => kinds.includes(source.kind))
  return outline.flatMap((section, index) => {
    const leadsTo = outline.slice(index).find(({ content }) => content !== undefined)?.code ?? null
    const own = headingText(section, source.profile)
    const inside = assembleSection(source, section).flatMap((block) =>
      block.kind === 'heading' ? [block.text] : block.kind === 'bars' ? [block.legend] : [],
    )
    return [...(own === null ? [] : [own]), ...inside].map((text) => ({ text, section: leadsTo }))
  })
}
