import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportState } from '../../shared/domain/report-state.ts'
import type { Store } from './database.ts'

/** `account` is null in a workspace without accounts. */
export type ReportStep = { id: Id; report: Id; state: ReportState; at: Instant; actor: string; account: Id | null }

/** What happened to a report after it was built, in order. */
export const listReportSteps = (store: Store, report: Id): Pick<ReportStep, 'state' | 'at' | 'actor'>[] =>
  store
    .prepare<[string], Pick<ReportStep, 'state' | 'at' | 'actor'>>(
      'SELECT state, at, actor FROM report_step WHERE report = (SELECT key FROM report WHERE id = ?) ORDER BY key',
    )
    .all(report)

export function insertReportStep(store: Store, step: ReportStep): void {
  store
    .prepare(
      `INSERT INTO report_step (id, report, state, at, actor, account)
       VALUES (@id, (SELECT key FROM report WHERE id = @report), @state, @at, @actor, (SELECT key FROM account WHERE id = @account))`,
    )
    .run(step)
}
