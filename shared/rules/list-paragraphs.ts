import type { ReportSource } from '../domain/report.ts'
import { figureName, type GeneratedParagraph } from '../domain/report-text.ts'
import { closingText, withCleanTexts } from './assemble-report.ts'
import { knownOfSection } from './assemble-sections.ts'
import { withCitedRuns } from './cite-figure.ts'
import { writtenOfRuns } from './figure-tokens.ts'

/** RT7: the sentence at the end of the body belongs to no section. */
export const closingKey = 'closing'

/** RT7: every paragraph that the program words, as it words it now, in the order of the report; figures as `[[ref|shown]]`. */
export function generatedParagraphs(source: ReportSource): GeneratedParagraph[] {
  const { programme, kind } = source
  const sections = programme.outline.filter(({ kinds }) => kinds.includes(kind))
  return [
    ...sections.flatMap((section) =>
      withCleanTexts(withCitedRuns(knownOfSection(source, section))).flatMap((block): GeneratedParagraph[] => {
        if (!('key' in block) || block.key === undefined) return []
        const text = block.kind === 'paragraph' ? writtenOfRuns(block.runs) : block.text
        return [{ key: block.key, section: section.code, text: text.trim() }]
      }),
    ),
    { key: closingKey, section: null, text: closingText(source) },
  ]
}

/** RT9: what a paragraph says without what its figures show. */
export const wordingOf = (text: string): string => text.replace(/\[\[([^\]|]*)\|[^\]]*\]\]/gu, (_, ref: string) => `[[${figureName(ref)}]]`)
