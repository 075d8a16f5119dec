import { z } from 'zod'
import { command, queryOf, reference, refusal } from './call.ts'
import { gridExportResult } from './figures.ts'
import { papersResult } from './letters.ts'
import { importResult } from './submissions.ts'
import { reportEntry, reportResult } from './reports.ts'
import { templatesResult } from './templates.ts'
import { auditReport, backupResult } from './trust.ts'
import { count, id, instant } from './values.ts'

/** What each kind of job answers in the end. */
export const jobResults = {
  templates: templatesResult,
  import: importResult,
  report: reportResult,
  submit: reportEntry,
  approve: reportEntry,
  backup: backupResult,
  grid: gridExportResult,
  papers: papersResult,
  audit: auditReport,
  sample: z.strictObject({}),
} as const
export const jobKinds = [
  'templates',
  'import',
  'report',
  'submit',
  'approve',
  'backup',
  'grid',
  'papers',
  'audit',
  'sample',
] as const satisfies readonly (keyof typeof jobResults)[]
export const jobKind = z.enum(jobKinds)
export type JobKind = z.infer<typeof jobKind>
export type JobResult<Kind extends JobKind> = z.infer<(typeof jobResults)[Kind]>

/** `total` is 0 until the job knows how much there is; `result` is shaped by `jobResults[kind]`. */
export const job = z.strictObject({
  id,
  kind: jobKind,
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  done: count,
  total: count,
  result: z.json().nullable(),
  error: z.union([refusal, z.strictObject({ reference })]).nullable(),
  actor: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
})
export type Job = z.infer<typeof job>

export const jobs = {
  /** Newest first, at most 50; results of imports come without their files, which `get` has. */
  list: queryOf('jobs').input(z.strictObject({})).output(z.array(job)),
  /** `brief`: as in the list. */
  get: queryOf('jobs')
    .input(z.strictObject({ id, brief: z.literal(true).optional() }))
    .output(job),
  /** Asks the job to stop at the next whole step; a finished one stays as it is. */
  cancel: command('jobs').input(z.strictObject({ id })).output(job),
}
