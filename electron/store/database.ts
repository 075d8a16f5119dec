import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Instant } from '../../shared/domain/identity.ts'
import { takeWriterLock, type WriterLock } from './lock.ts'
import { findSchemaDamage, migrate, refuseNewer, stepOf } from './migrate.ts'
import { migrationSteps } from './migrations/migration-steps.ts'
import { asRefusal } from './store-trouble.ts'
import { finishSwap, isSwapDecided } from './swap-workspace.ts'

/** "TgHp": tells our store from any other SQLite file. */
export const applicationId = 0x54674870

/** Above this, the check of every page costs a noticeable part of a command's start; the audit does it in the background. */
const largestCheckedAtStart = 8 * 1024 * 1024

/** An open workspace. Layout of `directory`: store.db, lock.db, files/<2 hex>/<sha256>.<ext>, reports/, log/. */
export type Store = {
  readonly database: Database.Database
  readonly directory: string
  readonly filesDirectory: string
  readonly reportsDirectory: string
  readonly readOnly: boolean
  /** What is broken, for a store opened for reading all the same; null for a sound one. A damaged one never opens for writing. */
  readonly damage: string | null
  /** One prepared statement per text and store, rows as objects. Never change its mode (`pluck`, `raw`): others share it. */
  prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Database.Statement<Parameters, Row>
  /** The same for one column: `get` and `all` give bare values. */
  pluck<Parameters extends unknown[] = unknown[], Value = unknown>(sql: string): Database.Statement<Parameters, Value>
  /**
   * BEGIN IMMEDIATE … COMMIT, rolled back when `run` throws; inside another one a savepoint. `run` is synchronous.
   * Refuses with `workspace.disk_full`, `workspace.read_only`, `workspace.damaged`.
   */
  transaction<Result>(run: () => Result): Result
  close(): void
  /** Closes the file and gives the writer's lock to the caller, who releases it; only a store open for writing has one. */
  handOver(): WriterLock
}

export type OpenOptions = {
  mode: 'write' | 'read'
  clock: () => Instant
  /** `accept` opens for writing although the clock is behind the last entry: only to record that it is right now. */
  clockBehind?: 'refuse' | 'accept'
}

export const storePath = (directory: string): string => join(directory, 'store.db')

/** A folder in the middle of a restore is one too: its next writer finishes that first. */
export const hasWorkspace = (directory: string): boolean => existsSync(storePath(directory)) || isSwapDecided(directory)

/**
 * Opens an existing workspace. A writer is alone (`workspace.in_use`) and finds a store that is whole, of this program's
 * step or an older one, and not from the future; readers work beside it.
 * Refuses with `workspace.not_found | in_use | newer | damaged | read_only | clock_back`.
 */
export function openStore(directory: string, options: OpenOptions): Store {
  if (!hasWorkspace(directory)) throw new AppError('workspace.not_found', { path: directory })
  try {
    // A reader must not see half of one workspace and half of another.
    if (options.mode === 'read' && isSwapDecided(directory)) underLock(directory, (lock) => lock.release())
    return options.mode === 'write' ? openWriter(directory, options) : openReader(directory, options)
  } catch (error) {
    throw asRefusal(error, directory)
  }
}

/**
 * Makes the folders and an empty store, open for writing. A store without a single entry is the rest of an interrupted
 * set-up and is taken over. Refuses with `workspace.exists | in_use | read_only | disk_full`.
 */
export function createStore(directory: string): Store {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    const refusal = asRefusal(error, directory)
    // On a read-only file system Node says ENOENT here, over a file EEXIST.
    throw refusal instanceof AppError ? refusal : new AppError('workspace.read_only', { path: directory }, { cause: error })
  }
  return underLock(directory, (lock) => {
    const database = connect(storePath(directory), {}, directory)
    return closingOnFailure(database, () => {
      settle(database)
      if (stepOf(database) > 0 && lastEntryAt(database) !== undefined) throw new AppError('workspace.exists', { path: directory })
      prepareForWriting(database, directory)
      return storeOver(database, directory, { lock, damage: null })
    })
  })
}

function openWriter(directory: string, options: OpenOptions): Store {
  return underLock(directory, (lock) => {
    const database = connect(storePath(directory), { fileMustExist: true }, directory)
    return closingOnFailure(database, () => {
      settle(database)
      refuseForeign(database)
      refuseNewer(database, migrationSteps.length)
      const damage = findDamage(database, directory)
      if (damage !== null) throw new AppError('workspace.damaged', { detail: damage })
      prepareForWriting(database, directory)
      if (options.clockBehind !== 'accept') refuseClockBack(database, options.clock())
      return storeOver(database, directory, { lock, damage: null })
    })
  })
}

function openReader(directory: string, options: OpenOptions): Store {
  let database = connectReader(directory)
  return closingOnFailure(
    () => database,
    () => {
      settle(database)
      refuseForeign(database)
      refuseNewer(database, migrationSteps.length)
      const damage = findDamage(database, directory)
      if (damage === null && stepOf(database) < migrationSteps.length) {
        // Queries are written for the last step only, so even a reader needs the file there.
        database.close()
        openWriter(directory, { ...options, mode: 'write', clockBehind: 'accept' }).close()
        database = connectReader(directory)
        settle(database)
      }
      return storeOver(database, directory, { lock: null, damage })
    },
  )
}

/** Readers need the `-shm` file beside the store; on write-protected media without one, the file cannot change either. */
function connectReader(directory: string): Database.Database {
  const path = storePath(directory)
  try {
    const database = connect(path, { readonly: true, fileMustExist: true }, directory)
    return closingOnFailure(database, () => {
      database.pragma('schema_version')
      return database
    })
  } catch (error) {
    const refusal = asRefusal(error, directory)
    const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
    if (!(refusal instanceof AppError) || refusal.code !== 'workspace.read_only' || (wal && wal.size > 0)) throw refusal
    return connect(readAsUnlogged(path), { readonly: true }, directory)
  }
}

