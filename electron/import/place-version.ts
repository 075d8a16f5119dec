import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Period } from '../../shared/domain/period.ts'
import { holdFinding } from '../../shared/rules/identify-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { RowReference } from '../audit/run-command.ts'
import { findPeriod } from '../store/period-store.ts'
import { listInputs } from '../store/submission-rows.ts'
import {
  findEffective,
  listHeldOfUnit,
  updateHeldSubmission,
  updateSubmissionState,
  type StoredSubmission,
} from '../store/submission-store.ts'
import { findUnit } from '../store/unit-store.ts'
import { findInStored } from './content-findings.ts'
import { isVersionQuestion, readQuestion, writeQuestion, type HeldQuestion } from './held-question.ts'
import { noteHeld, putInEffect, settleHeld } from './put-in-effect.ts'
import { choicesForAll, versionReason } from './store-arrival.ts'

/** All of these run inside the caller's command and give the rows that they wrote beside the version's own. */

/** It counts nowhere; its file stays. */
export function setAside(context: ServiceContext, held: StoredSubmission): RowReference[] {
  settleHeld(context, held)
  updateSubmissionState(context.store, held.key, 'discarded')
  return []
}

/** With these reasons answered: the next question, or the version's place among the unit's versions. */
export function goOn(
  context: ServiceContext,
  held: StoredSubmission,
  question: HeldQuestion,
  period: Period,
  unit: string | null,
  answered: readonly SubmissionFinding['rule'][],
): RowReference[] {
  settleHeld(context, held)
  const left = question.reasons.filter((reason) => !answered.includes(reason.rule) && (period.state === 'closed' || reason.rule !== 'M51'))
  const version = left.filter((reason) => reason.rule !== 'M51')
  if (version.length > 0 || unit === null) {
    const reasons = left.length > 0 ? left : question.reasons
    return wait(context, held, { ...question, reasons }, period, unit)
  }
  return placeAmongVersions(context, held, question, period, unit)
}

/** The version of a unit that is sure by now: it counts, repeats another, or waits for a choice between versions. */
export function placeAmongVersions(
  context: ServiceContext,
  held: StoredSubmission,
  question: HeldQuestion,
  period: Period,
  unit: string,
): RowReference[] {
  const { store } = context
  const effective = findEffective(store, period.code, unit)
  const rivals = listHeldOfUnit(store, period.code, unit).filter(
    (other) => other.id !== held.id && isVersionQuestion(readQuestion(other.question)),
  )
  if ([effective, ...rivals].some((other) => other?.contentSha256 === held.contentSha256)) return setAside(context, held)
  if (period.state === 'closed')
    return wait(context, held, { ...question, reasons: [holdFinding('M51', { period: period.code })] }, period, unit)
  if (!effective && rivals.length === 0) {
    updateHeldSubmission(store, held.key, { period: period.code, unit, question: held.question!, afterClose: false })
    const found = findInStored(context, held, question, period, unit)
    return putInEffect(context, { key: held.key, id: held.id, period: period.code, unit, isEffective: false }, null, found)
  }
  const nameOf = (code: string): string => findUnit(store, code)?.name ?? code
  const reason = versionReason(context, { period, nameOf }, unit, listInputs(store, held.key), rivals.length + 1)
  return wait(context, held, { ...question, reasons: [reason] }, period, unit)
}

function wait(
  context: ServiceContext,
  held: StoredSubmission,
  question: HeldQuestion,
  period: Period,
  unit: string | null,
): RowReference[] {
  const canMove = question.otherPeriod !== null && findPeriod(context.store, question.otherPeriod)?.state === 'open'
  const next = { ...question, choices: choicesForAll(question.reasons, canMove) }
  updateHeldSubmission(context.store, held.key, {
    period: period.code,
    unit,
    question: writeQuestion(next),
    afterClose: period.state === 'closed',
  })
  noteHeld(context, period.code, { key: held.key, id: held.id, unit, file: held.originalName }, next)
  return []
}
