import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { NoteKind } from '../../shared/domain/review.ts'
import { anchorPassage } from '../../shared/rules/review/anchor-passage.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listLaidTexts } from '../store/laid-text-store.ts'
import { listNotes } from '../store/note-store.ts'

/** A note as it is said beside a version; `quote`: the words it is pinned to, null for a whole figure or text. */
export type NoteOnChange = { id: Id; kind: NoteKind; input: string; quote: string | null; text: string; actor: string; at: Instant }

/** What a version changes of a unit: fields by code, texts by name with their new words. */
type Changes = { period: string; unit: string; fields: ReadonlySet<string>; texts: ReadonlyMap<string, string> }

/**
 * Open notes and shortcomings of the period that are pinned on what would change, oldest first. A passage whose own words stay is
 * not among them. What is closed or verified is over.
 */
export function findNotesOnChanges({ store }: Pick<ServiceContext, 'store'>, { period, unit, fields, texts }: Changes): NoteOnChange[] {
  if (fields.size === 0 && texts.size === 0) return []
  // Where a version says nothing any more, what was taken from the unit's paper goes on standing there.
  const taken = new Set(listLaidTexts(store, period, unit).flatMap(({ name, state }) => (state === 'active' ? [name] : [])))
  return listNotes(store, period).flatMap(({ id, kind, input, passage, text, actor, at, ...note }): NoteOnChange[] => {
    if (note.unit !== unit || input === null || note.isClosed || note.shortcoming?.state === 'verified') return []
    const words = texts.get(input)
    if ((words === undefined && !fields.has(input)) || (words === '' && taken.has(input))) return []
    if (passage && words !== undefined && anchorPassage(passage, words.normalize('NFC')).state === 'found') return []
    return [{ id, kind, input, quote: passage?.quote ?? null, text, actor, at }]
  })
}
