import type { Id } from '../../shared/domain/identity.ts'
import { sha256 } from '../audit/canonical.ts'
import { writeTables } from '../report/write-tables.ts'
import { writeTarget } from '../report/write-target.ts'
import { getReport } from '../store/report-store.ts'
import { composeOrigins } from './compose-origins.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'

/** The tables of a report, written where a person chose; kept for download without a target. */
export async function writeTablesOf(
  context: EngineContext,
  { report, target }: { report: Id; target?: Id | undefined },
): Promise<{ file: Id; name: string; sha256: string }> {
  const { bytes, name } = await drawTables(context, report)
  const file = target === undefined ? context.staging.reserve(name, 'output') : context.staging.getTarget(target)
  await writeTarget(file.path, bytes)
  return { file: file.id, name, sha256: sha256(bytes) }
}

/** What is only read and written out needs no writer; who names a path is in this process. */
export async function writeTablesTo(context: EngineContext, report: Id, path: string): Promise<{ sha256: string }> {
  const { bytes } = await drawTables(context, report)
  await writeTarget(path, bytes)
  return { sha256: sha256(bytes) }
}

const drawTables = (context: EngineContext, report: Id): Promise<{ bytes: Uint8Array; name: string }> =>
  writeTables(context, {
    report,
    live() {
      const { period, kind } = getReport(context.store, report)
      const source = composeReport(context, { period, kind })
      return { source, origins: composeOrigins(context, period, source.units) }
    },
  })
