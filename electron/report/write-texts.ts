import type { Id } from '../../shared/domain/identity.ts'
import type { OutlineSection, Programme } from '../../shared/domain/programme.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { PinnedSentence, ReportFigure } from '../../shared/domain/report-text.ts'
import { AppError } from '../../shared/errors.ts'
import { fillTokens, refreshTokens } from '../../shared/rules/figure-tokens.ts'
import { generatedParagraphs } from '../../shared/rules/list-paragraphs.ts'
import { tidyText } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { findParagraphText, paragraphTextsInForce } from '../store/report-paragraph-store.ts'
import { findSectionText, insertPinList, pinsInForce, sectionTextsInForce } from '../store/report-text-store.ts'
import type { TextScope } from '../store/report-text-store.ts'
import { keepWords, type NewParagraphText, type NewSectionText } from './keep-words.ts'
import { tidyLines } from './tidy-lines.ts'

/** Sections that a person can write into: those that have content, of the kind. */
export const writableSections = (programme: Pick<Programme, 'outline'>, kind: TextScope['kind']): OutlineSection[] =>
  programme.outline.filter(({ content, kinds }) => content !== undefined && kinds.includes(kind))

export type WriteOrder = TextScope & { section: string; text: string }

/**
 * A new version of a section; the same text again is none. Names of figures without what they show are filled in. Refuses with
 * `report_text.no_section | unknown_figure`.
 */
export function writeSection(
  context: ServiceContext,
  source: ReportSource,
  figures: readonly ReportFigure[],
  { section, text: given }: Pick<WriteOrder, 'section' | 'text'>,
): void {
  const scope = scopeOf(source)
  checkSection(source, section)
  const { text, unknown } = fillTokens(tidyLines(given), figures)
  if (unknown.length > 0) throw new AppError('report_text.unknown_figure', { ref: unknown.join(', ') })
  keepWords(context, scope, { sections: [{ section, text }] }, 'report_text.write')
}

const scopeOf = ({ period, kind }: ReportSource): TextScope => ({ period: period.code, kind })

function checkSection({ programme, kind }: ReportSource, section: string): void {
  if (!writableSections(programme, kind).some(({ code }) => code === section)) throw new AppError('report_text.no_section', { section })
}

/** An earlier version of a section, or of words over a paragraph, as the newest. Refuses with `report_text.no_version`. */
export function restoreText(context: ServiceContext, version: Id): TextScope {
  const section = findSectionText(context.store, version)
  const paragraph = findParagraphText(context.store, version)
  const found = section ?? paragraph
  if (!found) throw new AppError('report_text.no_version', { version })
  const { period, kind } = found
  const words = { sections: section ? [section] : [], paragraphs: paragraph ? [paragraph] : [] }
  keepWords(context, { period, kind }, pickWords(words), 'report_text.restore')
  return { period, kind }
}

/** A version says more than what is written again. */
const pickWords = ({ sections, paragraphs }: { sections: readonly NewSectionText[]; paragraphs: readonly NewParagraphText[] }) => ({
  sections: sections.map(({ section, text }) => ({ section, text })),
  paragraphs: paragraphs.map(({ paragraph, text, base }) => ({ paragraph, text, base })),
})

/** Every stale figure of these reports, or of one section with its paragraphs, as it is now; gives how many. Refuses with `report_text.no_section`. */
export function refreshSections(context: ServiceContext, source: ReportSource, figures: readonly ReportFigure[], section?: string): number {
  const scope = scopeOf(source)
  if (section !== undefined) checkSection(source, section)
  const fresh = [...sectionTextsInForce(context.store, scope).values()]
    .filter((text) => section === undefined || text.section === section)
    .map((text) => ({ section: text.section, ...refreshTokens(text.text, figures) }))
    .filter(({ refreshed }) => refreshed > 0)
  const sectionOf = new Map(generatedParagraphs(source).map((one) => [one.key, one.section]))
  const paragraphs = [...paragraphTextsInForce(context.store, scope).values()]
    .filter(({ paragraph }) => section === undefined || sectionOf.get(paragraph) === section)
    .map(({ paragraph, base, text }) => ({ paragraph, base, ...refreshTokens(text, figures) }))
    .filter(({ refreshed }) => refreshed > 0)
  keepWords(context, scope, pickWords({ sections: fresh, paragraphs }), 'report_text.refresh')
  return [...fresh, ...paragraphs].reduce((sum, { refreshed }) => sum + refreshed, 0)
}

export type PinOrder = PinnedSentence & { task: string }

/**
 * Chooses a sentence for a task, last of its list. It must stand in what the unit says on that task. Refuses with
 * `report_text.no_task | not_said`.
 */
export function pinSentence(context: ServiceContext, source: ReportSource, { task, unit, text: given }: PinOrder): void {
  checkTask(source, task)
  const text = tidyText(given)
  const said = tidyText(source.units.find(({ code }) => code === unit)?.texts[`nar.${task}`] ?? '')
  if (text === '' || !said.includes(text)) throw new AppError('report_text.not_said', { unit, task })
  changePins(context, scopeOf(source), task, (pins) => (pins.some(isSame({ unit, text })) ? pins : [...pins, { unit, text }]))
}

function checkTask({ programme }: ReportSource, task: string): void {
  if (!programme.tasks.some(({ code }) => code === task)) throw new AppError('report_text.no_task', { task })
}

const isSame = (pin: PinnedSentence) => (other: PinnedSentence) => other.unit === pin.unit && other.text === pin.text

/** Refuses with `report_text.not_pinned`. */
export function unpinSentence(context: ServiceContext, scope: TextScope, { task, unit, text: given }: PinOrder): void {
  const text = tidyText(given)
  changePins(context, scope, task, (pins) => {
    if (!pins.some(isSame({ unit, text }))) throw new AppError('report_text.not_pinned', { unit, task })
    return pins.filter((pin) => !isSame({ unit, text })(pin))
  })
}

/** Moves a chosen sentence to a place of its list, from 1. Refuses with `report_text.not_pinned`. */
export function movePin(context: ServiceContext, scope: TextScope, { task, unit, text: given, place }: PinOrder & { place: number }): void {
  const text = tidyText(given)
  changePins(context, scope, task, (pins) => {
    const own = pins.find(isSame({ unit, text }))
    if (!own) throw new AppError('report_text.not_pinned', { unit, task })
    return pins.filter((pin) => pin !== own).toSpliced(place - 1, 0, own)
  })
}

function changePins(
  context: ServiceContext,
  scope: TextScope,
  task: string,
  change: (pins: readonly PinnedSentence[]) => readonly PinnedSentence[],
): void {
  const { store, clock, newId, actor } = context
  const before = pinsInForce(store, scope).get(task)?.pins ?? []
  const pins = change(before)
  if (JSON.stringify(pins) === JSON.stringify(before)) return
  runCommand(context, () => {
    const list = { ...scope, id: newId(), task, pins: change(pinsInForce(store, scope).get(task)?.pins ?? []), actor, at: clock() }
    insertPinList(store, list)
    const params = { ...scope, task, count: list.pins.length }
    return { entry: { action: 'report_text.pin', params, rows: [{ table: 'report_pin_list', key: list.id }] }, result: undefined }
  })
}
