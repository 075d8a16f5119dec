import { AppError } from '../../shared/errors.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { Store } from './database.ts'

type UnitRow = Omit<Unit, 'validFrom' | 'validTo' | 'aliases'> & {
  key: number
  valid_from: string | null
  valid_to: string | null
  aliases: string
}

const columns = `key, code, name, kind, line, parent, rank, valid_from, valid_to,
  (SELECT json_group_array(alias) FROM (SELECT alias FROM unit_alias WHERE unit = unit.key ORDER BY alias)) AS aliases`

const toUnit = ({ code, name, kind, line, parent, rank, valid_from, valid_to, aliases }: UnitRow): Unit => ({
  code,
  name,
  kind,
  line,
  parent,
  rank,
  validFrom: valid_from,
  validTo: valid_to,
  aliases: JSON.parse(aliases) as string[],
})

/** All units ever known, in protocol order. What a period expects is `listExpectedUnits`. */
export const listUnits = (store: Store): Unit[] =>
  store.prepare<[], UnitRow>(`SELECT ${columns} FROM unit ORDER BY rank, code`).all().map(toUnit)

/** Names of all units ever known, by code. */
export const unitNames = (store: Store): ReadonlyMap<string, string> =>
  new Map(
    store
      .prepare<[], { code: string; name: string }>('SELECT code, name FROM unit')
      .all()
      .map(({ code, name }) => [code, name]),
  )

/** Keys of all units ever known, by code. */
export const unitKeys = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .prepare<[], { code: string; key: number }>('SELECT code, key FROM unit')
      .all()
      .map(({ code, key }) => [code, key]),
  )

export function findUnit(store: Store, code: string): Unit | undefined {
  const row = store.prepare<[string], UnitRow>(`SELECT ${columns} FROM unit WHERE code = ?`).get(code)
  return row && toUnit(row)
}

/** Refuses with `unit.not_found`. */
export function getUnit(store: Store, code: string): Unit {
  const unit = findUnit(store, code)
  if (!unit) throw new AppError('unit.not_found', { unit: code })
  return unit
}

/** Refuses with `unit.not_found`. */
export function getUnitKey(store: Store, code: string): number {
  const key = store.pluck<[string], number>('SELECT key FROM unit WHERE code = ?').get(code)
  if (key === undefined) throw new AppError('unit.not_found', { unit: code })
  return key
}

/** Inserts the unit, or gives the one with this code its new name, kind, line, parent, rank, span and aliases. */
export function upsertUnit(store: Store, unit: Unit): void {
  const key = store
    .pluck<[Record<string, unknown>], number>(
      `INSERT INTO unit (code, name, kind, line, parent, rank, valid_from, valid_to)
       VALUES (@code, @name, @kind, @line, @parent, @rank, @validFrom, @validTo)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, line = excluded.line, parent = excluded.parent,
         rank = excluded.rank, valid_from = excluded.valid_from, valid_to = excluded.valid_to
       RETURNING key`,
    )
    .get({ ...unit, aliases: null })
  if (key === undefined) throw new Error(`unit ${unit.code} was not written`)
  store.prepare('DELETE FROM unit_alias WHERE unit = ?').run(key)
  const insertAlias = store.prepare('INSERT INTO unit_alias (unit, alias) VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const alias of unit.aliases) insertAlias.run(key, alias)
}
