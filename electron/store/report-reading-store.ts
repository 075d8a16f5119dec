import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'

/** Who read a submitted paper to its last page; `account` is null in a workspace without accounts. */
export type ReportReading = { id: Id; freeze: Id; at: Instant; actor: string; account: Id | null }

/** By the account where there is one, so that a new name makes nobody somebody else; else by the name. */
export type Reader = Pick<ReportReading, 'actor' | 'account'>

const isReader = `(CASE WHEN @account IS NULL THEN report_reading.account IS NULL AND report_reading.actor = @actor
  ELSE report_reading.account = (SELECT key FROM account WHERE id = @account) END)`

export const findReading = (store: Store, freeze: Id, reader: Reader): Instant | undefined =>
  store
    .pluck<[Record<string, string | null>], Instant>(
      `SELECT report_reading.at FROM report_reading JOIN report_freeze ON report_freeze.key = report_reading.freeze
       WHERE report_freeze.id = @freeze AND ${isReader} ORDER BY report_reading.key DESC LIMIT 1`,
    )
    .get({ freeze, ...reader })

export function insertReading(store: Store, reading: ReportReading): void {
  store
    .prepare(
      `INSERT INTO report_reading (id, freeze, at, actor, account)
       VALUES (@id, (SELECT key FROM report_freeze WHERE id = @freeze), @at, @actor, (SELECT key FROM account WHERE id = @account))`,
    )
    .run(reading)
}

export type EarlierPaper = { freeze: Id; report: Id; readAt: Instant | null }

/**
 * Papers of a period and kind that were submitted before `freeze` (all of them without one), newest first, with the time at which
 * this person read them to the end.
 */
export const listEarlierPapers = (
  store: Store,
  { period, kind, freeze, reader }: { period: string; kind: ReportKind; freeze: Id | undefined; reader: Reader },
): EarlierPaper[] =>
  store
    .prepare<[Record<string, string | null>], EarlierPaper>(
      `SELECT report_freeze.id AS freeze, report.id AS report,
         (SELECT max(report_reading.at) FROM report_reading WHERE report_reading.freeze = report_freeze.key AND ${isReader}) AS readAt
       FROM report_freeze JOIN report ON report.key = report_freeze.report JOIN period ON period.key = report.period
       WHERE period.code = @period AND report.kind = @kind
         AND report_freeze.key < coalesce((SELECT key FROM report_freeze WHERE id = @freeze), 9e18)
       ORDER BY report_freeze.key DESC`,
    )
    .all({ period, kind, freeze: freeze ?? null, ...reader })
