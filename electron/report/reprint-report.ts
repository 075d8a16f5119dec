import type { Id } from '../../shared/domain/identity.ts'
import type { PaperRole } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreeze, findReportFile } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { openReport } from './kept-report.ts'
import { archivePath, latestPaper, paperName, readArchived } from './report-archive.ts'

/**
 * The stored bytes of a report after a look at their hash: as far as it has come (issued, signed, submitted, or as it was built),
 * or as it was in `role`. Refuses with `report.not_found | not_kept | bytes_lost`.
 */
export async function openPaper(
  context: Pick<ServiceContext, 'store'>,
  id: Id,
  role?: PaperRole,
): Promise<{ path: string; name: string; bytes: Uint8Array; sha256: string }> {
  const { store } = context
  const report = getReport(store, id)
  // A report that was taken back keeps what was submitted, but is what it was built as.
  const freeze = role === undefined && (report.state === 'draft' || report.state === 'reviewed') ? undefined : findFreeze(store, id)
  if (!freeze && role === undefined) return { ...(await openReport(context, id)), sha256: report.sha256 }
  const file = freeze && (role === undefined ? latestPaper(store, freeze.id) : findReportFile(store, freeze.id, role))
  if (!file) throw new AppError('report.not_kept', { report: id })
  return {
    path: archivePath(store, file),
    name: paperName(report, file),
    bytes: await readArchived(store, id, file),
    sha256: file.sha256,
  }
}
