import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Audience, NoteEntryKind, NoteKind, Passage, Shortcoming } from '../../shared/domain/review.ts'
import { AppError } from '../../shared/errors.ts'
import type { Store } from './database.ts'
import { writeAside } from './one-moment.ts'

/** `shortcoming` is there exactly when `kind` says so; `seen` = SHA-256 of what stood at the pin. */
export type Note = {
  id: Id
  period: string
  kind: NoteKind
  audience: Audience
  unit: string | null
  input: string | null
  passage: Passage | null
  seen: string
  text: string
  isClosed: boolean
  actor: string
  at: Instant
  shortcoming: Shortcoming | null
}

type Row = Omit<Note, 'passage' | 'isClosed' | 'shortcoming'> & { passage: string | null; isClosed: number } & {
  [Name in keyof Shortcoming]: Shortcoming[Name] | null
}

const select = `SELECT n.id, p.code AS period, n.kind, n.audience, u.code AS unit, n.input, n.passage, n.seen, n.text, n.is_closed AS isClosed, n.actor, n.at,
    s.category, s.scope, s.extent, s.cause, s.cause_text AS causeText, s.remedy, s.owner, s.due_on AS dueOn, s.state, s.verified_at AS verifiedAt
  FROM note n JOIN period p ON p.key = n.period LEFT JOIN unit u ON u.key = n.unit LEFT JOIN shortcoming s ON s.note = n.key`

function toNote(row: Row): Note {
  const { category, scope, extent, cause, causeText, remedy, owner, dueOn, state, verifiedAt, passage, isClosed, ...note } = row
  return {
    ...note,
    passage: passage === null ? null : (JSON.parse(passage) as Passage),
    isClosed: isClosed === 1,
    shortcoming:
      state === null
        ? null
        : {
            category: category!,
            scope: scope!,
            extent: extent!,
            cause: cause!,
            causeText: causeText!,
            remedy: remedy!,
            owner: owner!,
            dueOn,
            state,
            verifiedAt,
          },
  }
}

/** Refuses with `note.not_found`. */
export function getNote(store: Store, id: Id): Note {
  const row = store.prepare<[string], Row>(`${select} WHERE n.id = ?`).get(id)
  if (!row) throw new AppError('note.not_found', { id })
  return toNote(row)
}

/** Made in a period, oldest first. */
export const listNotes = (store: Store, period: string): Note[] =>
  store.prepare<[string], Row>(`${select} WHERE p.code = ? ORDER BY n.key`).all(period).map(toNote)

/** Everything in words that a note says, for searching. */
export type NoteWords = Pick<Note, 'id' | 'period' | 'unit' | 'kind' | 'audience'> & { words: string; isDone: boolean }

/** Of every period, newest first. */
export const listNoteWords = (store: Store): NoteWords[] =>
  store
    .prepare<[], Omit<NoteWords, 'isDone'> & { isDone: number }>(
      `SELECT n.id, p.code AS period, u.code AS unit, n.kind, n.audience,
         trim(concat_ws(' ', n.text, s.category, s.scope, s.extent, s.cause_text, s.remedy, s.owner)) AS words,
         n.is_closed OR coalesce(s.state, '') = 'verified' AS isDone
       FROM note n JOIN period p ON p.key = n.period LEFT JOIN unit u ON u.key = n.unit LEFT JOIN shortcoming s ON s.note = n.key
       ORDER BY n.key DESC`,
    )
    .all()
    .map(({ isDone, ...note }) => ({ ...note, isDone: isDone === 1 }))

/** Of every period: what lies nearest comes first, those without a date last. */
export const listShortcomings = (store: Store): Note[] =>
  store.prepare<[], Row>(`${select} WHERE n.kind = 'shortcoming' ORDER BY s.due_on IS NULL, s.due_on, u.rank, n.key`).all().map(toNote)

/** How many that nobody has verified are past a day, and how many have theirs from it to another one, both inclusive; days as `YYYY-MM-DD`. */
export const countDueShortcomings = (store: Store, from: string, to: string): { open: number; overdue: number; soon: number } =>
  store
    .prepare<[{ from: string; to: string }], { open: number; overdue: number; soon: number }>(
      `SELECT count(*) AS open, count(*) FILTER (WHERE s.due_on < @from) AS overdue, count(*) FILTER (WHERE s.due_on BETWEEN @from AND @to) AS soon
       FROM shortcoming s JOIN note n ON n.key = s.note WHERE s.state <> 'verified' AND n.is_closed = 0`,
    )
    .get({ from, to })!

export function insertNote(store: Store, { shortcoming, ...note }: Note): void {
  writeAside(store, () => {
    const { lastInsertRowid } = store
      .prepare(
        `INSERT INTO note (id, period, kind, audience, unit, input, passage, seen, text, is_closed, actor, at)
         VALUES (@id, (SELECT key FROM period WHERE code = @period), @kind, @audience, (SELECT key FROM unit WHERE code = @unit), @input, @passage,
           @seen, @text, @isClosed, @actor, @at)`,
      )
      .run({ ...note, passage: note.passage === null ? null : JSON.stringify(note.passage), isClosed: Number(note.isClosed) })
    if (shortcoming)
      store
        .prepare(
          `INSERT INTO shortcoming (note, category, scope, extent, cause, cause_text, remedy, owner, due_on, state, verified_at)
           VALUES (@note, @category, @scope, @extent, @cause, @causeText, @remedy, @owner, @dueOn, @state, @verifiedAt)`,
        )
        .run({ ...shortcoming, note: lastInsertRowid })
  })
}

/** Everything that can change of a note; who made it, when and in which period stay. */
export function updateNote(store: Store, { shortcoming, ...note }: Note): void {
  writeAside(store, () => {
    store
      .prepare(
        `UPDATE note SET audience = @audience, input = @input, passage = @passage, seen = @seen, text = @text, is_closed = @isClosed WHERE id = @id`,
      )
      .run({
        id: note.id,
        audience: note.audience,
        input: note.input,
        passage: note.passage === null ? null : JSON.stringify(note.passage),
        seen: note.seen,
        text: note.text,
        isClosed: Number(note.isClosed),
      })
    if (shortcoming)
      store
        .prepare(
          `UPDATE shortcoming SET category = @category, scope = @scope, extent = @extent, cause = @cause, cause_text = @causeText, remedy = @remedy,
             owner = @owner, due_on = @dueOn, state = @state, verified_at = @verifiedAt WHERE note = (SELECT key FROM note WHERE id = @id)`,
        )
        .run({ ...shortcoming, id: note.id })
  })
}

/** `sha256`: a kept file that shows it. */
export type NoteEntry = { id: Id; note: Id; kind: NoteEntryKind; text: string; sha256: string | null; actor: string; at: Instant }

export const listNoteEntries = (store: Store, note: Id): NoteEntry[] =>
  store
    .prepare<[string], NoteEntry>(
      `SELECT e.id, n.id AS note, e.kind, e.text, e.sha256, e.actor, e.at FROM note_entry e JOIN note n ON n.key = e.note WHERE n.id = ? ORDER BY e.key`,
    )
    .all(note)

export function insertNoteEntry(store: Store, entry: NoteEntry): void {
  writeAside(store, () => {
    store
      .prepare(
        `INSERT INTO note_entry (id, note, kind, text, sha256, actor, at)
         VALUES (@id, (SELECT key FROM note WHERE id = @note), @kind, @text, @sha256, @actor, @at)`,
      )
      .run(entry)
  })
}
