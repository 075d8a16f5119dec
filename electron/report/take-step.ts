import type { Id } from '../../shared/domain/identity.ts'
import type { ReportState, StepWordKind } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import type { JournalAction } from '../../shared/messages/journal.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Json } from '../audit/canonical.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { insertReportStep, insertStepWord } from '../store/report-step-store.ts'
import { getReport, type StoredReport } from '../store/report-store.ts'
import { toListed, type ListedReport } from './list-reports.ts'
import { accountIdOf } from './preparers.ts'

export type StepOrder = {
  report: Id
  /** Where it must stand. */
  from: readonly ReportState[]
  to: ReportState
  action: JournalAction
  /** Of the entry, beside the report, its period and kind. */
  params?: { readonly [name: string]: Json }
  words?: { kind: StepWordKind; words: string } | undefined
  /** Looks once more where nothing can come between, and writes what belongs to the step; names the rows that it wrote. */
  write?: (report: StoredReport) => readonly RowReference[]
}

/** One step of a report on its road, with its entry. Refuses with `report.not_found | wrong_state`, and what `write` refuses. */
export function takeStep(context: ServiceContext, { report: id, from, to, action, params = {}, words, write }: StepOrder): ListedReport {
  const { store, clock, newId, actor } = context
  return runCommand(context, () => {
    const report = getReport(store, id)
    checkState(report, from)
    const written = write?.(report) ?? []
    const step = { id: newId(), report: id, state: to, at: clock(), actor, account: accountIdOf(store, actor) }
    insertReportStep(store, step)
    if (words) insertStepWord(store, { step: step.id, ...words })
    return {
      entry: {
        action,
        params: { report: id, period: report.period, kind: report.kind, ...(words ? { words: words.words } : {}), ...params },
        rows: [
          { table: 'report_step', key: step.id },
          ...(words ? [{ table: 'report_step_word', key: step.id } as const] : []),
          ...written,
        ],
      },
      result: toListed(getReport(store, id)),
    }
  })
}

/** Refuses with `report.wrong_state`. */
export function checkState({ id, state }: StoredReport, from: readonly ReportState[]): void {
  if (!from.includes(state)) throw new AppError('report.wrong_state', { report: id, state })
}
