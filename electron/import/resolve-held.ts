import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { HeldChoice } from '../../shared/rules/identify-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { getExpectedUnit, getOpenPeriod, getPeriod } from '../store/period-store.ts'
import { listReceiptsOfSubmission, updateReceiptAttached } from '../store/receipt-store.ts'
import { findEffective, findSubmission, listHeldOfUnit, type StoredSubmission } from '../store/submission-store.ts'
import { findInStored } from './content-findings.ts'
import { isVersionQuestion, readQuestion, type HeldQuestion } from './held-question.ts'
import { withdrawEntryOf } from './keyed/withdraw-entry.ts'
import { goOn, placeAmongVersions, setAside } from './place-version.ts'
import { putInEffect, settleHeld } from './put-in-effect.ts'
import { distinctRows, recordAnswer, resolutionOf, type HeldResolution } from './record-answer.ts'
import { learnSenderName } from './sender-names.ts'

export type HeldAnswer = { id: Id; choice: HeldChoice; unit?: string | undefined }

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
    const before = held.unit
    const rows: RowReference[] = [{ table: 'submission', key: held.id }, ...apply(context, held, question, answer)]
    const result = resolutionOf(context, held.id)
    rows.push(recordAnswer(context, held.id, question, { choice: answer.choice, unit: answer.unit ?? result.unit ?? before }))
    const params = { submission: held.id, choice: answer.choice, unit: answer.unit ?? null, state: result.state }
    return { entry: { action: 'submission.resolve', params, rows: distinctRows(rows) }, result }
  })
}

function apply(context: ServiceContext, held: StoredSubmission, question: HeldQuestion, answer: HeldAnswer): RowReference[] {
  const { store } = context
  switch (answer.choice) {
    case 'discard':
      return [...setAside(context, held), ...withdrawEntryOf(context, held, question)]
    case 'keep_current':
      return setAside(context, held)
    case 'map':
    case 'check':
      throw new AppError('import.answered_elsewhere', { choice: answer.choice })
    case 'attach':
      return attach(context, held, answer.unit ?? held.unit)
    case 'use_new':
      return useNew(context, held, question)
    case 'assign_unit': {
      if (answer.unit === undefined) throw new AppError('import.unit_required')
      const unit = getExpectedUnit(store, held.period, answer.unit).code
      return [
        ...goOn(context, held, question, getPeriod(store, held.period), unit, ['M40', 'M41', 'M42']),
        ...learnSenderName(context, held, question, unit),
      ]
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

function attach(context: ServiceContext, held: StoredSubmission, unit: string | null): RowReference[] {
  const code = unit === null ? null : getExpectedUnit(context.store, held.period, unit).code
  setAside(context, held)
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
        setAside(context, rival)
        rows.push({ table: 'submission', key: rival.id })
        rows.push(recordAnswer(context, rival.id, readQuestion(rival.question), { choice: 'discard', unit }))
      }
  const found = findInStored(context, held, question, getPeriod(store, held.period), unit)
  rows.push(...putInEffect(context, { key: held.key, id: held.id, period: held.period, unit, isEffective: false }, previous ?? null, found))
  // Those that still wait were compared with what counted before.
  for (const other of listHeldOfUnit(store, held.period, unit))
    if (other.id !== held.id && isVersionQuestion(readQuestion(other.question))) {
      rows.push({ table: 'submission', key: other.id })
      rows.push(...placeAmongVersions(context, other, readQuestion(other.question), getPeriod(store, held.period), unit))
    }
  return rows
}
