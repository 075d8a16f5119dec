import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { LayoutProfileCode, ReportKind } from '../../shared/domain/programme.ts'
import type { ReportState } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import type { Store } from './database.ts'
import { getPeriodKey } from './period-store.ts'

/** A report as built. `inputsSha256`: hash of everything it was built from; `sha256`: hash of its PDF; `bytes`: size of it. */
export type StoredReport = {
  id: Id
  period: string
  kind: ReportKind
  state: ReportState
  profile: LayoutProfileCode
  language: 'vi'
  inputsSha256: string
  sha256: string
  pages: number
  bytes: number
  builtAt: Instant
  actor: string
}

const columns = `report.id, period.code AS period, report.kind,
  coalesce((SELECT state FROM report_step WHERE report_step.report = report.key ORDER BY report_step.key DESC LIMIT 1), report.state) AS state, report.profile, report.language, report.inputs_sha256 AS inputsSha256,
  report.sha256, report.pages, report.bytes, report.built_at AS builtAt, report.actor`
const from = 'FROM report JOIN period ON period.key = report.period'

/** Newest first; of all periods when none is named. */
export const listReports = (store: Store, period?: string): StoredReport[] =>
  store
    .prepare<[string | null, string | null], StoredReport>(
      `SELECT ${columns} ${from} WHERE ? IS NULL OR period.code = ? ORDER BY report.built_at DESC, report.key DESC`,
    )
    .all(period ?? null, period ?? null)

export const findReportByInputs = (store: Store, period: string, kind: ReportKind, inputsSha256: string): StoredReport | undefined =>
  store
    .prepare<[string, string, string], StoredReport>(
      `SELECT ${columns} ${from} WHERE period.code = ? AND report.kind = ? AND report.inputs_sha256 = ?`,
    )
    .get(period, kind, inputsSha256)

/** Refuses with `report.not_found`. */
export function getReport(store: Store, id: Id): StoredReport {
  const report = store.prepare<[string], StoredReport>(`SELECT ${columns} ${from} WHERE report.id = ?`).get(id)
  if (!report) throw new AppError('report.not_found', { report: id })
  return report
}

/** As a draft. Refuses with `period.not_found`. */
export function insertReport(store: Store, report: StoredReport): void {
  store
    .prepare(
      `INSERT INTO report (id, period, kind, state, profile, language, inputs_sha256, sha256, pages, bytes, built_at, actor)
       VALUES (@id, @periodKey, @kind, @state, @profile, @language, @inputsSha256, @sha256, @pages, @bytes, @builtAt, @actor)`,
    )
    .run({ ...report, periodKey: getPeriodKey(store, report.period) })
}
