import type { Id } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'
import { findPeriod, getPeriodKey } from './period-store.ts'

/** Words of the texts that count, and of the names of everything that was received. What its rows are, see the step that made it. */

const placesPerSubmission = 1024

const withoutBar = (text: string): string => ['đ', 'Đ', 'ð', 'Ð'].reduce((inner, letter) => `replace(${inner}, '${letter}', 'd')`, text)
/** The last part of a path, whichever way its parts are divided. */
const lastPart = (path: string): string => `replace(${path}, rtrim(${path}, replace(replace(${path}, '/', ''), '\\', '')), '')`

const isPassage = "t.text <> '' AND (t.name GLOB 'nar.*' OR t.name GLOB 'prop.*.text' OR t.name = 'doc.note')"
/** What is laid over from papers stands in the place of the workbook's own words, or beside them where it has none. */
const textsInEffect = `(SELECT own.submission, own.name, coalesce(laid.text, own.text) AS text FROM text_input own
    JOIN submission v ON v.key = own.submission
    LEFT JOIN laid_text laid ON laid.period = v.period AND laid.unit = v.unit AND laid.name = own.name AND laid.state = 'active'
  UNION ALL SELECT v.key, laid.name, laid.text FROM laid_text laid JOIN submission v ON v.period = laid.period AND v.unit = laid.unit
    WHERE laid.state = 'active' AND NOT EXISTS (SELECT 1 FROM text_input own WHERE own.submission = v.key AND own.name = laid.name))`
const passageRows = `SELECT t.submission * ${placesPerSubmission} + row_number() OVER (PARTITION BY t.submission ORDER BY t.name) - 1 AS place,
  ${withoutBar('t.text')} AS words FROM ${textsInEffect} t`
const fileRows = `SELECT -r.key AS place, ${withoutBar(lastPart('r.path'))} AS words FROM receipt r`

const passagesInEffect = `${passageRows} JOIN submission s ON s.key = t.submission AND s.state = 'effective' WHERE ${isPassage} ORDER BY place`

/** A version begins to count, in the caller's transaction. */
export const indexPassages = (store: Store, submission: number): void =>
  void store
    .prepare(`INSERT INTO text_search (rowid, passage) ${passageRows} WHERE t.submission = ? AND ${isPassage} ORDER BY place`)
    .run(submission)

/** A version counts no more. */
export const dropPassages = (store: Store, submission: number): void =>
  void store
    .prepare('DELETE FROM text_search WHERE rowid BETWEEN ? AND ?')
    .run(submission * placesPerSubmission, submission * placesPerSubmission + placesPerSubmission - 1)

export const indexFileName = (store: Store, receipt: number): void =>
  void store.prepare(`INSERT INTO text_search (rowid, file) ${fileRows} WHERE r.key = ?`).run(receipt)

/** Makes the index anew from the texts, in the caller's transaction: for who wrote texts in bulk. */
export function rebuildTextSearch(store: Store): void {
  store.database.exec("INSERT INTO text_search (text_search) VALUES ('delete-all')")
  store.database.exec(`INSERT INTO text_search (rowid, passage) ${passagesInEffect}`)
  store.database.exec(`INSERT INTO text_search (rowid, file) ${fileRows} ORDER BY place`)
}

/** `input` is `nar.tsk.1.1`, `prop.2.text` or `doc.note`. */
export type FoundPassage = { period: string; unit: string; input: string; text: string }
export type FoundFile = { receipt: Id; period: string; unit: string | null; path: string; outcome: string; receivedAt: string }

type Reach = {
  /** Only of this period. */
  period?: string
  limit: number
}

/** Passages with these folded words (the last one may be begun only), newest first, those with the words side by side before the others. */
export function findPassages(store: Store, words: readonly string[], { period, limit }: Reach): FoundPassage[] {
  if (period !== undefined && !findPeriod(store, period)) return []
  const key = period === undefined ? undefined : getPeriodKey(store, period)
  const [first, last] = key === undefined ? [0, Number.MAX_SAFE_INTEGER] : placesOfPeriod(store, key)
  const places: number[] = []
  for (const match of matchesOf('passage', words)) {
    if (places.length >= limit) break
    const more = store
      .pluck<[string, number, number, number | null, number | null, number], number>(
        `SELECT text_search.rowid FROM text_search CROSS JOIN submission s ON s.key = text_search.rowid / ${placesPerSubmission}
         WHERE text_search MATCH ? AND text_search.rowid BETWEEN ? AND ? AND (? IS NULL OR s.period = ?)
         ORDER BY text_search.rowid DESC LIMIT ?`,
      )
      .all(match, first, last, key ?? null, key ?? null, limit)
    places.push(...more.filter((place) => !places.includes(place)))
  }
  return places.slice(0, limit).flatMap((place) => readPassage(store, place) ?? [])
}

