import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportState, StepWordKind } from '../../shared/domain/report-state.ts'
import type { Store } from './database.ts'

/** `account` is null in a workspace without accounts. */
export type ReportStep = { id: Id; report: Id; state: ReportState; at: Instant; actor: string; account: Id | null }
/** `kind`, `words`: what was said with it, null when nothing was. */
export type ListedStep = Pick<ReportStep, 'state' | 'at' | 'actor'> & { kind: StepWordKind | null; words: string | null }

/** What happened to a report after it was built, in order. */
export const listReportSteps = (store: Store, report: Id): ListedStep[] =>
  store
    .prepare<[string], ListedStep>(
      `SELECT state, at, actor, kind, words FROM report_step LEFT JOIN report_step_word ON report_step_word.step = report_step.key
       WHERE report = (SELECT key FROM report WHERE id = ?) ORDER BY report_step.key`,
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

export function insertStepWord(store: Store, word: { step: Id; kind: StepWordKind; words: string }): void {
  store
    .prepare('INSERT INTO report_step_word (step, kind, words) VALUES ((SELECT key FROM report_step WHERE id = @step), @kind, @words)')
    .run(word)
}
