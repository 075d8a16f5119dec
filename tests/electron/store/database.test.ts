import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationId, createStore, openStore, storePath, type Store } from '../../../electron/store/database.ts'
import { migrationSteps } from '../../../electron/store/migrations/migration-steps.ts'
import { fixedClock } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const { clock } = fixedClock('2026-07-01T00:00:00.000Z')
const open = (directory: string, mode: 'read' | 'write'): Store => openStore(directory, { mode, clock })
const refusal = (code: string, params?: object) =>
  expect.objectContaining({ name: 'AppError', code, ...(params && { params: expect.objectContaining(params) }) })
const attempt = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('opening a workspace', () => {
  it('refuses a folder without one', () => {
    const folder = temporaryFolder()
    expect(attempt(() => open(folder, 'read'))).toEqual(refusal('workspace.not_found', { path: folder }))
    expect(attempt(() => open(folder, 'write'))).toEqual(refusal('workspace.not_found'))
    expect(existsSync(join(folder, 'lock.db'))).toBe(false)
  })

  it('has every pragma it promises', () => {
    const { context } = testWorkspace()
    const pragma = (name: string): unknown => context.store.database.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      trustedSchema: pragma('trusted_schema'),
      cellSizeCheck: pragma('cell_size_check'),
      recursiveTriggers: pragma('recursive_triggers'),
      applicationId: pragma('application_id'),
      busyTimeout: pragma('busy_timeout'),
      step: pragma('user_version'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      recursiveTriggers: 1,
      applicationId,
      busyTimeout: 5000,
      step: migrationSteps.length,
    })
  })

  it('lets readers work beside the one writer, and refuses a second writer until the first is gone', () => {
    const { directory, context } = testWorkspace()
    expect(attempt(() => open(directory, 'write'))).toEqual(refusal('workspace.in_use'))
    const reader = open(directory, 'read')
    const before = reader.pluck('SELECT count(*) FROM unit').get()
    context.store.transaction(() =>
      context.store.prepare("INSERT INTO unit (code, name, kind, line, rank) VALUES ('x', 'X', 'xa', 'other', 1)").run(),
    )
    expect(reader.pluck('SELECT count(*) FROM unit').get()).toBe(Number(before) + 1)
    expect(attempt(() => reader.prepare('DELETE FROM unit').run())).toMatchObject({ code: 'SQLITE_READONLY' })
    reader.close()
    context.store.close()
    const next = open(directory, 'write')
    expect(next.readOnly).toBe(false)
    next.close()
  })

  it('refuses a file of a newer program and leaves it as it is', () => {
    const { directory, context } = testWorkspace()
    context.store.database.pragma('user_version = 99')
    context.store.close()
    const before = readFileSync(storePath(directory))
    const expected = refusal('workspace.newer', { found: 99, known: migrationSteps.length })
    expect(attempt(() => open(directory, 'read'))).toEqual(expected)
    expect(attempt(() => open(directory, 'write'))).toEqual(expected)
    expect(readFileSync(storePath(directory)).equals(before)).toBe(true)
  })

  it('refuses what is no database, another database, and half a database', () => {
    const folder = temporaryFolder()
    writeFileSync(storePath(folder), 'đây là một tệp văn bản, không phải dữ liệu '.repeat(50))
    expect(attempt(() => open(folder, 'write'))).toEqual(refusal('workspace.damaged'))
    expect(attempt(() => open(folder, 'read'))).toEqual(refusal('workspace.damaged'))
    rmSync(storePath(folder))
    const other = new Database(storePath(folder))
    other.exec('CREATE TABLE t (x)')
    other.close()
    expect(attempt(() => open(folder, 'write'))).toEqual(refusal('workspace.damaged', { detail: 'store.db: application_id' }))
    const { directory, context } = testWorkspace()
    context.store.close()
    truncateSync(storePath(directory), 40_960)
    expect(attempt(() => open(directory, 'write'))).toEqual(refusal('workspace.damaged'))
  })

  it('opens a store with a broken page for reading only, and says what is broken', () => {
    const { directory, context } = testWorkspace()
    const page = Number(context.store.pluck("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_head'").get())
    context.store.close()
    const descriptor = openSync(storePath(directory), 'r+')
    writeSync(descriptor, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096)
    closeSync(descriptor)
    expect(attempt(() => open(directory, 'write'))).toEqual(refusal('workspace.damaged'))
    const reader = open(directory, 'read')
    expect(reader.damage).toMatch(/page|journal_head|malformed/i)
    expect(reader.pluck('SELECT count(*) FROM unit').get()).toBe(108)
    reader.close()
  })

  it('refuses to write when the clock is far behind the last entry, not when it is a little behind', () => {
    const { directory, context, setClock } = testWorkspaceWithPeriod()
    const last = String(context.store.pluck('SELECT max(at) FROM journal_entry').get())
    context.store.close()
    const at = (shiftMs: number) => (): string => new Date(Date.parse(last) + shiftMs).toISOString()
    setClock(last)
    expect(attempt(() => openStore(directory, { mode: 'write', clock: at(-3_600_000) }))).toEqual(refusal('workspace.clock_back', { last }))
    openStore(directory, { mode: 'read', clock: at(-3_600_000) }).close()
    openStore(directory, { mode: 'write', clock: at(-240_000) }).close()
    openStore(directory, { mode: 'write', clock: at(-3_600_000), clockBehind: 'accept' }).close()
  })

  it('does not make a second workspace over one that has entries, but finishes one that never began', () => {
    const { directory, context } = testWorkspace()
    context.store.close()
    expect(attempt(() => createStore(directory))).toEqual(refusal('workspace.exists', { path: directory }))
    const folder = temporaryFolder()
    createStore(folder).close()
    expect(testWorkspace(folder).context.store.pluck('SELECT count(*) FROM unit').get()).toBe(108)
  })

  it('says so when the folder cannot be made because a file stands there', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'data'), '')
    expect(attempt(() => createStore(join(folder, 'data', 'deep')))).toEqual(refusal('workspace.read_only'))
  })
})

