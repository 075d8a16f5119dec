import Database from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { Store } from './database.ts'
import type { JournalHead } from './journal-store.ts'
import { stepOf } from './migrate.ts'

/**
 * The file a backup is: a SQLite database (readable for as long as SQLite is) with the parts in pieces, because a blob
 * may not pass 1 GB and nothing of a large store should stand in memory at once.
 */
const schema = `
CREATE TABLE manifest (body TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE piece (part TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (part, number)) STRICT;
`
/** "TgBk" */
const applicationId = 0x5467426b

export type ContainerWriter = {
  addPiece(part: string, number: number, body: Uint8Array): void
  finish(manifest: { body: string; sha256: string }): void
  /** Closes without a manifest, which no reader takes for a backup. */
  abandon(): void
}

export function createContainer(path: string): ContainerWriter {
  const database = new Database(path)
  // The file gets its name only when it is whole and synced; until then nothing in it needs to survive.
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma(`application_id = ${applicationId}`)
  database.exec(schema)
  database.exec('BEGIN')
  const insert = database.prepare('INSERT INTO piece (part, number, body) VALUES (?, ?, ?)')
  return {
    addPiece: (part, number, body) => void insert.run(part, number, body),
    finish({ body, sha256 }) {
      database.prepare('INSERT INTO manifest (body, sha256) VALUES (?, ?)').run(body, sha256)
      database.exec('COMMIT')
      database.close()
    },
    abandon: () => database.close(),
  }
}

export type ContainerReader = {
  readonly manifest: { body: string; sha256: string }
  pieces(part: string): IterableIterator<Buffer>
  listParts(): string[]
  close(): void
}

/** Undefined when the file is not one of ours or has no manifest. Reading on may still meet damaged pages (SQLITE_CORRUPT). */
export function openContainer(path: string): ContainerReader | undefined {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const isOurs = Number(database.pragma('application_id', { simple: true })) === applicationId
    const manifest = isOurs ? database.prepare<[], { body: string; sha256: string }>('SELECT body, sha256 FROM manifest').get() : undefined
    if (!manifest) {
      database.close()
      return undefined
    }
    return {
      manifest,
      pieces: (part) => database.prepare<[string], Buffer>('SELECT body FROM piece WHERE part = ? ORDER BY number').pluck().iterate(part),
      listParts: () => database.prepare<[], string>('SELECT DISTINCT part FROM piece ORDER BY part').pluck().all(),
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * One moment of the store as a file of its own, while others go on writing, with its migration step and the ends of its
 * journal chains. Refuses with `workspace.damaged`: a copy that cannot be restored would pass for a backup.
 */
export async function copyStore(store: Store, path: string): Promise<{ step: number; heads: JournalHead[] }> {
  if (existsSync(path)) rmSync(path)
  await store.database.backup(path)
  const copy = new Database(path)
  try {
    // The copy inherits the write-ahead mode; a single file must hold everything.
    copy.pragma('journal_mode = DELETE')
    const found = String(copy.pragma('quick_check(1)', { simple: true }))
    if (found !== 'ok') throw new AppError('workspace.damaged', { detail: found })
    return {
      step: stepOf(copy),
      heads: copy.prepare<[], JournalHead>('SELECT machine, seq, hash FROM journal_head ORDER BY machine').all(),
    }
  } finally {
    copy.close()
  }
}

/** Everything SQLite can find wrong with a whole file, first finding only; null when it is sound. */
export function findFileDamage(store: Store): string | null {
  const found = String(store.database.pragma('integrity_check(1)', { simple: true }))
  if (found !== 'ok') return found
  return (store.database.pragma('foreign_key_check') as unknown[]).length > 0 ? 'foreign_key_check' : null
}
