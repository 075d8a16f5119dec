import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { listReportSteps } from '../store/report-step-store.ts'
import { answerRemark, findRemark, insertRemark, insertRemarkPlace, type ReportRemark } from '../store/report-remark-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { getReport } from '../store/report-store.ts'
import type { ListedReport } from './list-reports.ts'
import { isOwnWork } from './preparers.ts'
import { getFreeze, keepArchived, latestPaper, readArchived, recordArchived } from './report-archive.ts'
import { checkState, takeStep } from './take-step.ts'
import { scanEnding } from './scan-ending.ts'

/** Submitted → draft, with what is to be changed: each remark is a task. Refuses with `report.not_found | wrong_state`. */
export function returnReport(context: ServiceContext, { report: id, remarks }: { report: Id; remarks: readonly string[] }): ListedReport {
  const { store, newId, clock, actor } = context
  return takeStep(context, {
    report: id,
    from: ['submitted'],
    to: 'draft',
    action: 'report.return',
    params: { count: remarks.length },
    words: { kind: 'return', words: remarks.join('\n') },
    write: () =>
      remarks.map((text) => {
        const remark = { id: newId(), report: id, text, at: clock(), actor }
        insertRemark(store, remark)
        return { table: 'report_remark', key: remark.id } as const
      }),
  })
}

/** Back to a draft from anywhere before it was issued. Refuses with `report.not_found | wrong_state`. */
export const withdrawReport = (context: ServiceContext, { report, reason }: { report: Id; reason: string }): ListedReport =>
  takeStep(context, {
    report,
    from: ['reviewed', 'submitted', 'approved', 'signed'],
    to: 'draft',
    action: 'report.withdraw',
    words: { kind: 'withdraw', words: reason },
  })

export type AnswerOrder = {
  remark: Id
  answer: string
  /** Code of the section of the outline that was changed for it. */
  section?: string | undefined
}

/** How a remark was taken, and where. Refuses with `report.remark_not_found | remark_answered`, `report_text.no_section`. */
export function answerReportRemark(context: ServiceContext, { remark: id, answer, section }: AnswerOrder): ReportRemark {
  const { store, clock, actor } = context
  return runCommand(context, () => {
    const remark = findRemark(store, id)
    if (!remark) throw new AppError('report.remark_not_found', { remark: id })
    if (remark.answer !== null) throw new AppError('report.remark_answered')
    if (section !== undefined) {
      const { period, kind } = getReport(store, remark.report)
      const { outline } = getProgramme(store, getPeriod(store, period).programmeVersion)
      if (!outline.some(({ code, kinds }) => code === section && kinds.includes(kind)))
        throw new AppError('report_text.no_section', { section })
    }
    answerRemark(store, { id, answer, at: clock(), actor })
    if (section !== undefined) insertRemarkPlace(store, { remark: id, section })
    return {
      entry: {
        action: 'report.answer',
        params: { report: remark.report, remark: id, answer, ...(section === undefined ? {} : { section }) },
        rows: [{ table: 'report_remark', key: id }, ...(section === undefined ? [] : [{ table: 'report_remark_place', key: id } as const])],
      },
      result: findRemark(store, id)!,
    }
  })
}

export type ApproveOrder = {
  report: Id
  reservations?: string | undefined
  /** The scan of an approval that was given by hand; whoever records it had no part in the report either. */
  paper?: { bytes: Uint8Array; name: string } | undefined
}

/**
 * Submitted → approved, after a look at the very bytes that were submitted. What was submitted with blocking findings is approved
 * with reservations or not at all. Refuses with `report.not_found | wrong_state | own_work_approve | reservations_missing |
 * bytes_lost | scan_unreadable`.
 */
export async function approveReport(context: ServiceContext, { report: id, reservations, paper }: ApproveOrder): Promise<ListedReport> {
  const { store, actor } = context
  const report = getReport(store, id)
  checkState(report, ['submitted'])
  const freeze = getFreeze(store, id)
  const file = latestPaper(store, freeze.id)
  await readArchived(store, id, file)
  const scan = paper ? await keepArchived(store, paper.bytes, scanEnding(paper)) : undefined
  const submitted = listReportSteps(store, id).findLast(({ state }) => state === 'submitted')
  const words = reservations === undefined ? undefined : ({ kind: 'reservations', words: reservations } as const)
  return takeStep(context, {
    report: id,
    from: ['submitted'],
    to: 'approved',
    action: paper ? 'report.approve_paper' : 'report.approve',
    params: { sha256: file.sha256, ...(scan ? { scan: scan.sha256 } : {}) },
    words,
    write(current) {
      if (isOwnWork(store, current, actor)) throw new AppError('report.own_work_approve', { report: id })
      if (getFreeze(store, id).id !== freeze.id) throw new AppError('report.wrong_state', { report: id, state: current.state })
      if (submitted?.kind === 'blocking' && words === undefined) throw new AppError('report.reservations_missing', { report: id })
      return scan ? [recordArchived(context, freeze.id, 'approval', scan)] : []
    },
  })
}
