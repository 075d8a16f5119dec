import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** A number that was given; without a report outside this application. Days are ISO. */
export type DocumentNumber = {
  id: Id
  type: string
  termFrom: string
  number: number
  day: string
  symbol: string
  report: Id | null
  supersedes: Id | null
  about: string
  at: Instant
  actor: string
}

const columns = `document_number.id, type, term_from AS termFrom, number, day, symbol, report.id AS report, old.id AS supersedes, about,
  document_number.at, document_number.actor`
const from = `FROM document_number LEFT JOIN report ON report.key = document_number.report
  LEFT JOIN report old ON old.key = document_number.supersedes`

/** In the order of numbers, term after term. */
export const listNumbers = (store: Store): DocumentNumber[] =>
  store.prepare<[], DocumentNumber>(`SELECT ${columns} ${from} ORDER BY term_from, type, number`).all()

export const findNumberOf = (store: Store, report: Id): DocumentNumber | undefined =>
  store.prepare<[string], DocumentNumber>(`SELECT ${columns} ${from} WHERE report.id = ?`).get(report)

/** The paper that took this one's place. */
export const findSuccessor = (store: Store, report: Id): DocumentNumber | undefined =>
  store.prepare<[string], DocumentNumber>(`SELECT ${columns} ${from} WHERE old.id = ?`).get(report)

/** The highest one of a type in a term. */
export const findLastNumber = (store: Store, type: string, termFrom: string): DocumentNumber | undefined =>
  store
    .prepare<[string, string], DocumentNumber>(`SELECT ${columns} ${from} WHERE type = ? AND term_from = ? ORDER BY number DESC LIMIT 1`)
    .get(type, termFrom)

export function insertNumber(store: Store, given: DocumentNumber): void {
  store
    .prepare(
      `INSERT INTO document_number (id, type, term_from, number, day, symbol, report, supersedes, about, at, actor)
       VALUES (@id, @type, @termFrom, @number, @day, @symbol, (SELECT key FROM report WHERE id = @report),
         (SELECT key FROM report WHERE id = @supersedes), @about, @at, @actor)`,
    )
    .run(given)
}
