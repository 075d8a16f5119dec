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
        ...placeOfBuild(store, report),
      }) ?? undefined
  )
}

type Built = { id: Id; period: string; kind: ReportKind; builtAt: Instant }

/** The entry that built a report; of another machine's chain only the time can be compared. */
function placeOfBuild(store: Store, { id, builtAt }: Built): { machine: string; seq: number; builtAt: Instant } {
  const entry = store
    .prepare<[string], { machine: string; seq: number }>(
      "SELECT machine, seq FROM journal_entry WHERE action = 'report.build' AND instr(rows, ?) > 0 ORDER BY machine, seq DESC LIMIT 1",
    )
    .get(id)
  return { machine: entry?.machine ?? '', seq: entry?.seq ?? 0, builtAt }
}

const before = '((entry.machine = @machine AND entry.seq < @seq) OR (entry.machine <> @machine AND entry.at <= @builtAt))'

/**
 * Whoever wrote or chose anything for a report before it was built, its look, what it is about and what it replaces included; by
 * the order of entries, which no clock can change.
 */
export const listWordsmiths = (store: Store, report: Built): string[] =>
  store
    .pluck<[Record<string, string | number>], string>(
      `SELECT DISTINCT actor FROM journal_entry entry WHERE ${before}
         AND (action LIKE 'report_text.%' OR action LIKE 'report_style.%')
         AND json_extract(params, '$.period') = @period AND json_extract(params, '$.kind') = @kind`,
    )
    .all({ period: report.period, kind: report.kind, ...placeOfBuild(store, report) })

/** Whoever laid a figure over a reported one of its period before it was built. */
export const listAdjusters = (store: Store, report: Built): string[] =>
  store
    .pluck<[Record<string, string | number>], string>(
      `SELECT DISTINCT actor FROM journal_entry entry WHERE ${before}
         AND action IN ('figure.adjust', 'discrepancy.settle') AND instr(rows, '"adjustment"') > 0
         AND json_extract(params, '$.period') = @period`,
    )
    .all({ period: report.period, ...placeOfBuild(store, report) })
