import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { ReportState } from '../../shared/domain/report-state.ts'
import type { Store } from './database.ts'
import { findReportStyle } from './report-style-store.ts'

/** What only reads the data, or is about the store itself, changes no report. */
const silentActions = [
  'report.build',
  'report.review',
  'report.submit',
  'report.return',
  'report.answer',
  'report.read',
  'report.withdraw',
  'report.approve',
  'report.approve_paper',
  'report.sign',
  'report.intake',
  'report.issue',
  'report.number',
  'certificate.refuse',
  'certificate.open',
  'trust.add',
  'trust.remove',
  'settings.term',
  'workspace.backup',
  'workspace.restore',
  'clock.accept',
  'settings.update',
  'settings.inbox',
  'settings.report_style',
]

const lastEntryBehind = (where: string): string =>
  `SELECT max(entry.at) FROM journal_entry entry
   LEFT JOIN submission ON submission.id = json_extract(entry.params, '$.submission')
   LEFT JOIN period ON period.key = submission.period
     OR period.code = coalesce(json_extract(entry.params, '$.period'), json_extract(entry.params, '$.code'))
   WHERE ${where} AND entry.action NOT IN (SELECT value FROM json_each(@silent))
     AND entry.action NOT LIKE 'session.%' AND entry.action NOT LIKE 'account.%'
     AND ((entry.action NOT LIKE 'report_text.%' AND entry.action NOT LIKE 'report_style.%')
       OR (json_extract(entry.params, '$.period') = @period AND json_extract(entry.params, '$.kind') = @kind))
     AND (period.key IS NULL OR period.cut_off <= (SELECT cut_off FROM period WHERE code = @period))`

/**
 * When the newest entry was made that a report on this period depends on. Earlier periods count, because their figures
 * bound what missing units can change; later ones do not, so that an old report is built again as it was. What the office wrote,
 * and the look it chose, is of one kind and period alone.
 */
export const findLastEntryBehindReport = (store: Store, period: string, kind: ReportKind): Instant | undefined =>
  store.pluck<[Record<string, string>], Instant>(lastEntryBehind('true')).get({ period, kind, silent: JSON.stringify(silentActions) }) ??
  undefined

/**
 * The same, of entries after the one that built a report: in its own chain by their order, which no clock can change, in
 * other machines' by their time. Undefined when building it again would give the same.
 */
export function findLastChangeSince(
  store: Store,
  report: { id: Id; period: string; kind: ReportKind; state: ReportState; builtAt: Instant },
): Instant | undefined {
  const built = store
    .prepare<[string], { machine: string; seq: number }>(
      "SELECT machine, seq FROM journal_entry WHERE action = 'report.build' AND instr(rows, ?) > 0 ORDER BY machine, seq DESC LIMIT 1",
    )
    .get(report.id)
  // A new common look changes what is not submitted yet, unless it has a look of its own.
  const isOpen = report.state === 'draft' || report.state === 'reviewed'
  const silent =
    isOpen && !findReportStyle(store, report) ? silentActions.filter((action) => action !== 'settings.report_style') : silentActions
  return (
    store
      .pluck<[Record<string, string | number>], Instant>(
        lastEntryBehind('((entry.machine = @machine AND entry.seq > @seq) OR (entry.machine <> @machine AND entry.at > @builtAt))'),
      )
      .get({
        period: report.period,
        kind: report.kind,
        silent: JSON.stringify(silent),
        machine: built?.machine ?? '',
        seq: built?.seq ?? 0,
        builtAt: report.builtAt,
      }) ?? undefined
  )
}
