import type { Programme } from '../../shared/domain/programme.ts'
import { readStoredProgramme } from '../../shared/domain/read-stored-programme.ts'
import type { Store } from './database.ts'

/**
 * Keeps the programme (checked by the caller) under its version, and gives its fields their integer keys.
 * `body` is the JSON text whose SHA-256 is given.
 */
export function insertProgramme(store: Store, programme: Programme, body: string, sha256: string): void {
  store
    .prepare('INSERT INTO programme (version, code, sha256, body) VALUES (?, ?, ?, ?)')
    .run(programme.version, programme.code, sha256, body)
  // A field that an earlier version already had keeps its key, and with it its figures.
  const insertField = store.prepare('INSERT INTO field (code) VALUES (?) ON CONFLICT (code) DO NOTHING')
  for (const field of programme.fields) insertField.run(field.code)
}

/** By store and version: nearly every query needs the programme, and reading its text takes as long as the rest of `figures`. */
const known = new WeakMap<Store, Map<number, { sha256: string; programme: Programme }>>()

/**
 * The programme as it was checked when it came in; throws when this version is not there. Shared by all callers, hence
 * frozen through and through.
 */
export function getProgramme(store: Store, version: number): Programme {
  const sha256 = store.pluck<[number], string>('SELECT sha256 FROM programme WHERE version = ?').get(version)
  let versions = known.get(store)
  if (!versions) known.set(store, (versions = new Map()))
  const found = versions.get(version)
  // After a rollback the same number may come to mean another programme.
  if (found && found.sha256 === sha256) return found.programme
  const body = store.pluck<[number], string>('SELECT body FROM programme WHERE version = ?').get(version)
  if (sha256 === undefined || body === undefined) throw new Error(`programme version ${version} is missing`)
  const programme = freeze(readStoredProgramme(body))
  versions.set(version, { sha256, programme })
  return programme
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

/** Versions of programmes that have rules of their own. */
export const listVersionsWithRules = (store: Store): number[] =>
  store.pluck<[], number>("SELECT version FROM programme WHERE json_array_length(body, '$.rules') > 0 ORDER BY version").all()

/** The version new periods are opened with. */
export function getLatestProgramme(store: Store): Programme {
  const version = store.pluck<[], number | null>('SELECT max(version) FROM programme').get()
  if (version === undefined || version === null) throw new Error('the workspace has no programme')
  return getProgramme(store, version)
}

/** Integer key of every field, by bare code (`um_total`). */
export const fieldKeys = (store: Store): Map<string, number> =>
  new Map(
    store
      .prepare<[], { code: string; key: number }>('SELECT code, key FROM field')
      .all()
      .map(({ code, key }) => [code, key]),
  )

/** Bare code of every field, by integer key. */
export const fieldCodes = (store: Store): Map<number, string> =>
  new Map(
    store
      .prepare<[], { code: string; key: number }>('SELECT code, key FROM field')
      .all()
      .map(({ code, key }) => [key, code]),
  )
