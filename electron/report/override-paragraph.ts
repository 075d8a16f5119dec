import type { ReportSource } from '../../shared/domain/report.ts'
import type { ReportFigure } from '../../shared/domain/report-text.ts'
import { AppError } from '../../shared/errors.ts'
import { fillTokens } from '../../shared/rules/figure-tokens.ts'
import { generatedParagraphs } from '../../shared/rules/list-paragraphs.ts'
import type { ServiceContext } from '../audit/context.ts'
import { paragraphTextsInForce } from '../store/report-paragraph-store.ts'
import { keepWords } from './keep-words.ts'
import { tidyLines } from './tidy-lines.ts'

/**
 * RT8: the office's words in place of a generated paragraph; null puts the program's words back, an empty text leaves it out. What
 * equals the program's words is no override. Refuses with `report_text.no_paragraph | unknown_figure`.
 */
export function overrideParagraph(
  context: ServiceContext,
  source: ReportSource,
  figures: readonly ReportFigure[],
  { paragraph, text: given }: { paragraph: string; text: string | null },
): void {
  const scope = { period: source.period.code, kind: source.kind }
  const base = generatedParagraphs(source).find(({ key }) => key === paragraph)?.text
  // Words whose paragraph is gone can still be taken back.
  const before = paragraphTextsInForce(context.store, scope).get(paragraph)
  if (base === undefined && (before === undefined || given !== null)) throw new AppError('report_text.no_paragraph', { paragraph })
  const { text, unknown } = given === null ? { text: null, unknown: [] } : fillTokens(tidyLines(given), figures)
  if (unknown.length > 0) throw new AppError('report_text.unknown_figure', { ref: unknown.join(', ') })
  const words = text === base ? null : text
  keepWords(context, scope, { paragraphs: [{ paragraph, text: words, base: base ?? before!.base }] }, 'report_text.override')
}
