import { soonDays, todayInVietnam } from '../../shared/domain/due-state.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { periodsRunning } from '../../shared/rules/review/count-periods.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import {
  countDueShortcomings,
  getNote,
  listNoteEntries,
  listNotes,
  listShortcomings,
  type Note,
  type NoteEntry,
} from '../store/note-store.ts'
import { getPeriod, listPeriods } from '../store/period-store.ts'
import { listShortcomingReplies, type ShortcomingReply } from '../store/reply-store.ts'
import { unitNames } from '../store/unit-store.ts'
import { createLook, readPin, type Pin } from './read-pin.ts'

/** A note with where it stands now. `periods`: those that a shortcoming runs through; `replies`: what the unit wrote in its workbooks. */
export type NoteView = Omit<Note, 'seen' | 'passage'> & {
  unitName: string | null
  pin: Pin
  periods: string[]
  replies: Omit<ShortcomingReply, 'note' | 'unit'>[]
  entries: Omit<NoteEntry, 'note'>[]
}

/** Of a period, oldest first; those of a unit only where one is named. Refuses with `period.not_found`. */
export function listNoteViews(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; unit?: string | undefined },
): NoteView[] {
  const notes = listNotes(store, getPeriod(store, request.period).code)
  return viewNotes(
    store,
    notes.filter(({ unit }) => request.unit === undefined || unit === request.unit),
  )
}

/** The register of shortcomings over all periods, the nearest due date first; verified ones only with `all`. */
export function listRegister(
  { store }: Pick<ServiceContext, 'store'>,
  request: { unit?: string | undefined; all?: boolean | undefined },
): NoteView[] {
  const notes = listShortcomings(store).filter(
    ({ unit, isClosed, shortcoming }) =>
      (request.unit === undefined || unit === request.unit) && (request.all === true || (shortcoming?.state !== 'verified' && !isClosed)),
  )
  return viewNotes(store, notes)
}

/** How many shortcomings nobody has verified yet, and of those how many are overdue and how many are due within `soonDays`. */
export function countDue({ store, clock }: Pick<ServiceContext, 'store' | 'clock'>): { open: number; overdue: number; soon: number } {
  const now = new Date(clock())
  const last = new Date(now.getTime() + soonDays * 86_400_000)
  return countDueShortcomings(store, todayInVietnam(now), todayInVietnam(last))
}

/** Refuses with `note.not_found`. */
export const viewNote = (store: Store, id: Id): NoteView => viewNotes(store, [getNote(store, id)])[0]!

function viewNotes(store: Store, notes: readonly Note[]): NoteView[] {
  const look = createLook(store)
  const names = unitNames(store)
  const periods = listPeriods(store)
  const replies = Map.groupBy(listShortcomingReplies(store), ({ note, unit }) => `${note} ${unit}`)
  return notes.map(({ seen, passage, ...note }) => ({
    ...note,
    unitName: note.unit === null ? null : (names.get(note.unit) ?? note.unit),
    pin: readPin(look, { ...note, passage, seen }),
    periods: note.shortcoming ? periodsRunning(periods, note.period, note.shortcoming.verifiedAt) : [note.period],
    // A unit answers for its own shortcomings only.
    replies: (replies.get(`${note.id} ${note.unit}`) ?? []).map(({ note: _note, unit: _unit, ...reply }) => reply),
    entries: listNoteEntries(store, note.id).map(({ note: _note, ...entry }) => entry),
  }))
}
