import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { SubmissionState } from '../../shared/domain/submission.ts'
import { AppError } from '../../shared/errors.ts'
import { holdFinding, type HeldChoice } from '../../shared/rules/identify-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { findPeriod, getExpectedUnit, getOpenPeriod, getPeriod } from '../store/period-store.ts'
import { listReceiptsOfSubmission, updateReceiptAttached } from '../store/receipt-store.ts'
import { listInputs } from '../store/submission-rows.ts'
import {
  findEffective,
  findSubmission,
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

export type HeldAnswer = { id: Id; choice: HeldChoice; unit?: string | undefined }

/** `state` held = another question follows (`choices`); discarded = it counts nowhere, its file stays. */
export type HeldResolution = {
  submission: Id
  state: SubmissionState
  period: string
  unit: string | null
  choices: readonly HeldChoice[]
  reasons: readonly SubmissionFinding[]
}

/**
 * Answers the question of one held version. One answer may lead to the next question (whose unit it is first, then which
 * version counts). Refuses with `import.held_not_found`, `import.choice_not_offered`, `import.unit_required`,
 * `unit.not_found`, `period.closed` (what would change figures of a closed period), `period.not_found`.
 */
export function resolveHeld(context: ServiceContext, answer: HeldAnswer): HeldResolution {
  return runCommand(context, () => {
    const held = findSubmission(context.store, answer.id)
    if (!held || held.state !== 'held') throw new AppError('import.held_not_found', { id: answer.id })
    const question = readQuestion(held.question)
    if (!question.choices.includes(answer.choice))
      throw new AppError('import.choice_not_offered', { choice: answer.choice, choices: question.choices.join(', ') })
    const rows: RowReference[] = [{ table: 'submission', key: held.id }]
    rows.push(...apply(context, held, question, answer))
    const after = findSubmission(context.store, held.id)!
    const next = after.state === 'held' ? readQuestion(after.question) : null
    const params = { submission: held.id, choice: answer.choice, unit: answer.unit ?? null, state: after.state }
    return {
      entry: { action: 'submission.resolve', params, rows: distinctRows(rows) },
      result: {
        submission: held.id,
        state: after.state,
        period: after.period,
        unit: after.unit,
        choices: next?.choices ?? [],
        reasons: next?.reasons ?? [],
      },
    }
  })
}

const distinctRows = (rows: readonly RowReference[]): RowReference[] => [
  ...new Map(rows.map((row) => [`${row.table} ${row.key}`, row])).values(),
]

function apply(context: ServiceContext, held: StoredSubmission, question: HeldQuestion, answer: HeldAnswer): RowReference[] {
  const { store } = context
  switch (answer.choice) {
    case 'discard':
    case 'keep_current':
      return discard(context, held)
    case 'attach':
      return attach(context, held, answer.unit ?? held.unit)
    case 'use_new':
      return useNew(context, held, question)
    case 'assign_unit': {
      if (answer.unit === undefined) throw new AppError('import.unit_required')
      const unit = getExpectedUnit(store, held.period, answer.unit).code
      return goOn(context, held, question, getPeriod(store, held.period), unit, ['M40', 'M41', 'M42'])
    }
    case 'use_here':
      return goOn(context, held, question, getPeriod(store, held.period), held.unit, ['M43'])
    case 'move_to_period': {
      const period = getOpenPeriod(store, question.otherPeriod ?? '')
      const unit = held.unit === null ? null : getExpectedUnit(store, period.code, held.unit).code
      return goOn(context, held, question, period, unit, ['M43', 'M51'])
    }
    default:
      throw new Error(`no such choice: ${String(answer.choice satisfies never)}`)
  }
}

function discard(context: ServiceContext, held: StoredSubmission): RowReference[] {
  settleHeld(context, held)
  updateSubmissionState(context.store, held.key, 'discarded')
  return []
}

function attach(context: ServiceContext, held: StoredSubmission, unit: string | null): RowReference[] {
  const code = unit === null ? null : getExpectedUnit(context.store, held.period, unit).code
  discard(context, held)
  return listReceiptsOfSubmission(context.store, held.id).map((receipt): RowReference => {
    updateReceiptAttached(context.store, receipt.id, code)
    return { table: 'receipt', key: receipt.id }
  })
}

/** The version takes the place of the one in use; versions that waited for the same choice are answered with it. */
function useNew(context: ServiceContext, held: StoredSubmission, question: HeldQuestion): RowReference[] {
  const { store } = context
  getOpenPeriod(store, held.period)
  const unit = held.unit
  if (unit === null) throw new Error('a version question without its unit')
  const previous = findEffective(store, held.period, unit)
  settleHeld(context, held)
  const rows: RowReference[] = []
  if (!previous)
    for (const rival of listHeldOfUnit(store, held.period, unit))
      if (rival.id !== held.id && readQuestion(rival.question).reasons[0]?.rule === 'M47') {
        discard(context, rival)
        rows.push({ table: 'submission', key: rival.id })
      }
  const found = findInStored(context, held, question, getPeriod(store, held.period), unit)
  rows.push(...putInEffect(context, { key: held.key, id: held.id, period: held.period, unit, isEffective: false }, previous ?? null, found))
  // Those that still wait were compared with what counted before.
  for (const other of listHeldOfUnit(store, held.period, unit))
    if (other.id !== held.id && isVersionQuestion(readQuestion(other.question))) {
      rows.push({ table: 'submission', key: other.id })
      rows.push(...askAgain(context, other, readQuestion(other.question), getPeriod(store, held.period), unit))
    }
  return rows
}

/** With these reasons answered: the next question, or the version's place among the unit's versions. */
function goOn(
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
  return askAgain(context, held, question, period, unit)
}

/** The version of a unit that is sure by now: it counts, repeats another, or waits for a choice between versions. */
function askAgain(context: ServiceContext, held: StoredSubmission, question: HeldQuestion, period: Period, unit: string): RowReference[] {
  const { store } = context
  const effective = findEffective(store, period.code, unit)
  const rivals = listHeldOfUnit(store, period.code, unit).filter(
    (other) => other.id !== held.id && isVersionQuestion(readQuestion(other.question)),
  )
  if ([effective, ...rivals].some((other) => other?.contentSha256 === held.contentSha256)) return discard(context, held)
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
  noteHeld(context, period.code, { key: held.key, id: held.id, unit }, next)
  return []
}
