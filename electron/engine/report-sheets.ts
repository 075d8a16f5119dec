import type { Id } from '../../shared/domain/identity.ts'
import type { PaperRole, Rendered } from '../../shared/domain/report-state.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { openPaper } from '../report/reprint-report.ts'
import { renderChanges as drawChanges, renderRemarks as drawRemarks } from '../report/render-changes.ts'
import { checkRendering } from '../report/check-rendering.ts'
import { renderNotice, renderSlip, type DrawnSheet } from '../report/render-slip.ts'
import { renderSummary } from '../report/render-summary.ts'
import { composeReport } from './compose-report.ts'
import { writeTarget } from '../report/write-target.ts'
import { changesOf } from './report-reading.ts'

/** What is only read and written out needs no writer; who names a path is in this process. */

export type ReportSheet = 'slip' | 'notice' | 'summary'

/** Refuses as each of them does. */
export const drawSheet = (context: ServiceContext, sheet: ReportSheet, report: Id): Promise<DrawnSheet> =>
  sheet === 'slip'
    ? renderSlip(context, report)
    : sheet === 'notice'
      ? renderNotice(context, report)
      : renderSummary(context, report, (scope) => composeReport(context, scope))

export const writeSheet = async (
  context: ServiceContext,
  sheet: ReportSheet,
  { report, path }: { report: Id; path: string },
): Promise<{ sha256: string; bytes: number }> => writeDrawn(await drawSheet(context, sheet, report), path)

export const renderChanges = async (
  context: ServiceContext,
  order: { report: Id; since?: Id | undefined },
  path: string,
): Promise<{ sha256: string; bytes: number }> => writeDrawn(await drawChanges(context, order.report, await changesOf(context, order)), path)

export const renderRemarks = async (context: ServiceContext, report: Id, path: string): Promise<{ sha256: string; bytes: number }> =>
  writeDrawn(await drawRemarks(context, report), path)

async function writeDrawn({ bytes }: DrawnSheet, path: string): Promise<{ sha256: string; bytes: number }> {
  await writeTarget(path, bytes)
  return { sha256: sha256(bytes), bytes: bytes.length }
}

export { openPaper }

export async function reprintTo(
  context: Pick<ServiceContext, 'store' | 'pool'>,
  { report, role, path }: { report: Id; role?: PaperRole | undefined; path: string },
): Promise<{ sha256: string; rendered: Rendered | null }> {
  const { bytes, sha256: hash } = await openPaper(context, report, role)
  await writeTarget(path, bytes)
  return { sha256: hash, rendered: await checkRendering(context, report) }
}
