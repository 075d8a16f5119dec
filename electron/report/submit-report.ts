import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { FigureOrigins } from '../../shared/domain/report-tables.ts'
import { AppError } from '../../shared/errors.ts'
import { assembleReport } from '../../shared/rules/assemble-report.ts'
import { verificationCode } from '../../shared/rules/verification-code.ts'
import { canonicalJson, sha256, type Json } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { findLastChangeSince } from '../store/report-entry-store.ts'
import { insertFreeze, type ReportFreeze } from '../store/report-freeze-store.ts'
import { listRemarks } from '../store/report-remark-store.ts'
import { getReport } from '../store/report-store.ts'
import { getSetting } from '../store/setting-store.ts'
import { inputsHash, renderingVersion } from './build-report.ts'
import { checkReplaceable } from './choose-replaced.ts'
import type { ListedReport } from './list-reports.ts'
import { hasReviewed } from './preparers.ts'
import { program, type ReportSnapshot } from './read-snapshot.ts'
import { keepArchived, recordArchived } from './report-archive.ts'
import { checkState, takeStep } from './take-step.ts'

export type SubmitOrder = {
  report: Id
  /** What the report would be built from now, as a draft. */
  source: ReportSource
  /** Where its figures stand in the units' files, of the same moment. */
  origins: FigureOrigins
  /** Why it is submitted although blocking findings are open. */
  reservations?: string | undefined
}

/**
 * Reviewed → submitted: fixes the snapshot and draws the paper once, with empty fields for number, day and signatures. What was
 * reviewed must be what is there now. Refuses with `report.not_found | wrong_state | stale | blocked | remarks_open |
 * own_review | not_superseded`, and what
 * drawing refuses.
 */
export async function submitReport(
  context: ServiceContext,
  { report: id, source, origins, reservations }: SubmitOrder,
): Promise<ListedReport> {
  const { store, pool, newId, clock, actor } = context
  const report = getReport(store, id)
  checkState(report, ['reviewed'])
  if (hasReviewed(store, report, actor)) throw new AppError('report.own_review', { report: id })
  if (inputsHash(source) !== report.inputsSha256) throw new AppError('report.stale', { report: id })
  const { blocking } = source.openFindings
  if (blocking > 0 && reservations === undefined) throw new AppError('report.blocked', { count: blocking })
  checkRemarks()
  if (source.replaces) checkReplaceable(store, source.replaces.report)
  const final: ReportSource = { ...source, draft: false }
  const fixed: ReportSnapshot = { program, renderingVersion, report: id, source: final, origins }
  const snapshot = canonicalJson(fixed as unknown as Json)
  // Drawn from what is kept, in its order: whoever draws it again later has nothing else.
  const { bytes, pages } = await pool.run('render_report', assembleReport((JSON.parse(snapshot) as ReportSnapshot).source))
  const base = await keepArchived(store, bytes, '.pdf')
  const kept = await keepArchived(store, Buffer.from(snapshot), '.json')
  return takeStep(context, {
    report: id,
    from: ['reviewed'],
    to: 'submitted',
    action: 'report.submit',
    params: { sha256: base.sha256, snapshot: kept.sha256, pages, blocking },
    words: blocking > 0 && reservations !== undefined ? { kind: 'blocking', words: reservations } : undefined,
    write(current) {
      // Drawing took a while; what came in meanwhile is not in it.
      if (findLastChangeSince(store, current) !== undefined) throw new AppError('report.stale', { report: id })
      checkRemarks()
      if (source.replaces) checkReplaceable(store, source.replaces.report)
      const freezeId = newId()
      const freeze: ReportFreeze = {
        id: freezeId,
        report: id,
        at: clock(),
        actor,
        snapshotSha256: kept.sha256,
        baseSha256: base.sha256,
        identifier: identifierOf(bytes),
        pages,
        journalHead: findLastEntry(store, getSetting(store, 'machine'))?.hash ?? '',
        code: verificationCode(sha256(`${freezeId} ${kept.sha256}`)),
      }
      insertFreeze(store, freeze)
      return [
        { table: 'report_freeze', key: freeze.id },
        recordArchived(context, freeze.id, 'submitted', base),
        recordArchived(context, freeze.id, 'snapshot', kept),
      ]
    },
  })

  function checkRemarks(): void {
    const open = listRemarks(store, id).filter(({ answer }) => answer === null).length
    if (open > 0) throw new AppError('report.remarks_open', { count: open })
  }
}

/** The file's own, from its trailer. */
const identifierOf = (bytes: Uint8Array): string =>
  /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes.subarray(-2_048)).toString('latin1'))?.[1] ?? ''