describe('a store', () => {
  it('rolls everything back when a transaction throws, and inner ones alone', () => {
    const { context } = testWorkspace()
    const { store } = context
    const insert = (code: string): void =>
      void store.prepare("INSERT INTO unit (code, name, kind, line, rank) VALUES (?, 'X', 'xa', 'other', 1)").run(code)
    const stop = new Error('stop')
    expect(() =>
      store.transaction(() => {
        insert('a')
        throw stop
      }),
    ).toThrow(stop)
    store.transaction(() => {
      insert('b')
      expect(() =>
        store.transaction(() => {
          insert('c')
          throw stop
        }),
      ).toThrow(stop)
    })
    expect(store.pluck("SELECT code FROM unit WHERE line = 'other'").all()).toEqual(['b'])
  })

  it('never lets a bare value leak into a statement that others use for rows', () => {
    const { context } = testWorkspace()
    const sql = "SELECT name FROM setting WHERE name = 'machine'"
    expect(context.store.pluck(sql).get()).toBe('machine')
    expect(context.store.prepare(sql).get()).toEqual({ name: 'machine' })
    expect(context.store.prepare(sql)).toBe(context.store.prepare(sql))
  })

  it('keeps the journal append-only, against REPLACE too', () => {
    const { context } = testWorkspace()
    const { database } = context.store
    expect(() => database.exec("UPDATE journal_entry SET actor = 'x'")).toThrow('append-only')
    expect(() => database.exec('DELETE FROM journal_entry')).toThrow('append-only')
    expect(() => database.exec('INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry')).toThrow('append-only')
  })

  it('opens from write-protected media, where nothing can stand beside the file', () => {
    const { directory, context } = testWorkspace()
    context.store.close()
    const folder = join(temporaryFolder(), 'copy')
    mkdirSync(folder)
    copyFileSync(storePath(directory), storePath(folder))
    // A folder in the place of the shared-memory file stands in for a medium that refuses to create it.
    mkdirSync(`${storePath(folder)}-shm`)
    const reader = open(folder, 'read')
    expect(reader.pluck('SELECT count(*) FROM unit').get()).toBe(108)
    reader.close()
  })
})
