import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { countReportFiles } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { toListed, type ListedReport } from './list-reports.ts'
import { getFreeze, keepArchived, latestPaper, readArchived, recordArchived } from './report-archive.ts'
import { checkState, takeStep } from './take-step.ts'

/** What is to be signed next: an approved paper by the person, an issued one by the office. `after`: hash of `bytes`. */
export type PaperToSign = { report: Id; by: 'person' | 'office'; bytes: Uint8Array; after: string }

/** Refuses with `report.not_found | wrong_state | sealed | bytes_lost`. */
export async function openToSign({ store }: ServiceContext, id: Id): Promise<PaperToSign> {
  const report = getReport(store, id)
  checkState(report, ['approved', 'issued'])
  const freeze = getFreeze(store, id)
  // The office signs once: what was handed out since is the issued paper for good.
  if (report.state === 'issued' && countReportFiles(store, freeze.id, 'issued') > 1) throw new AppError('report.sealed', { report: id })
  const file = latestPaper(store, freeze.id)
  return {
    report: id,
    by: report.state === 'approved' ? 'person' : 'office',
    bytes: await readArchived(store, id, file),
    after: file.sha256,
  }
}

/**
 * Keeps the signed paper: an approved report is signed by it, an issued one goes on being issued. `how`: by this application or
 * by an outside tool. Refuses with `report.wrong_state` when something came between.
 */
export async function putSigned(
  context: ServiceContext,
  { report: id, by, after }: Pick<PaperToSign, 'report' | 'by' | 'after'>,
  signed: { bytes: Uint8Array; signer: string; how: 'report.sign' | 'report.intake' },
): Promise<{ report: ListedReport; sha256: string }> {
  const { store } = context
  const freeze = getFreeze(store, id)
  const kept = await keepArchived(store, signed.bytes, '.pdf')
  const params = { sha256: kept.sha256, signer: signed.signer, by }
  const checkUnchanged = (): void => {
    if (latestPaper(store, getFreeze(store, id).id).sha256 !== after)
      throw new AppError('report.wrong_state', { report: id, state: getReport(store, id).state })
  }
  if (by === 'person') {
    const report = takeStep(context, {
      report: id,
      from: ['approved'],
      to: 'signed',
      action: signed.how,
      params,
      write() {
        checkUnchanged()
        return [recordArchived(context, freeze.id, 'signed', kept)]
      },
    })
    return { report, sha256: kept.sha256 }
  }
  return runCommand(context, () => {
    const report = getReport(store, id)
    checkState(report, ['issued'])
    checkUnchanged()
    const row = recordArchived(context, freeze.id, 'issued', kept)
    return {
      entry: { action: signed.how, params: { report: id, period: report.period, kind: report.kind, ...params }, rows: [row] },
      result: { report: toListed(getReport(store, id)), sha256: kept.sha256 },
    }
  })
}
