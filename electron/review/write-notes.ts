import type { Id } from '../../shared/domain/identity.ts'
import {
  shortcomingMoves,
  type Audience,
  type NoteEntryKind,
  type NoteKind,
  type Shortcoming,
  type ShortcomingState,
} from '../../shared/domain/review.ts'
import { AppError } from '../../shared/errors.ts'
import { takePassage } from '../../shared/rules/review/anchor-passage.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { findAccountByName, listAccountNames } from '../store/account-store.ts'
import type { Store } from '../store/database.ts'
import { getNote, insertNote, insertNoteEntry, updateNote, type Note } from '../store/note-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findReceivedFile, insertReceivedFile, type ReceivedFile } from '../store/received-file-store.ts'
import { viewNote, type NoteView } from './list-notes.ts'
import { createLook, hashSeen } from './read-pin.ts'

/** What of a shortcoming a person writes; the rest has a value of its own to begin with. */
export type ShortcomingDraft = { [Name in Exclude<keyof Shortcoming, 'state' | 'verifiedAt'>]?: Shortcoming[Name] | undefined }

export type NoteRequest = {
  period: string
  kind: NoteKind
  audience?: Audience | undefined
  unit?: string | undefined
  /** Field or input name. */
  input?: string | undefined
  /** Place in the narrative, in UTF-16 units. */
  range?: { start: number; end: number } | undefined
  /** The words that the person saw there; without a place words that stand in it once. */
  quote?: string | undefined
  text: string
  shortcoming?: ShortcomingDraft | undefined
}

const tidy = (text: string): string => text.normalize('NFC').trim()

/** Refuses with `period.not_found`, `unit.not_found`, `note.no_text | no_unit | no_input | no_passage`. */
export function addNote(context: ServiceContext, request: NoteRequest): NoteView {
  const { store } = context
  const period = getPeriod(store, request.period).code
  const text = tidy(request.text)
  if (text === '') throw new AppError('note.no_text')
  return runCommand(context, () => {
    const unit = request.unit === undefined ? null : getExpectedUnit(store, period, request.unit).code
    const place = placeOf(store, { ...request, period, unit })
    const note: Note = {
      id: context.newId(),
      period,
      kind: request.kind,
      audience: request.audience ?? 'internal',
      unit,
      ...place,
      text,
      isClosed: false,
      actor: context.actor,
      at: context.clock(),
      shortcoming: request.kind === 'shortcoming' ? { ...emptyShortcoming, ...tidied(request.shortcoming ?? {}) } : null,
    }
    insertNote(store, note)
    const params = { note: note.id, period, kind: note.kind, audience: note.audience, ...(unit === null ? {} : { unit }) }
    return { entry: { action: 'note.add', params, rows: [{ table: 'note', key: note.id }] }, result: viewNote(store, note.id) }
  })
}

const emptyShortcoming: Shortcoming = {
  category: '',
  scope: '',
  extent: '',
  cause: 'unknown',
  causeText: '',
  remedy: '',
  owner: '',
  dueOn: null,
  state: 'open',
  verifiedAt: null,
}

const tidied = (draft: ShortcomingDraft): Partial<Shortcoming> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? tidy(value) : value]],
    ),
  )

type Place = Pick<Note, 'input' | 'passage' | 'seen'>

function placeOf(store: Store, request: Pick<NoteRequest, 'period' | 'input' | 'range' | 'quote'> & { unit: string | null }): Place {
  const { period, unit, range, quote } = request
  if (request.input !== undefined && unit === null) throw new AppError('note.no_unit')
  const input = request.input?.replace(/^fld\./, '') ?? null
  if (input !== null) {
    const { fields, tasks } = getProgramme(store, getPeriod(store, period).programmeVersion)
    const isKnown =
      fields.some(({ code }) => code === input) || tasks.some(({ code }) => `nar.${code}` === input) || /^(prop|mil|mon|doc)\./.test(input)
    if (!isKnown) throw new AppError('note.no_input', { input })
  }
  const look = createLook(store)
  const target = { period, unit, input }
  const seen = hashSeen(look, target)
  if (range === undefined && quote === undefined) return { input, passage: null, seen }
  const text = look(target)
  const words = quote?.normalize('NFC')
  if (range !== undefined && words !== undefined && text.slice(range.start, range.end) !== words) throw new AppError('note.no_passage')
  const from = words === undefined ? -1 : text.indexOf(words)
  if (range === undefined && words !== undefined && text.includes(words, from + 1)) throw new AppError('note.no_passage')
  const { start, end } = range ?? { start: from, end: from + (words?.length ?? 0) }
  const passage = input?.includes('.') === true ? takePassage(text, start, end) : null
  if (!passage) throw new AppError('note.no_passage')
  return { input, passage, seen }
}

/** Pins a note to another place of the same unit; without an input to the unit as a whole. Refuses as `addNote`, and with `note.not_found`. */
export function moveNote(context: ServiceContext, request: Pick<NoteRequest, 'input' | 'range' | 'quote'> & { id: Id }): NoteView {
  return changeNote(context, request.id, 'note.move', (note) => {
    const place = placeOf(context.store, { ...request, period: note.period, unit: note.unit })
    return { next: { ...note, ...place }, kind: 'move', text: place.passage?.quote ?? place.input ?? '' }
  })
}

