import type { Cause, Decision, NoteKind, ProposalState, ShortcomingState } from './review.ts'
import type { TaskStatus } from './task-status.ts'

/** What people found, said and decided, as far as it may stand in a report. */

/** What a person stated of one unit and one standing task; what is only suggested is not here. */
export type ReportTaskStatus = { task: string; unit: string; status: TaskStatus }

/** A note that is not internal (S8). `unit` null: about the province. `periods`: how many it runs through, this one included. */
export type ReportNote = {
  kind: Exclude<NoteKind, 'remark'>
  unit: string | null
  unitName: string | null
  /** Field or input it is pinned to; null: the unit, or the province, as a whole. */
  input: string | null
  text: string
  shortcoming: ReportShortcoming | null
}
export type ReportShortcoming = {
  category: string
  scope: string
  extent: string
  cause: Cause
  causeText: string
  remedy: string
  owner: string
  dueOn: string | null
  state: ShortcomingState
  periods: number
}

/** What becomes of a unit's proposal; its words are matched as people compare names. */
export type ReportProposalState = { unit: string; words: string; state: ProposalState }

/** A difference that was settled without changing a figure. `about`: the rule's sentence. */
export type ReportDecision = {
  unit: string | null
  /** Field or input; null where it is about the unit as a whole. */
  subject: string | null
  about: string
  decision: Extract<Decision, 'kept' | 'waived'>
  basis: 'minutes' | 'letter' | 'phone' | 'message' | 'other' | null
  reason: string
}

export type ReportJudgements = {
  taskStatuses: readonly ReportTaskStatus[]
  notes: readonly ReportNote[]
  proposalStates: readonly ReportProposalState[]
  decisions: readonly ReportDecision[]
  /** Day of the last minutes made with a unit (ISO). */
  minutes: Readonly<Record<string, string>>
}
