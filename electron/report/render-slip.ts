import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { reportStateTexts } from '../../shared/messages/report.ts'
import { layoutProfileOn } from '../../shared/programmes/layout-profiles.ts'
import { assembleNotice, assembleSlip, type OfficePaper } from '../../shared/rules/assemble-slip.ts'
import { dayInVietnam, shortDay } from '../../shared/rules/report-wording.ts'
import { fullSubject } from '../../shared/rules/assemble-report.ts'
import type { ServiceContext } from '../audit/context.ts'
import { hasAccounts } from '../store/account-store.ts'
import { findNumberOf } from '../store/document-number-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listReportSteps } from '../store/report-step-store.ts'
import { getReport } from '../store/report-store.ts'
import { findSetting } from '../store/setting-store.ts'
import { findNumberedPaper } from './numbered-paper.ts'
import { getFreeze } from './report-archive.ts'

export type DrawnSheet = { bytes: Uint8Array; pages: number; name: string }

/** The verification slip of a submitted report. Refuses with `report.not_found | not_submitted`. */
export async function renderSlip(context: ServiceContext, id: Id): Promise<DrawnSheet> {
  const { store, pool } = context
  const freeze = getFreeze(store, id)
  const report = getReport(store, id)
  const numbered = findNumberedPaper(store, id)
  const since = listReportSteps(store, id).filter(({ at, state }) => at >= freeze.at && state !== 'submitted' && state !== 'draft')
  const model = assembleSlip(paperOf(context, id, freeze.at), {
    report: id,
    title: titleOf(context, id),
    code: freeze.code,
    snapshotSha256: freeze.snapshotSha256,
    baseSha256: freeze.baseSha256,
    journalHead: freeze.journalHead,
    pages: freeze.pages,
    submittedAt: freeze.at,
    submittedBy: freeze.actor,
    number: numbered ? `Số ${numbered.number}, ngày ${shortDay(numbered.day)}` : null,
    steps: since.map(({ state, at, actor }) => ({ label: reportStateTexts[state].vi, at, actor })),
  })
  return { ...(await pool.run('render_report', model)), name: `phieu-kiem-chung-${report.period}.pdf` }
}

/** The notice of a report that takes another one's place. Refuses with `report.not_found | not_superseding`. */
export async function renderNotice(context: ServiceContext, id: Id): Promise<DrawnSheet> {
  const { store, pool } = context
  const report = getReport(store, id)
  const number = findNumberOf(store, id)
  const [fresh, old] = [id, number?.supersedes].map((paper) => (paper ? findNumberedPaper(store, paper) : undefined))
  if (!number || !fresh || !old) throw new AppError('report.not_superseding', { report: id })
  const model = assembleNotice(paperOf(context, id, number.at), {
    fresh: { number: `Báo cáo số ${fresh.number}`, day: fresh.day, title: titleOf(context, id) },
    old: { number: `Báo cáo số ${old.number}`, day: old.day },
    at: number.at,
  })
  return { ...(await pool.run('render_report', model)), name: `thong-bao-thay-the-${report.period}.pdf` }
}

function titleOf({ store }: ServiceContext, id: Id): string {
  const { period, kind } = getReport(store, id)
  const stored = getPeriod(store, period)
  return `Báo cáo ${fullSubject(kind, getProgramme(store, stored.programmeVersion), stored)}`
}

function paperOf({ store }: ServiceContext, id: Id, at: string): OfficePaper {
  const programme = getProgramme(store, getPeriod(store, getReport(store, id).period).programmeVersion)
  const isSample = findSetting(store, 'sample') === '1'
  return {
    programme,
    profile: layoutProfileOn(dayInVietnam(at), programme.layoutProfiles),
    dataMark: isSample ? 'DỮ LIỆU MẪU' : hasAccounts(store) ? null : 'DỮ LIỆU THỬ NGHIỆM',
  }
}
