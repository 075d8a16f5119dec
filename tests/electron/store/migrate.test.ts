import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate, stepOf, type MigrationStep } from '../../../electron/store/migrate.ts'
import { migrationSteps } from '../../../electron/store/migrations/migration-steps.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const one: MigrationStep = { name: 'one', sql: 'CREATE TABLE parent (key INTEGER PRIMARY KEY) STRICT; INSERT INTO parent VALUES (1), (2);' }
const two: MigrationStep = {
  name: 'two',
  sql: 'CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (key)) STRICT; INSERT INTO child VALUES (1);',
}

function emptyFile(): { database: Database.Database; copies: string } {
  const folder = temporaryFolder()
  return { database: new Database(join(folder, 'store.db')), copies: join(folder, 'before-update') }
}
const schemaOf = (database: Database.Database): unknown => database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()

describe('migrate', () => {
  it('runs what is missing, once, and copies a file that holds data first', () => {
    const { database, copies } = emptyFile()
    migrate(database, [one], copies)
    expect(existsSync(copies)).toBe(false)
    migrate(database, [one, two], copies)
    expect(stepOf(database)).toBe(2)
    migrate(database, [one, two], copies)
    expect(database.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(2)
    const copy = new Database(join(copies, 'before-step-2.db'), { readonly: true })
    expect([stepOf(copy), copy.prepare('SELECT count(*) FROM parent').pluck().get()]).toEqual([1, 2])
    copy.close()
    database.close()
  })

  it('leaves the file as it was when a step fails, and can go on afterwards', () => {
    const { database, copies } = emptyFile()
    migrate(database, [one], copies)
    const before = schemaOf(database)
    expect(() =>
      migrate(database, [one, { name: 'broken', sql: 'CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' }], copies),
    ).toThrow('nowhere')
    expect([stepOf(database), schemaOf(database), database.pragma('foreign_keys', { simple: true })]).toEqual([1, before, 1])
    migrate(database, [one, two], copies)
    expect(stepOf(database)).toBe(2)
    database.close()
  })

  it('refuses a step that leaves rows pointing nowhere', () => {
    const { database, copies } = emptyFile()
    migrate(database, [one, two], copies)
    const careless: MigrationStep = { name: 'careless', sql: 'DELETE FROM parent WHERE key = 1;' }
    expect(() => migrate(database, [one, two, careless], copies)).toThrow('pointing nowhere')
    expect(database.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(2)
    database.close()
  })

  it('rebuilds a table that others point to', () => {
    const { database, copies } = emptyFile()
    const rebuild: MigrationStep = {
      name: 'rebuild',
      sql: 'CREATE TABLE next (key INTEGER PRIMARY KEY, x TEXT) STRICT; INSERT INTO next (key) SELECT key FROM parent; DROP TABLE parent; ALTER TABLE next RENAME TO parent;',
    }
    migrate(database, [one, two, rebuild], copies)
    expect(database.prepare('SELECT count(*) FROM child JOIN parent ON parent.key = child.parent').pluck().get()).toBe(1)
    database.close()
  })

  it('refuses a newer file', () => {
    const { database, copies } = emptyFile()
    migrate(database, [one, two], copies)
    expect(() => migrate(database, [one], copies)).toThrow(
      expect.objectContaining({ code: 'workspace.newer', params: { found: 2, known: 1 } }),
    )
    database.close()
  })
})

describe('the steps of the store', () => {
  const stepsTo = (count: number): { database: Database.Database } => {
    const { database, copies } = emptyFile()
    migrate(database, migrationSteps.slice(0, count), copies)
    return { database }
  }

  it.each(migrationSteps.map(({ name }, index) => [name, index + 1] as const))(
    '%s leads to step %i from the one before',
    (_name, number) => {
      const { database } = stepsTo(number - 1)
      migrate(database, migrationSteps.slice(0, number), join(temporaryFolder(), 'copies'))
      expect([stepOf(database), database.pragma('integrity_check', { simple: true })]).toEqual([number, 'ok'])
      database.close()
    },
  )

  it('makes STRICT tables only', () => {
    const { database } = stepsTo(migrationSteps.length)
    expect(
      database
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
        .pluck()
        .all(),
    ).toEqual([])
    database.close()
  })

  it('refuses a figure whose state and value contradict each other', () => {
    const { database } = stepsTo(migrationSteps.length)
    database.pragma('foreign_keys = OFF')
    const insert = database.prepare("INSERT INTO figure (submission, field, state, value, form, cell) VALUES (1, ?, ?, ?, 1, 'A1')")
    expect(() => insert.run(1, 0, null)).toThrow('CHECK')
    expect(() => insert.run(1, 1, 5)).toThrow('CHECK')
    expect(() => insert.run(1, 0, '5x')).toThrow('INTEGER')
    insert.run(1, 0, 5)
    insert.run(2, 3, null)
    database.close()
  })
})