/** The whole store in memory, marked as one without a write-ahead log (bytes 18 and 19, https://sqlite.org/fileformat.html §1.3.3). */
function readAsUnlogged(path: string): Buffer {
  const bytes = readFileSync(path)
  bytes.fill(1, 18, 20)
  return bytes
}

function connect(path: string | Buffer, options: Database.Options, directory: string): Database.Database {
  try {
    // A reader may meet the moment in which the writer recovers or resets the log.
    return new Database(path, { timeout: 5000, ...options })
  } catch (error) {
    throw asRefusal(error, directory)
  }
}

/** Settings of the connection; the first statement also tells whether the file is a database at all. */
function settle(database: Database.Database): void {
  database.pragma('schema_version')
  // A power cut after "đã tiếp nhận" must not take the figure back: every commit reaches the disk.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // A tampered schema cannot call functions through views, triggers or defaults.
  database.pragma('trusted_schema = OFF')
  // Damaged cells are found when a page is read instead of giving wrong rows.
  database.pragma('cell_size_check = ON')
  // REPLACE deletes rows, and only then fires the triggers that keep the journal append-only.
  database.pragma('recursive_triggers = ON')
  // Sorting never spills figures into a folder outside the workspace.
  database.pragma('temp_store = MEMORY')
  // What one screen or one file of a large workspace touches stays in memory.
  database.pragma('cache_size = -32768')
}

function prepareForWriting(database: Database.Database, directory: string): void {
  if (stepOf(database) === 0) database.pragma(`application_id = ${applicationId}`)
  // Readers work beside the writer, and a commit is one append and one sync.
  database.pragma('journal_mode = WAL')
  // After one large import the log does not stay large beside the store for ever.
  database.pragma(`journal_size_limit = ${32 * 1024 * 1024}`)
  migrate(database, migrationSteps, join(directory, 'before-update'))
  for (const folder of ['files', 'reports', 'log']) mkdirSync(join(directory, folder), { recursive: true })
}

function refuseForeign(database: Database.Database): void {
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId)
    throw new AppError('workspace.damaged', { detail: 'store.db: application_id' })
}

/** What is wrong with the schema, or the first thing with the pages of a store small enough to be checked at every start; or null. */
function findDamage(database: Database.Database, directory: string): string | null {
  try {
    const schemaDamage = findSchemaDamage(database, migrationSteps)
    if (schemaDamage !== null) return `sqlite_schema: ${schemaDamage}`
    if (statSync(storePath(directory)).size > largestCheckedAtStart) return null
    const found = String(database.pragma('quick_check(1)', { simple: true }))
    return found === 'ok' ? null : found
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Minutes a clock may be set back, by a person or by the system, without anybody noticing. */
const clockToleranceMs = 5 * 60_000

/** Refuses with `workspace.clock_back` when `now` is more than five minutes before the last entry. */
function refuseClockBack(database: Database.Database, now: Instant): void {
  const last = lastEntryAt(database)
  if (last !== undefined && isClockBehind(now, last)) throw new AppError('workspace.clock_back', { now, last })
}

export const isClockBehind = (now: Instant, last: Instant): boolean => Date.parse(now) < Date.parse(last) - clockToleranceMs

function lastEntryAt(database: Database.Database): Instant | undefined {
  const machine = database.prepare("SELECT value FROM setting WHERE name = 'machine'").pluck().get()
  return database.prepare('SELECT at FROM journal_entry WHERE machine = ? ORDER BY seq DESC LIMIT 1').pluck().get(machine) as
    | Instant
    | undefined
}

function underLock<Result>(directory: string, run: (lock: WriterLock) => Result): Result {
  const lock = takeWriterLock(directory)
  try {
    finishSwap(directory)
    return run(lock)
  } catch (error) {
    lock.release()
    throw asRefusal(error, directory)
  }
}

function closingOnFailure<Result>(database: Database.Database | (() => Database.Database), run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    ;(typeof database === 'function' ? database() : database).close()
    throw error
  }
}

function storeOver(database: Database.Database, directory: string, open: { lock: WriterLock | null; damage: string | null }): Store {
  const rowStatements = new Map<string, Database.Statement>()
  const valueStatements = new Map<string, Database.Statement>()
  let { lock } = open
  const runAny = database.transaction((run: () => unknown) => run())
  return {
    database,
    directory,
    filesDirectory: join(directory, 'files'),
    reportsDirectory: join(directory, 'reports'),
    readOnly: open.lock === null,
    damage: open.damage,
    prepare<Parameters extends unknown[], Row>(sql: string) {
      let statement = rowStatements.get(sql)
      if (!statement) rowStatements.set(sql, (statement = database.prepare(sql)))
      return statement as unknown as Database.Statement<Parameters, Row>
    },
    pluck<Parameters extends unknown[], Value>(sql: string) {
      let statement = valueStatements.get(sql)
      if (!statement) valueStatements.set(sql, (statement = database.prepare(sql).pluck()))
      return statement as unknown as Database.Statement<Parameters, Value>
    },
    transaction<Result>(run: () => Result): Result {
      try {
        return runAny.immediate(run) as Result
      } catch (error) {
        throw asRefusal(error, directory)
      }
    },
    close() {
      database.close()
      lock?.release()
    },
    handOver() {
      if (!lock) throw new Error('a store open for reading has no lock to hand over')
      const handed = lock
      lock = null
      database.close()
      return handed
    },
  }
}
