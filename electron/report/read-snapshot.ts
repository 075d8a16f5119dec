import type { Id } from '../../shared/domain/identity.ts'
import { readStoredProgramme } from '../../shared/domain/read-stored-programme.ts'
import { usualReportStyle } from '../../shared/domain/report-style.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { FigureOrigins } from '../../shared/domain/report-tables.ts'
import type { Store } from '../store/database.ts'
import { findReportFile, type ReportFreeze } from '../store/report-freeze-store.ts'
import { readArchived } from './report-archive.ts'

/** Stands in every snapshot: by it a later program knows whether it draws as this one did. */
export const program = 'tonghop 0.1.0'

/** What was fixed when a report was submitted, as JSON under its own hash. */
export type ReportSnapshot = {
  program: string
  renderingVersion: number
  report: Id
  source: ReportSource
  origins: FigureOrigins
}

/** After a look at its hash. Refuses with `report.bytes_lost`. */
export async function readSnapshot(store: Store, report: Id, freeze: ReportFreeze): Promise<ReportSnapshot> {
  const file = findReportFile(store, freeze.id, 'snapshot')
  if (!file) throw new Error(`freeze ${freeze.id} has no snapshot`)
  const bytes = await readArchived(store, report, file)
  // The hash says that it is what this program, or an earlier one, wrote.
  const { source, ...stored } = JSON.parse(Buffer.from(bytes).toString('utf8')) as ReportSnapshot
  const programme = readStoredProgramme(JSON.stringify(source.programme))
  return { ...stored, source: { ...unknownToEarlierPrograms, ...source, programme } }
}

/** What a report was not made from before there was such a thing. */
const unknownToEarlierPrograms = {
  topic: null,
  style: usualReportStyle,
  earlier: { yearAgo: null, latest: null },
  judgements: { taskStatuses: [], notes: [], proposalStates: [], decisions: [], minutes: {} },
  excerpts: [],
  written: {},
  overrides: {},
} satisfies Partial<ReportSource>
