import type { Instant } from './identity.ts'
import type { LayoutProfile } from './layout-profile.ts'
import type { Period } from './period.ts'
import type { Programme } from './programme.ts'

/** What every paper to or about a unit is made from; `at` is the moment its content was frozen. */
export type PaperFrame = {
  programme: Programme
  period: Period
  profile: LayoutProfile
  trial: boolean
  sample: boolean
  at: Instant
}

export type NamedUnit = { code: string; name: string }

/**
 * Round `round`; `missing` and `pending`, whose file waits for a decision, are those it names, of `unsent` and `waiting` that there
 * are. `newDue` null = at once.
 */
export type UrgingSource = {
  kind: 'urging'
  frame: PaperFrame
  round: number
  expected: number
  received: number
  missing: readonly NamedUnit[]
  pending: readonly NamedUnit[]
  unsent: number
  waiting: number
  newDue: Instant | null
  contact: string
}

/** What is said to the unit of a shortcoming; made only from what is marked for it. */
export type NoticeItem = {
  text: string
  extent: string
  cause: string
  remedy: string
  owner: string
  dueOn: string | null
  state: string
  /** Periods in a row. */
  periods: number
}

export type NoticeSource = { kind: 'notice'; frame: PaperFrame; unit: NamedUnit; items: readonly NoticeItem[]; remarks: readonly string[] }

/** Counts in words; '' where there is none. */
export type MinutesRow = {
  label: string
  unitOfCount: string
  reported: string
  compared: string
  difference: string
  reason: string
  agreed: string
}

export type MinutesSource = {
  kind: 'minutes'
  frame: PaperFrame
  unit: NamedUnit
  rows: readonly MinutesRow[]
  /** Sentences of what is still open. */
  open: readonly string[]
  clerk: string
}

/** A question of a query sheet; `finding` comes back with the answer. */
export type Question = { finding: string; sentence: string; label: string; unitOfCount: string; reported: string; place: string }

export type QuerySource = { kind: 'query'; frame: PaperFrame; unit: NamedUnit; questions: readonly Question[]; contact: string }

export type WorksheetSource = {
  kind: 'worksheet'
  frame: PaperFrame
  unit: NamedUnit
  state: string
  rounds: number
  questions: readonly Question[]
  items: readonly NoticeItem[]
  remarks: readonly string[]
  clerk: string
}

export type RecordSource = {
  kind: 'record'
  frame: PaperFrame
  unit: NamedUnit
  desk: { office: string; phone: string; email: string; clerk: string }
  /** Newest first. */
  periods: readonly { name: string; state: string; received: string; versions: number; open: number; settled: number }[]
  indicators: readonly { label: string; result: string; target: string; verdict: string }[]
  /** What a person said of its tasks, with the names of the files that show it. */
  tasks: readonly { label: string; status: string; evidence: string; files: readonly string[] }[]
  /** How many files show what became of a shortcoming. */
  proofs: readonly { text: string; files: number }[]
  letters: readonly { name: string; at: Instant }[]
  items: readonly NoticeItem[]
  calls: readonly { at: Instant; channel: string; text: string }[]
}

export type PaperSource = UrgingSource | NoticeSource | MinutesSource | QuerySource | WorksheetSource | RecordSource
/** Those that are set as pages; a query sheet is a workbook. */
export type PageSource = Exclude<PaperSource, QuerySource>
