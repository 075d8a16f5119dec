import { AppError } from '../../shared/errors.ts'
import type { JournalAction } from '../../shared/messages/journal.ts'
import { isClockBehind } from '../store/database.ts'
import { findLastEntry, insertEntry, type JournalEntry } from '../store/journal-store.ts'
import { readJournalledRow, type JournalledTable } from '../store/journalled-row.ts'
import { getSetting } from '../store/setting-store.ts'
import { canonicalJson, sha256, type Json } from './canonical.ts'
import type { ServiceContext } from './context.ts'

/** Names a written row; its hash is taken by `runCommand` when everything is written. What `key` is, see `journalledTables`. */
export type RowReference = { readonly table: JournalledTable; readonly key: string }

/** `params` say what was asked, without secrets. */
export type EntryDraft = { readonly action: JournalAction; readonly params: Json; readonly rows: readonly RowReference[] }

export type CommandContext = Pick<ServiceContext, 'store' | 'clock' | 'actor'>

/**
 * The only way to change data: one transaction with exactly one journal entry, naming every row of a journalled table that
 * was inserted or changed (the audit finds one that was not named). `write` is synchronous and is all or nothing.
 * Refuses with what `Store.transaction` refuses, `workspace.read_only`, `workspace.clock_back`, and what `write` refuses.
 */
export function runCommand<Result>(
  context: CommandContext,
  write: () => { entry: EntryDraft; result: Result },
  options: { clockBehind?: 'refuse' | 'accept' } = {},
): Result {
  const { store } = context
  if (store.readOnly) throw new AppError('workspace.read_only', { path: store.directory })
  if (store.database.inTransaction) throw new Error('a command inside another one would share its entry')
  return store.transaction(() => {
    const { entry, result } = write()
    const machine = getSetting(store, 'machine')
    const last = findLastEntry(store, machine)
    const at = context.clock()
    if (last && options.clockBehind !== 'accept' && isClockBehind(at, last.at))
      throw new AppError('workspace.clock_back', { now: at, last: last.at })
    const unsigned = {
      machine,
      seq: (last?.seq ?? 0) + 1,
      at,
      actor: context.actor,
      action: entry.action,
      params: canonicalJson(entry.params),
      rows: canonicalJson(entry.rows.map(({ table, key }) => ({ table, key, sha256: hashJournalledRow(context, table, key) }))),
      previous: last?.hash ?? '',
    }
    insertEntry(store, { ...unsigned, hash: hashEntry(unsigned) })
    return result
  })
}

function hashJournalledRow({ store }: CommandContext, table: JournalledTable, key: string): string {
  const row = readJournalledRow(store, table, key)
  if (row === undefined) throw new Error(`the entry names ${table} ${key}, which was not written`)
  return sha256(row)
}

/** SHA-256 over the canonical JSON of every other column. */
export const hashEntry = ({ machine, seq, at, actor, action, params, rows, previous }: Omit<JournalEntry, 'hash'>): string =>
  sha256(canonicalJson({ machine, seq, at, actor, action, params, rows, previous }))
