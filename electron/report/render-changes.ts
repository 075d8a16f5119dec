import type { Id } from '../../shared/domain/identity.ts'
import type { PaperFrame } from '../../shared/domain/letter.ts'
import { AppError } from '../../shared/errors.ts'
import { layoutProfileOn } from '../../shared/programmes/layout-profiles.ts'
import { assembleChanges, assembleRemarks } from '../../shared/rules/assemble-changes.ts'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import type { ServiceContext } from '../audit/context.ts'
import { hasAccounts } from '../store/account-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listRemarks } from '../store/report-remark-store.ts'
import { getReport } from '../store/report-store.ts'
import { findSetting } from '../store/setting-store.ts'
import type { VersionChanges } from './compare-versions.ts'
import type { DrawnSheet } from './render-slip.ts'

/** As many fields and paragraphs are tried, until the sheet is one page; what it cannot hold it counts. */
const tried = [40, 16, 10, 6, 3, 1] as const

/** What changed, on one page where that can be. Refuses with `report.not_found | nothing_earlier`. */
export async function renderChanges(context: ServiceContext, id: Id, changes: VersionChanges): Promise<DrawnSheet> {
  const { store, pool, clock } = context
  const { since, until, remarks } = changes
  if (!since) throw new AppError('report.nothing_earlier', { report: id })
  const { kind, period } = getReport(store, id)
  const facts = { frame: frameOf(context, id, until ?? clock()), kind, changes, since, until, remarks }
  let drawn: Awaited<ReturnType<typeof draw>> | undefined
  // Where there is less than that to say, it is drawn once.
  const most = Math.max(1, changes.fields.length, changes.paragraphs?.length ?? 0)
  for (const step of new Set(tried.map((one) => Math.min(one, most)))) {
    drawn = await draw(step)
    if (drawn.pages === 1) break
  }
  return { ...drawn!, name: `phieu-thay-doi-${period}.pdf` }

  function draw(step: number): Promise<{ bytes: Uint8Array; pages: number }> {
    return pool.run('render_report', assembleChanges(facts, step))
  }
}

/** How each remark was taken. Refuses with `report.not_found | no_remarks`. */
export async function renderRemarks(context: ServiceContext, id: Id): Promise<DrawnSheet> {
  const { store, pool } = context
  const { kind, period } = getReport(store, id)
  const remarks = listRemarks(store, id)
  if (remarks.length === 0) throw new AppError('report.no_remarks', { report: id })
  const last = remarks
    .map(({ at, answeredAt }) => answeredAt ?? at)
    .toSorted()
    .at(-1)!
  const model = assembleRemarks(frameOf(context, id, last), kind, remarks)
  return { ...(await pool.run('render_report', model)), name: `bang-tiep-thu-y-kien-${period}.pdf` }
}

function frameOf({ store }: ServiceContext, id: Id, at: string): PaperFrame {
  const period = getPeriod(store, getReport(store, id).period)
  const programme = getProgramme(store, period.programmeVersion)
  return {
    programme,
    period,
    profile: layoutProfileOn(dayInVietnam(at), programme.layoutProfiles),
    trial: !hasAccounts(store),
    sample: findSetting(store, 'sample') === '1',
    at,
  }
}