export type NoteChange = { id: Id; text?: string | undefined; audience?: Audience | undefined; isClosed?: boolean | undefined }

/** Refuses with `note.not_found | no_text`. */
export function updateNoteWords(context: ServiceContext, { id, text, audience, isClosed }: NoteChange): NoteView {
  return changeNote(context, id, isClosed === true ? 'note.close' : 'note.change', (note) => {
    const words = text === undefined ? note.text : tidy(text)
    if (words === '') throw new AppError('note.no_text')
    return {
      next: { ...note, text: words, audience: audience ?? note.audience, isClosed: isClosed ?? note.isClosed },
      kind: 'change',
      text: words === note.text ? '' : note.text,
    }
  })
}

/** Refuses with `note.not_found | not_shortcoming`. */
export function updateShortcoming(context: ServiceContext, { id, ...draft }: ShortcomingDraft & { id: Id }): NoteView {
  return changeNote(context, id, 'shortcoming.change', (note) => ({
    next: { ...note, shortcoming: { ...ofShortcoming(note), ...tidied(draft) } },
    kind: 'change',
    text: '',
  }))
}

const ofShortcoming = ({ id, shortcoming }: Note): Shortcoming => {
  if (!shortcoming) throw new AppError('note.not_shortcoming', { id })
  return shortcoming
}

/** `file`: shows that it is so, and is kept already. */
export type ShortcomingStep = { id: Id; to: ShortcomingState; text: string; file?: ReceivedFile | undefined }

/**
 * S7: along the road of `shortcomingMoves`. A verified one was looked at by somebody who does not answer for its remedy; who
 * may verify at all is for the rights. Refuses with `note.not_found | not_shortcoming`, `shortcoming.no_way | own_remedy`.
 */
export function moveShortcoming(context: ServiceContext, { id, to, text, file }: ShortcomingStep): NoteView {
  const { store, actor } = context
  return changeNote(context, id, to === 'verified' ? 'shortcoming.verify' : 'shortcoming.move', (note) => {
    const shortcoming = ofShortcoming(note)
    if (!shortcomingMoves[shortcoming.state].includes(to)) throw new AppError('shortcoming.no_way', { from: shortcoming.state, to })
    if (to === 'verified' && namesOf(store, actor).has(nameKey(shortcoming.owner))) throw new AppError('shortcoming.own_remedy')
    const verifiedAt = to === 'verified' ? context.clock() : null
    const words = tidy(text)
    if (file) keepRow(store, file)
    return {
      next: { ...note, shortcoming: { ...shortcoming, state: to, verifiedAt } },
      kind: 'state',
      text: words === '' ? to : `${to}: ${words}`,
      sha256: file?.sha256 ?? null,
      said: { state: to },
    }
  })
}

/** An account is whoever it was ever called. */
function namesOf(store: Store, actor: string): ReadonlySet<string> {
  const account = findAccountByName(store, nameKey(actor))
  return new Set([nameKey(actor), ...(account ? listAccountNames(store, account.id) : [])])
}

/** A reply, or evidence with the file that shows it, which is kept already. Refuses with `note.not_found | no_text`. */
export function addToNote(
  context: ServiceContext,
  request: { id: Id; kind: Extract<NoteEntryKind, 'reply' | 'evidence'>; text: string; file?: ReceivedFile | undefined },
): NoteView {
  const words = tidy(request.text)
  if (words === '') throw new AppError('note.no_text')
  return changeNote(context, request.id, 'note.reply', (note) => {
    if (request.file) keepRow(context.store, request.file)
    return { next: note, kind: request.kind, text: words, sha256: request.file?.sha256 ?? null }
  })
}

function keepRow(store: Store, file: ReceivedFile): void {
  if (!findReceivedFile(store, file.sha256)) insertReceivedFile(store, file)
}

type Change = { next: Note; kind: NoteEntryKind; text: string; sha256?: string | null; said?: Readonly<Record<string, string>> }
type NoteAction =
  | 'note.move'
  | 'note.change'
  | 'note.close'
  | 'note.reply'
  | 'shortcoming.change'
  | 'shortcoming.move'
  | 'shortcoming.verify'

/** One entry of the journal and one in the note's own history; the row is named only where it changed. */
function changeNote(context: ServiceContext, id: Id, action: NoteAction, change: (note: Note) => Change): NoteView {
  const { store } = context
  return runCommand(context, () => {
    const note = getNote(store, id)
    const { next, kind, text, sha256 = null, said = {} } = change(note)
    const rows: RowReference[] = []
    if (next !== note) {
      updateNote(store, next)
      rows.push({ table: 'note', key: id })
    }
    const entry = { id: context.newId(), note: id, kind, text, sha256, actor: context.actor, at: context.clock() }
    insertNoteEntry(store, entry)
    rows.push({ table: 'note_entry', key: entry.id })
    const params = { note: id, period: note.period, kind, ...said, ...(note.unit === null ? {} : { unit: note.unit }) }
    return { entry: { action, params, rows }, result: viewNote(store, id) }
  })
}
