import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { findAccountByName, listAccountNames } from '../store/account-store.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { findLastChangeSince } from '../store/report-entry-store.ts'
import { insertReportStep } from '../store/report-step-store.ts'
import { getReport, type StoredReport } from '../store/report-store.ts'
import { toListed, type ListedReport } from './list-reports.ts'

/** Draft → reviewed. Refuses with `report.not_found | not_draft | own_work`. */
export function reviewReport(context: ServiceContext, id: Id): ListedReport {
  const { store, actor } = context
  return runCommand(context, () => {
    const report = getReport(store, id)
    if (report.state !== 'draft') throw new AppError('report.not_draft', { report: id })
    const own = namesOf(store, actor)
    if (preparersOf(store, report).some((name) => own.has(nameKey(name)))) throw new AppError('report.own_work', { report: id })
    const step = { id: context.newId(), report: id, state: 'reviewed', at: context.clock(), actor } as const
    insertReportStep(store, { ...step, account: findAccountByName(store, nameKey(actor))?.id ?? null })
    return {
      entry: {
        action: 'report.review',
        params: { report: id, period: report.period, kind: report.kind, sha256: report.sha256 },
        rows: [{ table: 'report_step', key: step.id }],
      },
      result: toListed(getReport(store, id)),
    }
  })
}

/** Who built it, or agreed on a figure that stands in it: one that was taken back since still stands in this one. */
function preparersOf(store: Store, report: StoredReport): string[] {
  const isPast = findLastChangeSince(store, report) !== undefined
  const standsIn = listAdjustments(store, report.period).filter(({ state, at }) => state === 'active' || (isPast && at <= report.builtAt))
  return [report.actor, ...standsIn.map(({ actor }) => actor)]
}

/** An account is whoever it was ever called: a new name makes nobody somebody else. */
function namesOf(store: Store, actor: string): ReadonlySet<string> {
  const account = findAccountByName(store, nameKey(actor))
  return new Set([nameKey(actor), ...(account ? listAccountNames(store, account.id) : [])])
}
