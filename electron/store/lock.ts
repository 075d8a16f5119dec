import Database from 'better-sqlite3'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { asRefusal } from './store-trouble.ts'

export type WriterLock = { release(): void }

/**
 * The right to write a workspace, held for the life of the writer. An exclusive transaction on a database of its own
 * is a lock of the operating system: gone after kill -9, never stale as a file with a process number would be, and
 * readers of `store.db` do not notice it.
 * Refuses with `workspace.in_use`, `workspace.read_only`.
 */
export function takeWriterLock(directory: string): WriterLock {
  let lock: Database.Database
  try {
    lock = new Database(join(directory, 'lock.db'), { timeout: 0 })
  } catch (error) {
    throw asRefusal(error, directory)
  }
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new AppError('workspace.in_use', {}, { cause: error }) : asRefusal(error, directory)
  }
  return { release: () => lock.close() }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
