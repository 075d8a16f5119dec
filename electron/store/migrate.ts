import Database from 'better-sqlite3'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

export type MigrationStep = { readonly name: string; readonly sql: string }

/** Step the file stands at; 0 for a new file. */
export const stepOf = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }))

/** Refuses a file that a newer program has written (`workspace.newer`). */
export function refuseNewer(database: Database.Database, known: number): void {
  const found = stepOf(database)
  if (found > known) throw new AppError('workspace.newer', { found, known })
}

/**
 * Brings the file to the last step. A file that already holds data is copied first, to
 * `before-step-<n>.db` in `copyDirectory`. Each step is one transaction together with its `user_version`: a step that
 * fails leaves the file at the step before it. Refuses with `workspace.newer`.
 */
export function migrate(database: Database.Database, steps: readonly MigrationStep[], copyDirectory: string): void {
  refuseNewer(database, steps.length)
  const found = stepOf(database)
  if (found === steps.length) return
  if (found > 0) keepCopy(database, copyDirectory, found + 1)
  // Rebuilding a table drops the old one, which must not cascade; it cannot be switched inside a transaction.
  database.pragma('foreign_keys = OFF')
  try {
    steps.forEach((step, index) => {
      if (index >= found) database.transaction(() => runStep(database, step, index + 1)).exclusive()
    })
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

function runStep(database: Database.Database, step: MigrationStep, number: number): void {
  database.exec(step.sql)
  const broken = database.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`step ${number} (${step.name}) leaves ${broken.length} rows pointing nowhere`)
  database.pragma(`user_version = ${number}`)
}

function keepCopy(database: Database.Database, directory: string, number: number): void {
  mkdirSync(directory, { recursive: true })
  const copy = join(directory, `before-step-${number}.db`)
  const unfinished = `${copy}.part`
  rmSync(unfinished, { force: true })
  database.prepare('VACUUM INTO ?').run(unfinished)
  const descriptor = openSync(unfinished, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, copy)
}

type SchemaRow = { name: string; sql: string | null }

const schemaOf = (database: Database.Database): SchemaRow[] =>
  database.prepare<[], SchemaRow>("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name, type").all()

/**
 * Name of the first table, index or trigger that is not as the steps made it, or null. A missing append-only trigger or
 * an altered constraint leaves every page sound.
 */
export function findSchemaDamage(database: Database.Database, steps: readonly MigrationStep[]): string | null {
  const made = new Database(':memory:')
  try {
    for (const { sql } of steps.slice(0, stepOf(database))) made.exec(sql)
    const expected = schemaOf(made)
    const found = schemaOf(database)
    const wrong = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
      (index) => expected[index]?.name !== found[index]?.name || expected[index]?.sql !== found[index]?.sql,
    )
    return wrong === undefined ? null : (expected[wrong]?.name ?? found[wrong]?.name ?? 'sqlite_schema')
  } finally {
    made.close()
  }
}
