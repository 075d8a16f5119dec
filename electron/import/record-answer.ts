import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { SubmissionState } from '../../shared/domain/submission.ts'
import type { HeldChoice } from '../../shared/rules/identify-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { RowReference } from '../audit/run-command.ts'
import { insertHeldAnswer } from '../store/held-answer-store.ts'
import { findSubmission } from '../store/submission-store.ts'
import { readQuestion, type HeldQuestion } from './held-question.ts'

/** Keeps what was answered to what was asked, inside the caller's command: later questions and the list of versions tell of it. */
export function recordAnswer(
  context: ServiceContext,
  submission: Id,
  question: HeldQuestion,
  answer: { choice: HeldChoice; unit: string | null },
): RowReference {
  const id = context.newId()
  const asked = question.reasons[0]
  insertHeldAnswer(context.store, {
    id,
    submission,
    rule: asked?.rule ?? '',
    params: JSON.stringify(asked?.params ?? {}),
    ...answer,
    actor: context.actor,
    at: context.clock(),
  })
  return { table: 'held_answer', key: id }
}

/** `state` held = another question follows (`choices`); discarded = it counts nowhere, its file stays. */
export type HeldResolution = {
  submission: Id
  state: SubmissionState
  period: string
  unit: string | null
  choices: readonly HeldChoice[]
  reasons: readonly SubmissionFinding[]
}

/** What a version is by now. */
export function resolutionOf({ store }: Pick<ServiceContext, 'store'>, submission: Id): HeldResolution {
  const after = findSubmission(store, submission)
  if (!after) throw new Error(`no submission ${submission}`)
  const next = after.state === 'held' ? readQuestion(after.question) : null
  const { state, period, unit } = after
  return { submission, state, period, unit, choices: next?.choices ?? [], reasons: next?.reasons ?? [] }
}

export const distinctRows = (rows: readonly RowReference[]): RowReference[] => [
  ...new Map(rows.map((row) => [`${row.table} ${row.key}`, row])).values(),
]
