import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import { weighSource, type SourceWeights } from '../../shared/rules/weigh-source.ts'
import type { ServiceContext } from '../audit/context.ts'
import { compareVersions, isFrozen, type VersionChanges } from '../report/compare-versions.ts'
import { findLaterData, type LaterData } from '../report/later-data.ts'
import { readSnapshot } from '../report/read-snapshot.ts'
import { getFreeze } from '../report/report-archive.ts'
import { getReport } from '../store/report-store.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'
import { writeTo } from './report-road.ts'

/** What is read beside a report: what is new in it, what came later, who weighs most. */

const composing =
  (context: ServiceContext, report: Id): (() => ReportSource) =>
  () => {
    const { period, kind } = getReport(context.store, report)
    return composeReport(context, { period, kind })
  }

export const changesOf = (context: ServiceContext, { report, since }: { report: Id; since?: Id | undefined }): Promise<VersionChanges> =>
  compareVersions(context, { report, since, compose: composing(context, report) })

export const laterOf = (context: EngineContext, report: Id): Promise<LaterData> =>
  findLaterData(context, report, composing(context, report))

/** Of the very data that stand on its pages; a draft is of what is there now. */
export async function weightsOf(context: EngineContext, id: Id): Promise<SourceWeights[]> {
  const { store } = context
  const report = getReport(store, id)
  return weighSource(isFrozen(report) ? (await readSnapshot(store, id, getFreeze(store, id))).source : composing(context, id)())
}

type Written = { file: Id; name: string }

export async function writeChanges(
  context: EngineContext,
  { report, since, target }: { report: Id; since?: Id | undefined; target?: Id | undefined },
): Promise<Written> {
  const { renderChanges } = await import('../report/render-changes.ts')
  return write(context, target, await renderChanges(context, report, await changesOf(context, { report, since })))
}

export async function writeRemarks(context: EngineContext, { report, target }: { report: Id; target?: Id | undefined }): Promise<Written> {
  const { renderRemarks } = await import('../report/render-changes.ts')
  return write(context, target, await renderRemarks(context, report))
}

async function write(
  context: EngineContext,
  target: Id | undefined,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<Written> {
  const file = target ?? context.staging.reserve(name, 'output').id
  await writeTo(context, file, bytes)
  return { file, name }
}
