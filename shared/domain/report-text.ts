import type { Id, Instant } from './identity.ts'

/** A figure of a report that prose can refer to, by a name like `ind.cba_signed.rate`, `fld.<code>`, `reg.received`. */
export type ReportFigure = { ref: string; label: string; shown: string }

/** The name of a figure as it is today: texts of earlier versions say `ind.ind.cba_signed.rate`, the code with its own `ind.`. */
export const figureName = (ref: string): string => ref.replace(/^ind\.ind\./, 'ind.')

/** What stands in prose and what the figure shows now; `now` is null where there is no such figure any more. */
export type StaleFigure = { ref: string; shown: string; now: string | null }

/** A typed number: the figures that show the same, none for a number of unknown origin. */
export type LooseNumber = { number: string; refs: string[] }

/** One version of what the office wrote into a section of a kind of report; figures stand in it as `[[ref|shown]]`. */
export type SectionText = { id: Id; section: string; text: string; actor: string; at: Instant }

/** A paragraph that the program words. `section` is null for the closing sentence. */
export type GeneratedParagraph = { key: string; section: string | null; text: string }

/**
 * One version of the office's words in place of a generated paragraph. `text`: null = the program's words again, empty = the
 * paragraph is left out; `base`: what the program said when this was recorded.
 */
export type ParagraphText = { id: Id; paragraph: string; text: string | null; base: string; actor: string; at: Instant }

/** A sentence of a unit that somebody chose for a task. */
export type PinnedSentence = { unit: string; text: string }

/** One version of everything that is chosen for a task, in order. */
export type PinList = { id: Id; task: string; pins: readonly PinnedSentence[]; actor: string; at: Instant }

/** Why a sentence may be worth quoting. */
export const suggestionReasons = ['number', 'first', 'deed'] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

export type SuggestedSentence = PinnedSentence & { task: string; reasons: SuggestionReason[] }
