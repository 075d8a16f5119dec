import type { Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'
import { writeAside } from './one-moment.ts'

/** One line of the journal as stored; `params` and `rows` are canonical JSON texts, `previous` is '' in the first entry. */
export type JournalEntry = {
  machine: string
  seq: number
  at: Instant
  actor: string
  action: string
  params: string
  rows: string
  previous: string
  hash: string
}
export type JournalHead = { machine: string; seq: number; hash: string }

const columns = 'machine, seq, at, actor, action, params, rows, previous, hash'

export const findLastEntry = (store: Store, machine: string): JournalEntry | undefined =>
  store.prepare<[string], JournalEntry>(`SELECT ${columns} FROM journal_entry WHERE machine = ? ORDER BY seq DESC LIMIT 1`).get(machine)

/** The newest entry with this action, of whichever machine. */
export const findLastEntryOf = (store: Store, action: string): JournalEntry | undefined =>
  store
    .prepare<[string], JournalEntry>(`SELECT ${columns} FROM journal_entry WHERE action = ? ORDER BY at DESC, seq DESC LIMIT 1`)
    .get(action)

/** How many entries of each action one machine wrote after `seq`. */
export const countEntriesSince = (store: Store, machine: string, seq: number): { action: string; count: number }[] =>
  store
    .prepare<[string, number], { action: string; count: number }>(
      'SELECT action, count(*) AS count FROM journal_entry WHERE machine = ? AND seq > ? GROUP BY action ORDER BY action',
    )
    .all(machine, seq)

/** Appends and moves the chain's head, in the caller's transaction. */
export function insertEntry(store: Store, entry: JournalEntry): void {
  writeAside(store, () => {
    store
      .prepare(`INSERT INTO journal_entry (${columns}) VALUES (@machine, @seq, @at, @actor, @action, @params, @rows, @previous, @hash)`)
      .run(entry)
    store
      .prepare(
        'INSERT INTO journal_head (machine, seq, hash) VALUES (@machine, @seq, @hash) ON CONFLICT (machine) DO UPDATE SET seq = excluded.seq, hash = excluded.hash',
      )
      .run({ machine: entry.machine, seq: entry.seq, hash: entry.hash })
  })
}

/** Chain after chain, each in order, without holding all of them in memory. */
export const iterateEntries = (store: Store): IterableIterator<JournalEntry> =>
  store.database.prepare<[], JournalEntry>(`SELECT ${columns} FROM journal_entry ORDER BY machine, seq`).iterate()

/** Every given condition holds; `from` is the first moment, `before` the first one after. */
export type JournalFilter = {
  from?: Instant | undefined
  before?: Instant | undefined
  actor?: string | undefined
  action?: string | undefined
  /** Code of the unit that the entry is about: named in its params, owner of the submission named there, or written as a row. */
  unit?: string | undefined
  /** Only what comes after this line in the order of the list. */
  after?: JournalPlace | undefined
  limit?: number | undefined
}

/** A line's place in the list. */
export type JournalPlace = Pick<JournalEntry, 'at' | 'seq' | 'machine'>
/** `unit` is the code of the one that the entry is about. */
export type ListedEntry = JournalEntry & { unit: string | null }

/** Entries of all chains, newest first, with the unit each is about. */
export async function listEntries(store: Store, filter: JournalFilter = {}): Promise<ListedEntry[]> {
  const { compileJournalQuery } = await import('./compile-journal-query.ts')
  const { sql, parameters } = compileJournalQuery(filter)
  return store.prepare<unknown[], ListedEntry>(sql).all(...parameters)
}

export const listActors = (store: Store): string[] => store.pluck<[], string>('SELECT DISTINCT actor FROM journal_entry').all()

export const listHeads = (store: Store): JournalHead[] =>
  store.prepare<[], JournalHead>('SELECT machine, seq, hash FROM journal_head ORDER BY machine').all()
