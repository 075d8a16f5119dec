import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { PaperRole, ReportMove, ReportState } from '../../shared/domain/report-state.ts'
import { paperRoles } from '../../shared/domain/report-state.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findNumberOf, findSuccessor, type DocumentNumber } from '../store/document-number-store.ts'
import { findLastChangeSince } from '../store/report-entry-store.ts'
import { countReportFiles, findFreeze, findReportFile, type ReportFreeze } from '../store/report-freeze-store.ts'
import { findReading } from '../store/report-reading-store.ts'
import { listRemarks, type ReportRemark } from '../store/report-remark-store.ts'
import { listReportSteps, type ListedStep } from '../store/report-step-store.ts'
import { getReport, type StoredReport } from '../store/report-store.ts'
import type { ListedReport } from './list-reports.ts'
import { toListed } from './list-reports.ts'
import { hasReviewed, isOwnWork } from './preparers.ts'
import { readerOf } from './read-report.ts'
import { paperName } from './report-archive.ts'

export type Blocker = { code: 'stale' | 'blocked' | 'remarks_open' | 'own_work' | 'own_review'; count: number }
export type RoadFile = { role: PaperRole; name: string; sha256: string; bytes: number; at: Instant; actor: string }

export type Road = {
  report: ListedReport
  steps: ListedStep[]
  /** What the state allows whoever has the right. */
  moves: ReportMove[]
  /** Why the next step is not open yet. */
  blockers: Blocker[]
  remarks: ReportRemark[]
  freeze: Pick<ReportFreeze, 'at' | 'actor' | 'pages' | 'snapshotSha256' | 'journalHead' | 'code'> | null
  files: RoadFile[]
  number: DocumentNumber | null
  supersededBy: DocumentNumber | null
  /** Data changed after the report was built, or submitted; null while it is what was. */
  changedAt: Instant | null
  /** When whoever acts read what was submitted to its last page. */
  readAt: Instant | null
}

const movesOf: Readonly<Record<ReportState, readonly ReportMove[]>> = {
  draft: ['review'],
  reviewed: ['submit', 'withdraw'],
  submitted: ['approve', 'return', 'withdraw'],
  approved: ['sign', 'issue', 'withdraw'],
  signed: ['issue', 'withdraw'],
  issued: ['sign'],
  superseded: [],
}

/** Where a report stands and what comes next. `blocking`: open findings of its period now. Refuses with `report.not_found`. */
export function getRoad({ store, actor }: Pick<ServiceContext, 'store' | 'actor'>, id: Id, blocking: number): Road {
  const report = getReport(store, id)
  const changedAt = findLastChangeSince(store, report) ?? null
  const remarks = listRemarks(store, id)
  const freeze = findFreeze(store, id)
  const open = remarks.filter(({ answer }) => answer === null).length
  const isBefore = report.state === 'draft' || report.state === 'reviewed'
  const needsOther = report.state === 'draft' || report.state === 'submitted'
  return {
    report: toListed(report),
    steps: listReportSteps(store, id),
    // The office signs once: its paper is the second one that is kept as issued.
    moves: report.state === 'issued' && freeze && countReportFiles(store, freeze.id, 'issued') > 1 ? [] : [...movesOf[report.state]],
    blockers: [
      ...(isBefore && changedAt !== null ? [{ code: 'stale', count: 1 } as const] : []),
      ...(isBefore && blocking > 0 ? [{ code: 'blocked', count: blocking } as const] : []),
      ...(isBefore && open > 0 ? [{ code: 'remarks_open', count: open } as const] : []),
      ...(report.state === 'reviewed' && hasReviewed(store, report, actor) ? [{ code: 'own_review', count: 1 } as const] : []),
      ...(needsOther && isOwnWork(store, report, actor) ? [{ code: 'own_work', count: 1 } as const] : []),
    ],
    remarks,
    freeze: freeze ? pick(freeze) : null,
    files: freeze ? filesOf(store, report, freeze.id) : [],
    number: findNumberOf(store, id) ?? null,
    supersededBy: findSuccessor(store, id) ?? null,
    changedAt,
    readAt: (isBefore || !freeze ? undefined : findReading(store, freeze.id, readerOf({ store, actor }))) ?? null,
  }
}

const pick = ({ at, actor, pages, snapshotSha256, journalHead, code }: ReportFreeze): NonNullable<Road['freeze']> => ({
  at,
  actor,
  pages,
  snapshotSha256,
  journalHead,
  code,
})

const filesOf = (store: ServiceContext['store'], report: StoredReport, freeze: Id): RoadFile[] =>
  paperRoles.flatMap((role) => {
    const file = findReportFile(store, freeze, role)
    return file ? [{ role, name: paperName(report, file), sha256: file.sha256, bytes: file.bytes, at: file.at, actor: file.actor }] : []
  })
