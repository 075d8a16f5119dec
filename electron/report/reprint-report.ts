import type { Id } from '../../shared/domain/identity.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreeze } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { openReport } from './kept-report.ts'
import { archivePath, latestPaper, readArchived } from './report-archive.ts'

/**
 * The stored bytes of a report as far as it has come, after a look at their hash: issued, signed, submitted, or as it was built.
 * Refuses with `report.not_found | bytes_lost`.
 */
export async function openPaper(
  context: Pick<ServiceContext, 'store'>,
  id: Id,
): Promise<{ path: string; name: string; bytes: Uint8Array; sha256: string }> {
  const { store } = context
  const report = getReport(store, id)
  const freeze = report.state === 'draft' || report.state === 'reviewed' ? undefined : findFreeze(store, id)
  if (!freeze) return { ...(await openReport(context, id)), sha256: report.sha256 }
  const file = latestPaper(store, freeze.id)
  const words = { submitted: 'ban-trinh', signed: 'ban-da-ky', issued: 'ban-phat-hanh', snapshot: '', approval: '' }[file.role]
  return {
    path: archivePath(store, file),
    name: `bao-cao-${report.kind}-${report.period}-${words}.pdf`,
    bytes: await readArchived(store, id, file),
    sha256: file.sha256,
  }
}
