import type { Store } from './database.ts'

/** A file kept unchanged; `keptAs` is relative to the workspace's folder of files. */
export type ReceivedFile = { sha256: string; bytes: number; keptAs: string }

export function findReceivedFile(store: Store, sha256: string): ReceivedFile | undefined {
  const row = store
    .prepare<[string], { sha256: string; bytes: number; kept_as: string }>(
      'SELECT sha256, bytes, kept_as FROM received_file WHERE sha256 = ?',
    )
    .get(sha256)
  return row && { sha256: row.sha256, bytes: row.bytes, keptAs: row.kept_as }
}

/** The sizes in bytes of everything kept: what has another size is not among it. */
export const listReceivedSizes = (store: Store): ReadonlySet<number> =>
  new Set(store.pluck<[], number>('SELECT DISTINCT bytes FROM received_file').all())

/** The same bytes arriving again change nothing. */
export const insertReceivedFile = (store: Store, file: ReceivedFile): void =>
  void store
    .prepare('INSERT INTO received_file (sha256, bytes, kept_as) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING')
    .run(file.sha256, file.bytes, file.keptAs)

/** In order of their hashes. */
export const listReceivedFiles = (store: Store): ReceivedFile[] =>
  store
    .prepare<[], { sha256: string; bytes: number; kept_as: string }>('SELECT sha256, bytes, kept_as FROM received_file ORDER BY sha256')
    .all()
    .map((row) => ({ sha256: row.sha256, bytes: row.bytes, keptAs: row.kept_as }))
