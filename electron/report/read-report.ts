import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { findReading, insertReading, type Reader } from '../store/report-reading-store.ts'
import { getReport } from '../store/report-store.ts'
import { accountIdOf } from './preparers.ts'
import { getFreeze } from './report-archive.ts'

export const readerOf = ({ store, actor }: Pick<ServiceContext, 'store' | 'actor'>): Reader => ({
  actor,
  account: accountIdOf(store, actor),
})

/**
 * Whoever acts has read what was submitted to its last page; once is enough, a second time writes nothing. Refuses with
 * `report.not_found | not_submitted | wrong_state`.
 */
export function readToEnd(context: ServiceContext, id: Id): { readAt: Instant } {
  const { store, clock, newId } = context
  const report = getReport(store, id)
  if (report.state === 'draft' || report.state === 'reviewed') throw new AppError('report.wrong_state', { report: id, state: report.state })
  const freeze = getFreeze(store, id)
  const reader = readerOf(context)
  const known = findReading(store, freeze.id, reader)
  if (known !== undefined) return { readAt: known }
  const reading = { id: newId(), freeze: freeze.id, at: clock(), ...reader }
  return runCommand(context, () => {
    insertReading(store, reading)
    return {
      entry: {
        action: 'report.read',
        params: { report: id, period: report.period, kind: report.kind, sha256: freeze.baseSha256 },
        rows: [{ table: 'report_reading', key: reading.id }],
      },
      result: { readAt: reading.at },
    }
  })
}
