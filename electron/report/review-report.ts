import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getReport } from '../store/report-store.ts'
import type { ListedReport } from './list-reports.ts'
import { isOwnWork } from './preparers.ts'
import { takeStep } from './take-step.ts'

/** Draft → reviewed. Refuses with `report.not_found | not_draft | own_work`. */
export function reviewReport(context: ServiceContext, id: Id): ListedReport {
  const { store, actor } = context
  const { state, sha256 } = getReport(store, id)
  if (state !== 'draft') throw new AppError('report.not_draft', { report: id })
  return takeStep(context, {
    report: id,
    from: ['draft'],
    to: 'reviewed',
    action: 'report.review',
    params: { sha256 },
    write(report) {
      if (isOwnWork(store, report, actor)) throw new AppError('report.own_work', { report: id })
      return []
    },
  })
}
