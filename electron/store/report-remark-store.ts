import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** What somebody who returned a report wants changed; a task until it is answered. */
export type ReportRemark = {
  id: Id
  report: Id
  text: string
  at: Instant
  actor: string
  answer: string | null
  answeredAt: Instant | null
  answeredBy: string | null
  /** Where in the outline it was answered; null where that was not said. */
  section: string | null
}

const columns = `report_remark.id, report.id AS report, text, report_remark.at, report_remark.actor, answer, answered_at AS answeredAt,
  answered_by AS answeredBy, report_remark_place.section`
const from = `FROM report_remark JOIN report ON report.key = report_remark.report
  LEFT JOIN report_remark_place ON report_remark_place.remark = report_remark.key`

/**
 * Of a report and of those that it follows: what was remarked on one draft is answered in the next one of the same period and
 * kind, until one is issued.
 */
export const listRemarks = (store: Store, report: Id): ReportRemark[] =>
  store
    .prepare<[string], ReportRemark>(
      `SELECT ${columns} ${from}
       JOIN report own ON own.period = report.period AND own.kind = report.kind AND own.id = ?
       WHERE report.key <= own.key AND report.key > coalesce((
         SELECT max(issued.key) FROM report issued JOIN document_number ON document_number.report = issued.key
         WHERE issued.period = own.period AND issued.kind = own.kind AND issued.key < own.key), 0)
       ORDER BY report_remark.key`,
    )
    .all(report)

export const findRemark = (store: Store, id: Id): ReportRemark | undefined =>
  store.prepare<[string], ReportRemark>(`SELECT ${columns} ${from} WHERE report_remark.id = ?`).get(id)

export function insertRemark(store: Store, remark: Pick<ReportRemark, 'id' | 'report' | 'text' | 'at' | 'actor'>): void {
  store
    .prepare(
      `INSERT INTO report_remark (id, report, text, at, actor) VALUES (@id, (SELECT key FROM report WHERE id = @report), @text, @at, @actor)`,
    )
    .run(remark)
}

export function answerRemark(store: Store, answered: { id: Id; answer: string; at: Instant; actor: string }): void {
  store.prepare('UPDATE report_remark SET answer = @answer, answered_at = @at, answered_by = @actor WHERE id = @id').run(answered)
}

export function insertRemarkPlace(store: Store, place: { remark: Id; section: string }): void {
  store
    .prepare('INSERT INTO report_remark_place (remark, section) VALUES ((SELECT key FROM report_remark WHERE id = @remark), @section)')
    .run(place)
}
