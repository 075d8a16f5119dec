import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { FigureOrigins } from '../../shared/domain/report-tables.ts'
import { AppError } from '../../shared/errors.ts'
import { layOutTables } from '../../shared/rules/tables/lay-out-tables.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreeze } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { inputsHash } from './build-report.ts'
import { readSnapshot } from './read-snapshot.ts'

/** A sheet of five thousand units has a hundred and fifty thousand cells. */
const timeoutMs = 300_000

export type TablesOrder = {
  report: Id
  /** What the report would be built from now, and where its figures stand; asked for only while it is not submitted. */
  live: () => { source: ReportSource; origins: FigureOrigins }
}

/**
 * The tables of a report as a workbook, with the very figures of its paper: of a submitted one from what was fixed then, of a
 * draft only while nothing has changed since it was built. Refuses with `report.not_found | bytes_lost | tables_stale`.
 */
export async function writeTables(
  { store, pool }: Pick<ServiceContext, 'store' | 'pool'>,
  { report: id, live }: TablesOrder,
): Promise<{ bytes: Uint8Array; name: string }> {
  const report = getReport(store, id)
  // One that was taken back is what it was built as.
  const freeze = report.state === 'draft' || report.state === 'reviewed' ? undefined : findFreeze(store, id)
  const { source, origins } = freeze ? await readSnapshot(store, id, freeze) : live()
  if (!freeze && inputsHash(source) !== report.inputsSha256) throw new AppError('report.tables_stale', { report: id })
  const tables = layOutTables({ source, origins, frozen: freeze ? { at: freeze.at, code: freeze.code } : null })
  const { bytes } = await pool.run('write_report_tables', tables, { timeoutMs })
  return { bytes, name: `bang-so-lieu-${report.kind}-${report.period}.xlsx` }
}
