import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, jobStarted, periodCode, sha256 } from './values.ts'

export const reportResult = z.strictObject({ report: id, sha256, pages: count, blocking: count, file: fileId.optional() })

export const reportEntry = z.strictObject({
  report: id,
  period: periodCode,
  kind: reportKind,
  state: z.enum(['draft']),
  profile: z.string(),
  sha256,
  pages: count,
  builtAt: instant,
  actor: z.string(),
})

export const reports = {
  /** Building from unchanged inputs gives the same report and writes no entry. No `target` = kept for download. */
  build: command('jobs', 'reports')
    .input(z.strictObject({ period: periodCode, kind: reportKind, target: fileId.optional() }))
    .output(jobStarted),
  list: queryOf('reports')
    .input(z.strictObject({ period: periodCode.optional() }))
    .output(z.array(reportEntry)),
}
