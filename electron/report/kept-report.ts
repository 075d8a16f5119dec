import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getReport } from '../store/report-store.ts'
import { findReportBytes, reportPath } from './report-file.ts'

type KeptReport = { path: string; name: string }

/** The kept PDF after a look at its hash, and what a person would call the file. Refuses with `report.not_found | bytes_lost`. */
export async function openReport({ store }: Pick<ServiceContext, 'store'>, id: Id): Promise<KeptReport & { bytes: Uint8Array }> {
  const report = getReport(store, id)
  const bytes = await findReportBytes(store, report.sha256)
  if (!bytes) throw new AppError('report.bytes_lost', { report: id })
  return { path: reportPath(store, report.sha256), name: reportName(report), bytes }
}

const reportName = ({ period, kind, builtAt }: { period: string; kind: string; builtAt: Instant }): string =>
  `bao-cao-${kind}-${period}-${builtAt.slice(0, 10)}.pdf`
