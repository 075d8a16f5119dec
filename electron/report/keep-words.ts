import type { ParagraphText } from '../../shared/domain/report-text.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { insertParagraphText, paragraphTextsInForce } from '../store/report-paragraph-store.ts'
import { insertSectionText, sectionTextsInForce } from '../store/report-text-store.ts'
import type { TextScope } from '../store/report-text-store.ts'
import { wordingOf } from '../../shared/rules/list-paragraphs.ts'

export type NewSectionText = { section: string; text: string }
export type NewParagraphText = Pick<ParagraphText, 'paragraph' | 'text' | 'base'>
export type TextAction = 'report_text.write' | 'report_text.restore' | 'report_text.refresh' | 'report_text.override' | 'report_text.take'

/** New versions of texts, in one entry; what stands there already is none. A reader confirms a changed base by writing the same. */
export function keepWords(
  context: ServiceContext,
  scope: TextScope,
  given: { sections?: readonly NewSectionText[]; paragraphs?: readonly NewParagraphText[] },
  action: TextAction,
): void {
  const { store, clock, newId, actor } = context
  const fresh = (): { sections: NewSectionText[]; paragraphs: NewParagraphText[] } => {
    const written = sectionTextsInForce(store, scope)
    const own = paragraphTextsInForce(store, scope)
    return {
      sections: (given.sections ?? []).filter(({ section, text }) => (written.get(section)?.text ?? '') !== text),
      paragraphs: (given.paragraphs ?? []).filter(({ paragraph, text, base }) => {
        const before = own.get(paragraph)
        return (before?.text ?? null) !== text || (before !== undefined && wordingOf(before.base) !== wordingOf(base))
      }),
    }
  }
  const count = fresh()
  if (count.sections.length + count.paragraphs.length === 0) return
  runCommand(context, () => {
    const { sections, paragraphs } = fresh()
    const stamp = () => ({ ...scope, id: newId(), actor, at: clock() })
    const texts = sections.map((text) => ({ ...text, ...stamp() }))
    const overrides = paragraphs.map((text) => ({ ...text, ...stamp() }))
    for (const text of texts) insertSectionText(store, text)
    for (const text of overrides) insertParagraphText(store, text)
    const places = [...sections.map(({ section }) => section), ...paragraphs.map(({ paragraph }) => paragraph)]
    const rows = [
      ...texts.map(({ id }) => ({ table: 'report_text' as const, key: id })),
      ...overrides.map(({ id }) => ({ table: 'report_paragraph' as const, key: id })),
    ]
    return { entry: { action, params: { ...scope, sections: places.join(', ') }, rows }, result: undefined }
  })
}
