import type { ReportSource } from '../../shared/domain/report.ts'
import type { ReturnedReport, ReturnedView, TakenPlaces } from '../../shared/domain/returned-report.ts'
import type { ReportFigure } from '../../shared/domain/report-text.ts'
import { AppError } from '../../shared/errors.ts'
import { generatedParagraphs } from '../../shared/rules/list-paragraphs.ts'
import { compareReturned } from '../../shared/rules/word/compare-returned.ts'
import { fileProperties, readMark } from '../../shared/rules/word/paragraph-mark.ts'
import type { ServiceContext } from '../audit/context.ts'
import { keepWords, type NewParagraphText, type NewSectionText } from './keep-words.ts'

/**
 * Reads a Word file that was edited elsewhere. Refuses with `report_text.no_word`, and `report_text.other_report | not_ours` for a
 * file of another report, or of none.
 */
export async function readReturned(
  { pool }: Pick<ServiceContext, 'pool'>,
  { programme, period, kind }: ReportSource,
  file: { path: string; name: string },
): Promise<ReturnedReport> {
  const read = await pool.run('read_returned', file)
  if ('finding' in read) throw new AppError('report_text.no_word', { file: file.name })
  const { properties, paragraphs } = read.returned
  const said = properties[fileProperties.programme]
  if (said !== undefined) {
    const [itsPeriod, itsKind] = [properties[fileProperties.period] ?? '', properties[fileProperties.kind] ?? '']
    if (said !== programme.code || itsPeriod !== period.code || itsKind !== kind)
      throw new AppError('report_text.other_report', { file: file.name, programme: said, period: itsPeriod, kind: itsKind })
  } else if (!paragraphs.some(({ marks }) => marks.some((mark) => readMark(mark) !== undefined)))
    throw new AppError('report_text.not_ours', { file: file.name })
  return read.returned
}

/**
 * WD6: what a person confirmed, as they saw it, becomes the office's words, all in one entry; versions before stay. Refuses with
 * `report_text.seen_otherwise`.
 */
export function takeReturned(
  context: ServiceContext,
  source: ReportSource,
  figures: readonly ReportFigure[],
  returned: ReturnedReport,
  wanted: TakenPlaces['places'],
): ReturnedView {
  const view = compareReturned(source, figures, returned)
  const base = new Map(generatedParagraphs(source).map(({ key, text }) => [key, text]))
  const sections: NewSectionText[] = []
  const paragraphs: NewParagraphText[] = []
  for (const { key, print } of wanted) {
    const place = view.places.find((one) => one.key === key)
    if (!place || place.print !== print || place.state === 'unchanged' || place.state === 'number')
      throw new AppError('report_text.seen_otherwise', { paragraph: key })
    const words = base.get(key)
    if (words !== undefined) paragraphs.push({ paragraph: key, text: place.after === words ? null : place.after, base: words })
    else if (place.section !== null) sections.push({ section: place.section, text: place.after })
  }
  keepWords(context, { period: source.period.code, kind: source.kind }, { sections, paragraphs }, 'report_text.take')
  return view
}
