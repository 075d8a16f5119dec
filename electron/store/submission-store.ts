import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Channel, MappedSubmission, SubmissionState } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'
import { getPeriodKey } from './period-store.ts'
import { hashStoredRows } from './row-hash.ts'
import { insertStoredRows, toStoredRows } from './submission-rows.ts'
import { getUnitKey } from './unit-store.ts'

/** One received version as stored; codes instead of keys, except its own. */
export type StoredSubmission = {
  key: number
  id: Id
  period: string
  /** Null while a person must still say whose it is. */
  unit: string | null
  version: number
  state: SubmissionState
  sha256: string
  originalName: string
  contentSha256: string
  rowSha256: string
  layout: MappedSubmission['layout']
  nilReport: boolean
  templateVersion: number | null
  /** JSON written and read by the import; null unless held. */
  question: string | null
  receivedAt: Instant
  channel: Channel
  importedAt: Instant
  afterClose: boolean
  actor: string
}

export type NewSubmission = Omit<StoredSubmission, 'key' | 'version' | 'rowSha256'> &
  Pick<MappedSubmission, 'figures' | 'texts' | 'communeRows'>

type Row = {
  key: number
  id: string
  period: string
  unit: string | null
  version: number
  state: SubmissionState
  sha256: string
  original_name: string
  content_sha256: string
  row_sha256: string
  layout: MappedSubmission['layout']
  nil_report: number
  template_version: number | null
  question: string | null
  received_at: string
  channel: Channel
  imported_at: string
  after_close: number
  actor: string
}

const select = `SELECT s.key, s.id, p.code AS period, u.code AS unit, s.version, s.state, s.sha256, s.original_name, s.content_sha256, s.row_sha256,
    s.layout, s.nil_report, s.template_version, s.question, s.received_at, s.channel, s.imported_at, s.after_close, s.actor
  FROM submission s JOIN period p ON p.key = s.period LEFT JOIN unit u ON u.key = s.unit`

const toSubmission = (row: Row): StoredSubmission => ({
  key: row.key,
  id: row.id,
  period: row.period,
  unit: row.unit,
  version: row.version,
  state: row.state,
  sha256: row.sha256,
  originalName: row.original_name,
  contentSha256: row.content_sha256,
  rowSha256: row.row_sha256,
  layout: row.layout,
  nilReport: row.nil_report === 1,
  templateVersion: row.template_version,
  question: row.question,
  receivedAt: row.received_at,
  channel: row.channel,
  importedAt: row.imported_at,
  afterClose: row.after_close === 1,
  actor: row.actor,
})

const unitKey = (store: Store, code: string | null): number | null => (code === null ? null : getUnitKey(store, code))

/** The next number of a unit's versions in a period; 0 while nobody knows whose it is. Never given twice. */
const nextVersion = (store: Store, period: number, unit: number | null): number =>
  unit === null
    ? 0
    : // Without max(): SQLite prepares a sort for it, which takes longer than reading the few versions there are.
      Math.max(
        0,
        ...store.pluck<[number, number], number>('SELECT version FROM submission WHERE period = ? AND unit = ?').all(period, unit),
      ) + 1

/** Stores a version with all it says, in the caller's transaction; the file must be kept already. Gives its key. */
export function insertSubmission(store: Store, next: NewSubmission): number {
  const period = getPeriodKey(store, next.period)
  const unit = unitKey(store, next.unit)
  const rows = toStoredRows(store, next)
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO submission (id, period, unit, version, state, sha256, original_name, content_sha256, row_sha256, layout, nil_report,
         template_version, question, received_at, channel, imported_at, after_close, actor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      next.id,
      period,
      unit,
      nextVersion(store, period, unit),
      next.state,
      next.sha256,
      next.originalName,
      next.contentSha256,
      hashStoredRows(rows),
      next.layout,
      next.nilReport ? 1 : 0,
      next.templateVersion,
      next.question,
      next.receivedAt,
      next.channel,
      next.importedAt,
      next.afterClose ? 1 : 0,
      next.actor,
    )
  const key = Number(lastInsertRowid)
  insertStoredRows(store, key, rows)
  return key
}

/** New state of a version; whoever is no longer held has no question any more. */
export const updateSubmissionState = (store: Store, key: number, state: Exclude<SubmissionState, 'held'>): void =>
  void store.prepare<[string, number]>('UPDATE submission SET state = ?, question = NULL WHERE key = ?').run(state, key)

/** A held version's next question, with the unit and period that are known by now; another unit or period gives it a new version number. */
export function updateHeldSubmission(
  store: Store,
  key: number,
  held: { period: string; unit: string | null; question: string; afterClose: boolean },
): void {
  const period = getPeriodKey(store, held.period)
  const unit = unitKey(store, held.unit)
  const isSame = store
    .pluck<[number, number, number | null], number>('SELECT 1 FROM submission WHERE key = ? AND period = ? AND unit IS ?')
    .get(key, period, unit)
  if (!isSame)
    store
      .prepare('UPDATE submission SET period = ?, unit = ?, version = ? WHERE key = ?')
      .run(period, unit, nextVersion(store, period, unit), key)
  store
    .prepare("UPDATE submission SET question = ?, after_close = ? WHERE key = ? AND state = 'held'")
    .run(held.question, held.afterClose ? 1 : 0, key)
}

