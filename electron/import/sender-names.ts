import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { findUnitNames, indexUnits } from '../../shared/rules/find-unit-names.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import {
  findSenderName,
  insertSenderName,
  listSenderNames,
  updateSenderNameForgotten,
  type SenderName,
} from '../store/sender-name-store.ts'
import type { StoredSubmission } from '../store/submission-store.ts'
import { listUnits } from '../store/unit-store.ts'
import type { HeldQuestion } from './held-question.ts'

/**
 * After a person said whose a file is that only calls itself by a name nobody knew: the name is kept, so that it is not asked
 * about again. Not the name of a file, which says nothing the next time, and not one that several units have. Inside the caller's
 * command.
 */
export function learnSenderName(context: ServiceContext, held: StoredSubmission, question: HeldQuestion, unit: string): RowReference[] {
  const { store } = context
  const text = question.cover.unitName.normalize('NFC').trim()
  const folded = nameKey(text)
  if (question.reasons[0]?.rule !== 'M40' || folded === '') return []
  const named = new Set(findUnitNames(text, indexUnits(listUnits(store))).map((one) => one.unit))
  if (named.size > 1 || (named.size === 1 && !named.has(unit))) return []
  const id = context.newId()
  const next = { id, folded, text, unit, submission: held.id, actor: context.actor, at: context.clock() }
  return [...insertSenderName(store, next), id].map((key): RowReference => ({ table: 'sender_name', key }))
}

/** The names that people told, by unit, with where each was learned. */
export const listSenders = ({ store }: Pick<ServiceContext, 'store'>): SenderName[] => listSenderNames(store)

/** The name is asked about again. Refuses with `sender.not_found`. */
export function forgetSender(context: ServiceContext, request: { id: Id }): SenderName {
  return runCommand(context, () => {
    const found = findSenderName(context.store, request.id)
    if (!found) throw new AppError('sender.not_found', { id: request.id })
    updateSenderNameForgotten(context.store, found.id)
    return {
      entry: { action: 'sender.forget', params: { name: found.text, unit: found.unit }, rows: [{ table: 'sender_name', key: found.id }] },
      result: found,
    }
  })
}
