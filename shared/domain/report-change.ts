import type { Coverage, Verdict } from './consolidation.ts'

/** One paragraph of a report: where it stands and what it says. `section`: code in the outline, null outside of it. */
export type PlacedText = { section: string | null; heading: string; text: string }

/** A stretch of words that both versions have, that only the old or only the new one has. */
export type WordStretch = { kind: 'same' | 'old' | 'new'; text: string }

/** A paragraph that was rewritten, added or taken out, its words marked. `heading`: as printed above it. */
export type ParagraphChange = {
  kind: 'changed' | 'added' | 'removed'
  section: string | null
  heading: string
  words: WordStretch[]
}

/** What an indicator shows in one version. */
export type IndicatorState = { numerator: number; denominator: number; verdict: Verdict; final: boolean; coverage: Coverage }
export type IndicatorChange = { code: string; before: IndicatorState; after: IndicatorState }

/** A sum of the province; null where nobody reported. */
export type FieldChange = { code: string; before: number | null; after: number | null }

/** How many units sent, were late, are missing: only what differs. */
export type RegisterChange = { count: 'expected' | 'received' | 'onTime' | 'late' | 'pending' | 'missing'; before: number; after: number }

/** Rows of the tables of an appendix that are not the same any more. */
export type AppendixChange = { title: string; name: string; added: number; removed: number }

export type ReportChanges = {
  indicators: IndicatorChange[]
  fields: FieldChange[]
  register: RegisterChange[]
  paragraphs: ParagraphChange[]
  appendices: AppendixChange[]
}