/** What a held version says once a person has settled how its file is read; the rows that stood there before are gone. */
export function updateHeldContent(
  store: Store,
  key: number,
  content: Pick<NewSubmission, 'contentSha256' | 'layout' | 'figures' | 'texts' | 'communeRows'>,
): void {
  const rows = toStoredRows(store, content)
  for (const table of ['figure', 'text_input', 'commune_figure'])
    store.prepare<[number]>(`DELETE FROM ${table} WHERE submission = ?`).run(key)
  insertStoredRows(store, key, rows)
  store
    .prepare<[string, string, string, number]>(
      "UPDATE submission SET content_sha256 = ?, row_sha256 = ?, layout = ? WHERE key = ? AND state = 'held'",
    )
    .run(content.contentSha256, hashStoredRows(rows), content.layout, key)
}

// `(SELECT ?)` hides the value from the planner: SQLite with STAT4 prepares a statement anew for every value that could
// choose among several indexes, which takes twenty times as long as the query.
const selectEffective = `${select} WHERE p.code = (SELECT ?) AND u.code = (SELECT ?) AND s.state = 'effective'`

const one = (row: Row | undefined): StoredSubmission | undefined => row && toSubmission(row)

export const findSubmission = (store: Store, id: Id): StoredSubmission | undefined =>
  one(store.prepare<[string], Row>(`${select} WHERE s.id = ?`).get(id))

/** The one version that counts, if there is one. */
export const findEffective = (store: Store, period: string, unit: string): StoredSubmission | undefined =>
  one(store.prepare<[string, string], Row>(selectEffective).get(period, unit))

/** Enough to compare another version with the one that counts; asked for every file of an import. */
export const findEffectiveContent = (store: Store, period: string, unit: string): { id: Id; contentSha256: string } | undefined =>
  store
    .prepare<[string, string], { id: Id; contentSha256: string }>(
      `SELECT id, content_sha256 AS contentSha256 FROM submission WHERE period = (SELECT key FROM period WHERE code = ?)
         AND unit = (SELECT key FROM unit WHERE code = ?) AND state = 'effective'`,
    )
    .get(period, unit)

/** In the order they were imported. */
export const listHeldSubmissions = (store: Store, period: string): StoredSubmission[] =>
  store.prepare<[string], Row>(`${select} WHERE p.code = ? AND s.state = 'held' ORDER BY s.key`).all(period).map(toSubmission)

/** What a list of the waiting files shows of each, in the order they were imported. */
export const listWaitingFiles = (
  store: Store,
  period: string,
): (Pick<StoredSubmission, 'id' | 'originalName' | 'receivedAt' | 'unit'> & { rule: string })[] =>
  store
    .prepare<[string], Pick<StoredSubmission, 'id' | 'originalName' | 'receivedAt' | 'unit'> & { rule: string }>(
      `SELECT s.id, s.original_name AS originalName, s.received_at AS receivedAt, u.code AS unit, json_extract(s.question, '$.reasons[0].rule') AS rule
       FROM submission s JOIN period p ON p.key = s.period LEFT JOIN unit u ON u.key = s.unit WHERE p.code = ? AND s.state = 'held' ORDER BY s.key`,
    )
    .all(period)

export const listHeldOfUnit = (store: Store, period: string, unit: string): StoredSubmission[] =>
  store
    .prepare<[string, string], Row>(`${select} WHERE p.code = ? AND u.code = ? AND s.state = 'held' ORDER BY s.key`)
    .all(period, unit)
    .map(toSubmission)

/** The versions in a period that are one file, oldest first. */
export const listOfFile = (store: Store, period: string, sha256: string): StoredSubmission[] =>
  store.prepare<[string, string], Row>(`${select} WHERE s.sha256 = ? AND p.code = ? ORDER BY s.key`).all(sha256, period).map(toSubmission)

/** All versions of a unit, oldest first. */
export const listVersions = (store: Store, period: string, unit: string): StoredSubmission[] =>
  store.prepare<[string, string], Row>(`${select} WHERE p.code = ? AND u.code = ? ORDER BY s.version`).all(period, unit).map(toSubmission)

/** Everything that counts or waits in a period; the question tells why a waiting one waits. */
export type StandingSubmission = Pick<StoredSubmission, 'id' | 'unit' | 'sha256' | 'contentSha256' | 'receivedAt' | 'question'> & {
  state: 'effective' | 'held'
}

export const listStanding = (store: Store, period: string): StandingSubmission[] =>
  store
    .prepare<[string], StandingSubmission>(
      `SELECT s.id, u.code AS unit, s.state, s.sha256, s.content_sha256 AS contentSha256, s.received_at AS receivedAt, s.question
       FROM submission s JOIN period p ON p.key = s.period LEFT JOIN unit u ON u.key = s.unit
       WHERE p.code = ? AND s.state IN ('effective', 'held') ORDER BY s.state, s.key`,
    )
    .all(period)
