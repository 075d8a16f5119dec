import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { reportStates } from '../domain/report-state.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, jobStarted, periodCode, sha256 } from './values.ts'

export const reportResult = z.strictObject({ report: id, sha256, pages: count, blocking: count, file: fileId.optional() })

export const reportState = z.enum(reportStates)

export const reportEntry = z.strictObject({
  report: id,
  period: periodCode,
  kind: reportKind,
  state: reportState,
  profile: z.string(),
  sha256,
  pages: count,
  builtAt: instant,
  actor: z.string(),
})
export type ReportEntry = z.infer<typeof reportEntry>

export const reports = {
  /** Building from unchanged inputs gives the same report and writes no entry. No `target` = kept for download. */
  build: command('jobs', 'reports')
    .input(z.strictObject({ period: periodCode, kind: reportKind, target: fileId.optional() }))
    .output(jobStarted),
  /** Where the kept PDF can be read from, checked against its hash. Refuses with `report.not_found | bytes_lost`. */
  open: queryOf()
    .input(z.strictObject({ report: id }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
  /** Writes the kept PDF to a place that a person chose; without one it is kept for download. Refuses like `open`, and with `report.not_written`. */
  save: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
  /** What became of a report since: `changedAt` is null while building it again would give the same, `steps` are in order. */
  standing: queryOf('reports', 'periods', 'units', 'submissions', 'figures', 'findings', 'adjustments')
    .input(z.strictObject({ report: id }))
    .output(
      z.strictObject({
        changedAt: instant.nullable(),
        steps: z.array(z.strictObject({ state: reportState, at: instant, actor: z.string() })),
      }),
    ),
  list: queryOf('reports')
    .input(z.strictObject({ period: periodCode.optional() }))
    .output(z.array(reportEntry)),
  /** draft → reviewed, by somebody who had no part in it. Refuses with `report.not_found | not_draft | own_work`. */
  review: command('reports')
    .input(z.strictObject({ report: id }))
    .output(reportEntry),
}
