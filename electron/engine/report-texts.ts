import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { ReportFigure, SuggestedSentence } from '../../shared/domain/report-text.ts'
import type { ReturnedView, TakenPlaces } from '../../shared/domain/returned-report.ts'
import { reportFigures } from '../../shared/rules/report-figures.ts'
import { compareReturned } from '../../shared/rules/word/compare-returned.ts'
import { suggestSentences } from '../../shared/rules/suggest-sentences.ts'
import { listTexts, type TextView } from '../report/list-texts.ts'
import { readReturned, takeReturned } from '../report/take-returned.ts'
import { overrideParagraph } from '../report/override-paragraph.ts'
import { movePin, pinSentence, refreshSections, restoreText as restoreVersion, unpinSentence, writeSection } from '../report/write-texts.ts'
import type { PinOrder, WriteOrder } from '../report/write-texts.ts'
import type { TextScope } from '../store/report-text-store.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'

/** What is written into a report stands beside what the report is made from; each command gives the texts as they are then. */

function open(context: EngineContext, { period, kind }: TextScope): { source: ReportSource; figures: ReportFigure[] } {
  const source = composeReport(context, { period, kind })
  return { source, figures: reportFigures(source) }
}

export function textsOf(context: EngineContext, scope: TextScope): TextView {
  const { source, figures } = open(context, scope)
  return listTexts(context, source, figures)
}

export function writeText(context: EngineContext, order: WriteOrder): TextView {
  const { source, figures } = open(context, order)
  writeSection(context, source, figures, order)
  return listTexts(context, source, figures)
}

export function override(context: EngineContext, order: TextScope & { paragraph: string; text: string | null }): TextView {
  const { source, figures } = open(context, order)
  overrideParagraph(context, source, figures, order)
  return textsOf(context, order)
}

type WordFile = TextScope & { file: Id }

/** An edited Word file against the report as it stands; nothing is taken. */
export async function intakeWord(context: EngineContext, order: WordFile): Promise<ReturnedView> {
  const { source, figures } = open(context, order)
  return compareReturned(source, figures, await readReturned(context, source, context.staging.get(order.file)))
}

/** What stands there is read again after the file was, so that nothing written meanwhile is passed over. */
export async function takeWord(context: EngineContext, order: WordFile & TakenPlaces): Promise<TextView> {
  const returned = await readReturned(context, open(context, order).source, context.staging.get(order.file))
  const { source, figures } = open(context, order)
  takeReturned(context, source, figures, returned, order.places)
  return textsOf(context, order)
}

export const restoreText = (context: EngineContext, version: Id): TextView => textsOf(context, restoreVersion(context, version))

export function refreshTexts(
  context: EngineContext,
  order: TextScope & { section?: string | undefined },
): { refreshed: number; texts: TextView } {
  const { source, figures } = open(context, order)
  const refreshed = refreshSections(context, source, figures, order.section)
  return { refreshed, texts: listTexts(context, source, figures) }
}

export function pin(context: EngineContext, order: TextScope & PinOrder): TextView {
  const { source, figures } = open(context, order)
  pinSentence(context, source, order)
  return listTexts(context, source, figures)
}

export function unpin(context: EngineContext, { period, kind, ...order }: TextScope & PinOrder): TextView {
  unpinSentence(context, { period, kind }, order)
  return textsOf(context, { period, kind })
}

export function moveSentence(context: EngineContext, { period, kind, ...order }: TextScope & PinOrder & { place: number }): TextView {
  movePin(context, { period, kind }, order)
  return textsOf(context, { period, kind })
}

export const suggest = (context: EngineContext, { task, ...scope }: TextScope & { task?: string | undefined }): SuggestedSentence[] =>
  suggestSentences(composeReport(context, scope), task)
