import type { Coverage, CrossCheckFigures, IndicatorFigures } from './consolidation.ts'
import type { Reading } from './figure.ts'
import type { Id, Instant } from './identity.ts'
import type { LayoutProfile } from './layout-profile.ts'
import type { Period } from './period.ts'
import type { ReportJudgements } from './report-judgements.ts'
import type { Programme, ReportKind, SourceLine } from './programme.ts'
import type { ReportStyle } from './report-style.ts'

/** One expected unit, with everything of its effective submission that the report uses. */
export type ReportUnit = {
  code: string
  name: string
  line: SourceLine
  state: 'on_time' | 'late' | 'pending' | 'missing'
  receivedAt: Instant | null
  nilReport: boolean
  /** Its figures were keyed in for it from paper or phone, and checked by a second person. */
  keyed?: true
  /** Readings in effect (adjustments applied) by field code; empty without an effective submission. */
  readings: Readonly<Record<string, Reading>>
  /** All other inputs by full name: `nar.*`, `mil.*`, `mon.*`, `prop.*`, `doc.note`. */
  texts: Readonly<Record<string, string>>
}

export type ReportAdjustment = {
  unit: string
  field: string
  reported: Reading
  value: number
  state: 'active' | 'suspended'
  basis: 'minutes' | 'letter' | 'phone' | 'message' | 'other'
  reason: string
}

/** What the province had in an earlier period, by that period's own programme; sums over the summed lines. */
export type EarlierFigures = {
  period: Pick<Period, 'code' | 'from' | 'to' | 'cutOff' | 'endsYear'>
  indicators: readonly (Pick<IndicatorFigures, 'code' | 'numerator' | 'denominator' | 'coverage'> & {
    /** Fields of numerator and denominator then: another definition is another series. */
    counts: readonly [string, string]
  })[]
  fields: Readonly<Record<string, { total: number | null; coverage: Coverage }>>
}

/** What a thematic report is about, by code; at least one of them. */
export type ReportTopic = { indicators: string[]; tasks: string[] }

/** An issued report by its number, as `127-BC/TU`, and its ISO day. */
export type ReplacedPaper = { report: Id; number: string; day: string }

/** Everything a report is made from, as plain JSON: equal sources are the same report. */
export type ReportSource = {
  programme: Programme
  period: Period
  kind: ReportKind
  /** Null: about the whole programme. Otherwise everything below is narrowed to it already (TP1). */
  topic: ReportTopic | null
  /** The issued report that this one takes the place of. */
  replaces?: ReplacedPaper
  profile: LayoutProfile
  style: ReportStyle
  /** True until submitted: the pages say so. */
  draft: boolean
  /** The workspace has no accounts yet: every page says so. */
  trial: boolean
  /** A sample workspace, whose figures nobody reported: every page says that instead. */
  sample: boolean
  /** The last journal entry this report depends on. */
  generatedAt: Instant
  figures: {
    indicators: readonly IndicatorFigures[]
    crossChecks: readonly CrossCheckFigures[]
    /** Sums over the summed line by field code; null where nobody reported. */
    fields: Readonly<Record<string, number | null>>
  }
  /** What is compared with: the same period a year before, and the last one of the same year; null where there is none. */
  earlier: { yearAgo: EarlierFigures | null; latest: EarlierFigures | null }
  /** Expected units in protocol order. */
  units: readonly ReportUnit[]
  adjustments: readonly ReportAdjustment[]
  /** What people stated, noted and decided, without anything internal. */
  judgements: ReportJudgements
  /** Open findings by level. */
  openFindings: { blocking: number; warning: number; info: number }
  /** Passages a person chose for the body; nothing is chosen by itself. */
  excerpts: readonly { task: string; unit: string; text: string }[]
  /** What the office wrote itself, by outline section, figures as `[[ref|shown]]`; sections without stay marked as open. */
  written: Readonly<Record<string, string>>
  /** The office's words in place of what the program words, by key (RT8), figures as above; an empty text leaves the paragraph out. */
  overrides: Readonly<Record<string, string>>
}

/** A stretch of text in one style; `raised` = superscript; `figure` names the figure that it shows (RT1). */
export type Run = { text: string; bold?: true; italic?: true; raised?: true; figure?: string }

export type TableColumn = {
  /** Header text. */
  head: string
  align: 'left' | 'center' | 'right'
  /** Share of the free width; 0 = as wide as the content. */
  share: number
}
export type TableRow = {
  cells: readonly string[]
  style?: 'total' | 'group'
  /** Cells from this index on are one cell holding the text at that index. */
  spanFrom?: number
}
export type Table = { columns: readonly TableColumn[]; rows: readonly TableRow[] }

/** One bar: shares of the scale between 0 and 1; `bounds` only while units are missing. */
export type Bar = {
  label: string
  value: number | null
  target: number
  bounds: { low: number; high: number } | null
  valueText: string
  targetText: string
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `key`: what a paragraph of a report is about (RT7), `<section>/…`; the same key for all that stands in one place. */
  | { kind: 'paragraph'; runs: readonly Run[]; key?: string }
  /** A part the office must write itself. */
  | { kind: 'open'; text: string; key?: string }
  | { kind: 'note'; text: string; key?: string }
  | { kind: 'table'; table: Table }
  | { kind: 'bars'; bars: readonly Bar[]; legend: string }

export type Appendix = {
  title: string
  name: string
  attached: string
  orientation: 'portrait' | 'landscape'
  parts: readonly AppendixPart[]
}
/** `fixedColumns` repeat in every block of columns when a table is wider than the page. */
export type AppendixPart =
  | { kind: 'text'; text: string; style: 'lead' | 'note' | 'subtitle' }
  | { kind: 'table'; table: Table; fixedColumns: number }

/** A person who signs below: in the name of what, and the name where it is known. */
export type Signer = { title: string; note: string; name: string }

/**
 * What a paper that is no report looks like. `letter`: its subject under the number, to whom above the body; `minutes`: signed
 * by both sides; `sheet`: a form of the office's own, signed by nobody.
 */
export type PaperForm =
  | { kind: 'letter'; subject: readonly string[]; addressees: readonly string[] }
  | { kind: 'minutes'; signers: readonly Signer[] }
  | { kind: 'sheet' }

/**
 * A sheet in front of the text that says where its parts are. `over`: only when the text has more pages than that. `separately`:
 * stands for the page of an appendix with numbers of its own, `{pages}` filled in; `note` says so below.
 */
export type ContentsOrder = { title: string; over: number; separately: string; note: string }

/** The whole paper, every word decided; what remains is where each word stands. */
export type ReportModel = {
  profile: LayoutProfile
  info: { title: string; subject: string; author: string; createdAt: Instant; language: 'vi-VN' }
  marks: { draft: string | null; data: string | null }
  /** Empty fields are left for number, day and signatures: the text is fixed. */
  hasFields: boolean
  /** `urgency`, `circulation`: in capitals, where the form has them. */
  head: { superior: string | null; issuer: string; number: string; placeAndDate: string; urgency?: string; circulation?: string }
  documentType: string
  subject: readonly string[]
  addressee: string | null
  blocks: readonly Block[]
  /** Stands on one page with the signature. */
  closing: string
  /** `typist`: who typed it and how many copies are made. */
  recipients: { title: string; items: readonly (readonly Run[])[]; typist?: string }
  signature: { authority: string; position: string; name: string }
  appendices: readonly Appendix[]
  /** Printed on both sides: even pages have their margins mirrored. */
  twoSided?: true
  contents?: ContentsOrder
  /** Absent for reports. */
  form?: PaperForm
}
