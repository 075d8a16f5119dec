import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { findKeyedEntryOf, updateKeyedEntry, type KeyedEntry } from '../../store/keyed-entry-store.ts'
import { findSubmission, type StoredSubmission } from '../../store/submission-store.ts'
import { readQuestion, type HeldQuestion } from '../held-question.ts'
import { setAside } from '../place-version.ts'
import { recordAnswer } from '../record-answer.ts'
import { getKeyedEntry } from './list-entries.ts'

/** The entry behind a version that is set aside before anybody checked it; inside the caller's command. */
export function withdrawEntryOf({ store }: ServiceContext, held: StoredSubmission, question: HeldQuestion): RowReference[] {
  if (held.layout !== 'keyed' || question.reasons[0]?.rule !== 'M56') return []
  const entry = findKeyedEntryOf(store, held.id)
  if (!entry) return []
  updateKeyedEntry(store, { ...entry, state: 'withdrawn' })
  return [{ table: 'keyed_entry', key: entry.id }]
}

/**
 * Takes back what was keyed in and not yet checked. Refuses with `keyed.not_found`, `keyed.settled` (checked or taken back before),
 * `keyed.no_reason`.
 */
export function withdrawEntry(context: ServiceContext, request: { id: Id; reason: string }): KeyedEntry {
  const { store } = context
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('keyed.no_reason')
  return runCommand(context, () => {
    const entry = getKeyedEntry({ store }, request.id)
    if (entry.state === 'checked' || entry.state === 'withdrawn') throw new AppError('keyed.settled')
    const rows: RowReference[] = [{ table: 'keyed_entry', key: entry.id }]
    const held = entry.submission === null ? undefined : findSubmission(store, entry.submission)
    if (held?.state === 'held') {
      rows.push({ table: 'submission', key: held.id })
      rows.push(recordAnswer(context, held.id, readQuestion(held.question), { choice: 'discard', unit: held.unit }))
      rows.push(...setAside(context, held))
    }
    const withdrawn: KeyedEntry = { ...entry, state: 'withdrawn', reason }
    updateKeyedEntry(store, withdrawn)
    const { period, unit } = entry
    return { entry: { action: 'keyed.withdraw', params: { period, unit, reason }, rows }, result: withdrawn }
  })
}
