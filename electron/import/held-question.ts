import type { Id } from '../../shared/domain/identity.ts'
import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { MappedSubmission } from '../../shared/domain/submission.ts'
import type { HeldChoice, UnitClaims } from '../../shared/rules/identify-submission.ts'

/** Why a version waits, stored with it as JSON. */
export type HeldQuestion = {
  /** The first one is what is asked now; the others follow. */
  reasons: readonly SubmissionFinding[]
  choices: readonly HeldChoice[]
  /** Unit codes worth offering, best first. */
  suggestions: readonly string[]
  claims: UnitClaims
  otherPeriod: string | null
  cover: MappedSubmission['cover']
  /** What mapping found; with the rules on its content it becomes the unit's findings when the version counts. */
  findings: readonly SubmissionFinding[]
  /** Of a table that the unit made itself: its layout, and the mapping that was confirmed for it before, if any. */
  layout?: { key: string; kept: Id | null; claims: readonly string[] } | undefined
}

export const versionRules = ['M46', 'M47', 'M51'] as const

/** Waits only for another version or the closing: whose it is and what it says is not in doubt. */
export const isVersionQuestion = (question: HeldQuestion): boolean =>
  question.reasons.every((reason) => versionRules.some((rule) => rule === reason.rule))

export const readQuestion = (text: string | null): HeldQuestion => {
  if (text === null) throw new Error('a held version without its question')
  return JSON.parse(text) as HeldQuestion
}

export const writeQuestion = (question: HeldQuestion): string => JSON.stringify(question)