/** Versions of one period were written one after another, so their passages lie close together. */
function placesOfPeriod(store: Store, period: number): [number, number] {
  const found = store
    .prepare<[number], { first: number | null; last: number | null }>(
      "SELECT min(key) AS first, max(key) AS last FROM submission WHERE period = ? AND state = 'effective'",
    )
    .get(period)
  return [(found?.first ?? 0) * placesPerSubmission, ((found?.last ?? 0) + 1) * placesPerSubmission - 1]
}

const readPassage = (store: Store, place: number): FoundPassage | undefined =>
  store
    .prepare<[number, number], FoundPassage>(
      `SELECT p.code AS period, u.code AS unit, t.name AS input, t.text FROM ${textsInEffect} t JOIN submission s ON s.key = t.submission
       JOIN period p ON p.key = s.period JOIN unit u ON u.key = s.unit
       WHERE t.submission = ? AND ${isPassage} ORDER BY t.name LIMIT 1 OFFSET ?`,
    )
    .get(Math.floor(place / placesPerSubmission), place % placesPerSubmission)

/** Received files by their names, newest first. */
export function findFiles(store: Store, words: readonly string[], { limit }: Pick<Reach, 'limit'>): FoundFile[] {
  const match = matchesOf('file', words).at(-1)!
  return store
    .prepare<[string, number], FoundFile>(
      `SELECT r.id AS receipt, p.code AS period, u.code AS unit, r.path, r.outcome, r.received_at AS receivedAt
       FROM text_search CROSS JOIN receipt r ON r.key = -text_search.rowid JOIN period p ON p.key = r.period LEFT JOIN unit u ON u.key = r.unit
       WHERE text_search MATCH ? AND text_search.rowid < 0 ORDER BY text_search.rowid LIMIT ?`,
    )
    .all(match, limit)
}

/** Side by side, then anywhere. One letter alone begins half of all words, so it is taken as it stands. */
function matchesOf(column: 'passage' | 'file', words: readonly string[]): string[] {
  const begun = (words.at(-1)?.length ?? 0) > 1 ? '*' : ''
  // Words hold letters and digits only, so nothing in them can end the quotation.
  const apart = words.map((word, index) => `"${word}"${index === words.length - 1 ? begun : ''}`).join(' AND ')
  return [...(words.length > 1 ? [`${column} : "${words.join(' ')}"${begun}`] : []), `${column} : (${apart})`]
}

/**
 * How many words stand differently in the index than the texts give; 0 when it is right. Reads every text that counts and
 * needs a connection that nobody else waits for.
 */
export function countSearchDifferences(store: Store): { count: number; differences: number } {
  const { database } = store
  database.exec(`CREATE VIRTUAL TABLE temp.expected_search USING fts5(
    passage, file, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`)
  try {
    database.exec(`INSERT INTO temp.expected_search (rowid, passage) ${passagesInEffect}`)
    database.exec(`INSERT INTO temp.expected_search (rowid, file) ${fileRows} ORDER BY place`)
    for (const [name, schema, table] of [
      ['stored_words', 'main', 'text_search'],
      ['expected_words', 'temp', 'expected_search'],
    ])
      database.exec(`CREATE VIRTUAL TABLE temp.${name} USING fts5vocab(${schema}, ${table}, instance)`)
    // Every word weighs by itself, its row and its place in it; sums stay far below 2^53.
    for (const side of ['stored', 'expected'])
      database.exec(`CREATE TABLE temp.${side}_weights AS
        SELECT term, count(*) AS times, sum((doc % 1000003) * 31 + offset * 7 + (col = 'file')) AS weight FROM temp.${side}_words GROUP BY term`)
    const count = (sql: string): number => Number(database.prepare(sql).pluck().get())
    const only = (one: string, other: string): number =>
      count(`SELECT count(*) FROM (SELECT * FROM temp.${one}_weights EXCEPT SELECT * FROM temp.${other}_weights)`)
    return {
      count: count('SELECT count(*) FROM text_search_docsize'),
      differences: only('stored', 'expected') + only('expected', 'stored'),
    }
  } finally {
    for (const table of ['stored_weights', 'expected_weights', 'stored_words', 'expected_words', 'expected_search'])
      database.exec(`DROP TABLE IF EXISTS temp.${table}`)
  }
}
