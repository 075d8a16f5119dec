import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'
import type { TextScope } from './report-text-store.ts'

/** What was fixed when a report was submitted; hashes are hex. */
export type ReportFreeze = {
  id: Id
  report: Id
  at: Instant
  actor: string
  snapshotSha256: string
  baseSha256: string
  identifier: string
  pages: number
  journalHead: string
  code: string
}

/** `snapshot`: JSON; `approval`: the scan of an approval on paper; the others are the paper itself, further and further on. */
export type ReportFileRole = 'snapshot' | 'submitted' | 'signed' | 'issued' | 'approval'
export type ReportFile = {
  id: Id
  freeze: Id
  role: ReportFileRole
  sha256: string
  bytes: number
  ending: string
  at: Instant
  actor: string
}

const freezeColumns = `report_freeze.id, report.id AS report, report_freeze.at, report_freeze.actor, snapshot_sha256 AS snapshotSha256,
  base_sha256 AS baseSha256, identifier, report_freeze.pages, journal_head AS journalHead, code`
const fromFreeze = 'FROM report_freeze JOIN report ON report.key = report_freeze.report'

/** The newest, which counts. */
export const findFreeze = (store: Store, report: Id): ReportFreeze | undefined =>
  store
    .prepare<[string], ReportFreeze>(`SELECT ${freezeColumns} ${fromFreeze} WHERE report.id = ? ORDER BY report_freeze.key DESC LIMIT 1`)
    .get(report)

export const findFreezeById = (store: Store, id: Id): ReportFreeze | undefined =>
  store.prepare<[string], ReportFreeze>(`SELECT ${freezeColumns} ${fromFreeze} WHERE report_freeze.id = ?`).get(id)

/** The last submission of a report of this kind on this period before the one that is named, or the last of all. */
export const findFreezeBefore = (store: Store, { period, kind }: TextScope, freeze?: Id): ReportFreeze | undefined =>
  store
    .prepare<[string, string, string | null, string | null], ReportFreeze>(
      `SELECT ${freezeColumns} ${fromFreeze}
       WHERE report.period = (SELECT key FROM period WHERE code = ?) AND report.kind = ? AND (? IS NULL OR report_freeze.key < (SELECT key FROM report_freeze WHERE id = ?))
       ORDER BY report_freeze.key DESC LIMIT 1`,
    )
    .get(period, kind, freeze ?? null, freeze ?? null)

export const findFreezeByCode = (store: Store, code: string): ReportFreeze | undefined =>
  store.prepare<[string], ReportFreeze>(`SELECT ${freezeColumns} ${fromFreeze} WHERE code = ?`).get(code)

export function insertFreeze(store: Store, freeze: ReportFreeze): void {
  store
    .prepare(
      `INSERT INTO report_freeze (id, report, at, actor, snapshot_sha256, base_sha256, identifier, pages, journal_head, code)
       VALUES (@id, (SELECT key FROM report WHERE id = @report), @at, @actor, @snapshotSha256, @baseSha256, @identifier, @pages, @journalHead, @code)`,
    )
    .run(freeze)
}

const fileColumns = `report_file.id, report_freeze.id AS freeze, role, report_file.sha256, report_file.bytes, ending, report_file.at, report_file.actor`
const fromFile = 'FROM report_file JOIN report_freeze ON report_freeze.key = report_file.freeze'

/** The newest of its kind. */
export const findReportFile = (store: Store, freeze: Id, role: ReportFileRole): ReportFile | undefined =>
  store
    .prepare<[string, string], ReportFile>(
      `SELECT ${fileColumns} ${fromFile} WHERE report_freeze.id = ? AND role = ? ORDER BY report_file.key DESC LIMIT 1`,
    )
    .get(freeze, role)

export const countReportFiles = (store: Store, freeze: Id, role: ReportFileRole): number =>
  store.pluck<[string, string], number>(`SELECT count(*) ${fromFile} WHERE report_freeze.id = ? AND role = ?`).get(freeze, role) ?? 0

export const listReportFiles = (store: Store): ReportFile[] =>
  store.prepare<[], ReportFile>(`SELECT ${fileColumns} ${fromFile} ORDER BY report_file.key`).all()

/** A kept paper with the report and the submission it belongs to. */
export type KeptPaper = ReportFile & { report: Id; kind: ReportKind; submittedAt: Instant }

/** Every paper that a period's reports are kept as, oldest report first; snapshots are no papers. */
export const listKeptPapers = (store: Store, period: string): KeptPaper[] =>
  store
    .prepare<[string], KeptPaper>(
      `SELECT ${fileColumns}, report.id AS report, report.kind, report_freeze.at AS submittedAt ${fromFile}
       JOIN report ON report.key = report_freeze.report JOIN period ON period.key = report.period
       WHERE period.code = ? AND role <> 'snapshot' ORDER BY report.key, report_freeze.key, report_file.key`,
    )
    .all(period)

export function insertReportFile(store: Store, file: ReportFile): void {
  store
    .prepare(
      `INSERT INTO report_file (id, freeze, role, sha256, bytes, ending, at, actor)
       VALUES (@id, (SELECT key FROM report_freeze WHERE id = @freeze), @role, @sha256, @bytes, @ending, @at, @actor)`,
    )
    .run(file)
}

/** `match`: these very bytes are kept as a report. `differs`: the file says that it is one of ours, but is not the one that is kept. */
export type ArchiveFinding = { archive: 'match' | 'differs' | 'unknown'; report: Id | null }

/** `identifier`: first part of the file's own /ID, hex. */
export function findInArchive(store: Store, sha256: string, identifier: string | undefined): ArchiveFinding {
  const kept = store.pluck<[string], Id>(
    `SELECT report.id ${fromFile} JOIN report ON report.key = report_freeze.report WHERE report_file.sha256 = ? AND role IN ('submitted', 'signed', 'issued')`,
  )
  const built = store.pluck<[string], Id>('SELECT id FROM report WHERE sha256 = ?')
  const match = kept.get(sha256) ?? built.get(sha256)
  if (match !== undefined) return { archive: 'match', report: match }
  if (identifier === undefined) return { archive: 'unknown', report: null }
  const same = store.pluck<[string], Id>(`SELECT report.id ${fromFreeze} WHERE identifier = ?`).get(identifier)
  return same === undefined ? { archive: 'unknown', report: null } : { archive: 'differs', report: same }
}
