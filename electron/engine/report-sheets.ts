import type { Id } from '../../shared/domain/identity.ts'
import type { PaperRole } from '../../shared/domain/report-state.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { openPaper } from '../report/reprint-report.ts'
import { renderChanges as drawChanges, renderRemarks as drawRemarks } from '../report/render-changes.ts'
import { renderNotice as drawNotice, renderSlip as drawSlip, type DrawnSheet } from '../report/render-slip.ts'
import { writeTarget } from '../report/write-target.ts'
import { changesOf } from './report-reading.ts'

/** What is only read and written out needs no writer; who names a path is in this process. */

export const renderSlip = async (context: ServiceContext, report: Id, path: string): Promise<{ sha256: string; bytes: number }> =>
  writeSheet(await drawSlip(context, report), path)

export const renderNotice = async (context: ServiceContext, report: Id, path: string): Promise<{ sha256: string; bytes: number }> =>
  writeSheet(await drawNotice(context, report), path)

export const renderChanges = async (
  context: ServiceContext,
  order: { report: Id; since?: Id | undefined },
  path: string,
): Promise<{ sha256: string; bytes: number }> => writeSheet(await drawChanges(context, order.report, await changesOf(context, order)), path)

export const renderRemarks = async (context: ServiceContext, report: Id, path: string): Promise<{ sha256: string; bytes: number }> =>
  writeSheet(await drawRemarks(context, report), path)

async function writeSheet({ bytes }: DrawnSheet, path: string): Promise<{ sha256: string; bytes: number }> {
  await writeTarget(path, bytes)
  return { sha256: sha256(bytes), bytes: bytes.length }
}

export { openPaper }

export async function reprintTo(
  context: Pick<ServiceContext, 'store'>,
  { report, role, path }: { report: Id; role?: PaperRole | undefined; path: string },
): Promise<{ sha256: string }> {
  const { bytes, sha256: hash } = await openPaper(context, report, role)
  await writeTarget(path, bytes)
  return { sha256: hash }
}
