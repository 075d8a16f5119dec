import { openStore, type Store } from './database.ts'

/**
 * A second, reading connection whose every query sees the same moment, however long the audit takes and whatever the
 * writer does meanwhile. Close it.
 */
export function openSnapshot(directory: string): Store {
  const store = openStore(directory, { mode: 'read', clock: () => new Date(0).toISOString() })
  try {
    store.database.exec('BEGIN')
    store.pluck('SELECT count(*) FROM setting').get()
    return store
  } catch (error) {
    store.close()
    throw error
  }
}

export const listTables = (store: Store): string[] =>
  store.pluck<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()

/** What SQLite itself finds wrong with a table, its constraints and indexes; empty when nothing. At most 10 sentences. */
export function listPageDamage(store: Store, table: string): string[] {
  const found = store.pluck<[], string>(`PRAGMA integrity_check("${table.replaceAll('"', '""')}")`).all()
  return found.filter((line) => line !== 'ok').slice(0, 10)
}

/** How many rows of each table point to a row that is not there. */
export function countRowsPointingNowhere(store: Store): { table: string; count: number }[] {
  return store
    .prepare<[], { table: string; count: number }>('SELECT "table", count(*) AS count FROM pragma_foreign_key_check GROUP BY 1')
    .all()
}

export type SubmissionMark = { key: number; id: string; unit: string | null; period: string; rowSha256: string }

export const iterateSubmissionMarks = (store: Store): IterableIterator<SubmissionMark> =>
  store.database
    .prepare<[], SubmissionMark>(
      `SELECT submission.key, submission.id, unit.code AS unit, period.code AS period, row_sha256 AS rowSha256 FROM submission
       JOIN period ON period.key = submission.period LEFT JOIN unit ON unit.key = submission.unit ORDER BY submission.key`,
    )
    .iterate()

/** Sums kept beside the figures. */
export const countRollups = (store: Store): number =>
  store.pluck<[], number>('SELECT (SELECT count(*) FROM figure_rollup) + (SELECT count(*) FROM indicator_rollup)').get() ?? 0

/** About how many steps the audit of this store has: one per table, entry, row that the journal knows, version, file, period, report, print. */
export const countAuditSteps = (store: Store): number =>
  store
    .pluck<[], number>(
      `SELECT (SELECT count(*) FROM sqlite_schema WHERE type = 'table') + (SELECT count(*) FROM journal_entry)
         + 2 * (SELECT count(*) FROM submission) + (SELECT count(*) FROM receipt) + (SELECT count(*) FROM unit)
         + (SELECT count(*) FROM received_file) + (SELECT count(*) FROM period) + (SELECT count(*) FROM report)
         + (SELECT count(*) FROM narrative_print) + 1`,
    )
    .get() ?? 1
