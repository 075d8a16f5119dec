import type { Id, Instant } from '../../shared/domain/identity.ts'
import { usualReportStyle, type ReportStyle } from '../../shared/domain/report-style.ts'
import type { Store } from './database.ts'
import type { TextScope } from './report-text-store.ts'
import { findSetting } from './setting-store.ts'

/** What was decided before a property existed is as usual there. */
const readStyle = (json: string): ReportStyle => ({ ...usualReportStyle, ...(JSON.parse(json) as Partial<ReportStyle>) })

/** What a report looks like where nobody decided otherwise for it. */
export const defaultReportStyle = (store: Store): ReportStyle => readStyle(findSetting(store, 'report_style') ?? '{}')

/** The newest decision about reports of this kind on this period. */
export function findReportStyle(store: Store, { period, kind }: TextScope): ReportStyle | undefined {
  const json = store
    .pluck<[string, string], string>(
      `SELECT style FROM report_style JOIN period ON period.key = report_style.period
       WHERE period.code = ? AND report_style.kind = ? ORDER BY report_style.key DESC LIMIT 1`,
    )
    .get(period, kind)
  return json === undefined ? undefined : readStyle(json)
}

export function insertReportStyle(
  store: Store,
  { style, ...rest }: TextScope & { id: Id; style: ReportStyle; actor: string; at: Instant },
): void {
  store
    .prepare(
      `INSERT INTO report_style (id, period, kind, style, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @kind, @style, @actor, @at)`,
    )
    .run({ ...rest, style: JSON.stringify(style) })
}

/** How many drafts of this kind were handed round: reviewed, submitted or taken back. */
export const countHandedRound = (store: Store, { period, kind }: TextScope): number =>
  store
    .pluck<[string, string], number>(
      `SELECT count(DISTINCT report.key) FROM report JOIN period ON period.key = report.period JOIN report_step ON report_step.report = report.key
       WHERE period.code = ? AND report.kind = ?`,
    )
    .get(period, kind) ?? 0
