import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportChanges } from '../../shared/domain/report-change.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import { compareFigures } from '../../shared/rules/compare-reports.ts'
import { countWaiting, type WaitingEffect } from '../../shared/rules/count-waiting.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import { findLastChangeSince } from '../store/report-entry-store.ts'
import { getReport } from '../store/report-store.ts'
import { listReadings } from '../store/submission-rows.ts'
import { listHeldSubmissions } from '../store/submission-store.ts'
import { readSnapshot } from './read-snapshot.ts'
import { getFreeze } from './report-archive.ts'

export type WaitingFile = {
  submission: Id
  unit: string | null
  unitName: string | null
  file: string
  receivedAt: Instant
  afterClose: boolean
}

export type LaterData = Pick<ReportChanges, 'indicators' | 'fields' | 'register'> & {
  /** When the paper was submitted, and when data changed last after it was built; null while they are what it was made from. */
  at: Instant
  changedAt: Instant | null
  /** Files that count nowhere yet: they wait, or came after the closing. In the order they came. */
  waiting: WaitingFile[]
  /** What each indicator would be if those counted, too; from what is in effect now. */
  ifCounted: WaitingEffect[]
}

/**
 * Which figures of a submitted report would be others today, and others still if what waits counted as well; the paper itself stays
 * what it is. Refuses with `report.not_found | not_submitted | bytes_lost`, and what composing refuses.
 */
export async function findLaterData({ store }: Pick<ServiceContext, 'store'>, id: Id, compose: () => ReportSource): Promise<LaterData> {
  const report = getReport(store, id)
  const freeze = getFreeze(store, id)
  const { source: frozen } = await readSnapshot(store, id, freeze)
  const now = compose()
  const held = listHeldSubmissions(store, report.period)
  const nameOf = new Map(now.units.map(({ code, name }) => [code, name]))
  return {
    at: freeze.at,
    changedAt: findLastChangeSince(store, report) ?? null,
    ...compareFigures(frozen, now),
    waiting: held.map(({ id: submission, unit, originalName, receivedAt, afterClose }) => ({
      submission,
      unit,
      unitName: unit === null ? null : (nameOf.get(unit) ?? unit),
      file: originalName,
      receivedAt,
      afterClose,
    })),
    ifCounted: countWaiting(
      now,
      held.flatMap(({ key, unit }) => (unit === null ? [] : [{ unit, readings: readingsOf(store, key) }])),
    ),
  }
}

const readingsOf = (store: Store, key: number) =>
  new Map(listReadings(store, key).map(({ field, state, value }) => [field, { state, value }]))
