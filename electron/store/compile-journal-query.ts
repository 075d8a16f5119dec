import { DummyDriver, Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery } from 'kysely'
import type { JournalFilter } from './journal-store.ts'
import type { Tables } from './tables.ts'

/** Only writes SQL; better-sqlite3 runs it, like every other query of the store. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

const submission = sql<string>`json_extract(journal_entry.params, '$.submission')`
const namedUnit = sql<string | null>`coalesce(json_extract(journal_entry.params, '$.unit'), owner.code)`

/**
 * By time and not by chain: after a restore several machines wrote into one journal. An answer to a waiting file names
 * its submission only, whose unit is looked up.
 */
export function compileJournalQuery({
  from,
  before,
  actor,
  action,
  unit,
  after,
  limit,
}: JournalFilter): Pick<CompiledQuery, 'sql' | 'parameters'> {
  let query = builder
    .selectFrom('journal_entry')
    .leftJoin('submission', (join) => join.on('submission.id', '=', submission))
    .leftJoin('unit as owner', 'owner.key', 'submission.unit')
    .selectAll('journal_entry')
    .select(namedUnit.as('unit'))
    .orderBy('journal_entry.at', 'desc')
    .orderBy('journal_entry.seq', 'desc')
    .orderBy('journal_entry.machine')
  if (from !== undefined) query = query.where('journal_entry.at', '>=', from)
  if (before !== undefined) query = query.where('journal_entry.at', '<', before)
  if (actor !== undefined) query = query.where('journal_entry.actor', '=', actor)
  if (action !== undefined) query = query.where('journal_entry.action', '=', action)
  if (after !== undefined) {
    const { at, seq, machine } = after
    query = query
      // By itself this bound is one that the index of the order knows.
      .where('journal_entry.at', '<=', at)
      .where((expression) =>
        expression.or([
          expression('journal_entry.at', '<', at),
          expression('journal_entry.seq', '<', seq),
          expression.and([expression('journal_entry.seq', '=', seq), expression('journal_entry.machine', '>', machine)]),
        ]),
      )
  }
  if (unit !== undefined)
    query = query.where((expression) => {
      const isWritten = sql<boolean>`EXISTS (SELECT 1 FROM json_each(journal_entry.rows) WHERE json_extract(value, '$.table') = 'unit' AND json_extract(value, '$.key') = ${unit})`
      return expression.or([expression(namedUnit, '=', unit), isWritten])
    })
  if (limit !== undefined) query = query.limit(limit)
  return query.compile()
}
