import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import { AppError } from '../../shared/errors.ts'
import { assembleSummary, type EarlierSubmission } from '../../shared/rules/assemble-summary.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreeze, findFreezeBefore } from '../store/report-freeze-store.ts'
import { getReport, type StoredReport } from '../store/report-store.ts'
import { inputsHash } from './build-report.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { DrawnSheet } from './render-slip.ts'

/**
 * The report on one page: a submitted one from its snapshot, a draft from what it was built from, which must still be what there
 * is (`now`). Refuses with `report.not_found | summary_stale | bytes_lost`.
 */
export async function renderSummary(context: ServiceContext, id: Id, now: (report: StoredReport) => ReportSource): Promise<DrawnSheet> {
  const { store, pool } = context
  const report = getReport(store, id)
  const isOpen = report.state === 'draft' || report.state === 'reviewed'
  const freeze = isOpen ? undefined : findFreeze(store, id)
  const source = freeze ? (await readSnapshot(store, id, freeze)).source : now(report)
  if (!freeze && inputsHash(source) !== report.inputsSha256) throw new AppError('report.summary_stale', { report: id })
  const before = findFreezeBefore(store, report, freeze?.id)
  const earlier: EarlierSubmission | null = before
    ? { at: before.at, source: (await readSnapshot(store, before.report, before)).source }
    : null
  const model = assembleSummary(source, { at: freeze?.at ?? null, code: freeze?.code ?? null, earlier })
  return { ...(await pool.run('render_report', model)), name: `phieu-tom-tat-${report.kind}-${report.period}.pdf` }
}
