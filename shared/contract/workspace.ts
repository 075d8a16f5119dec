import { z } from 'zod'
import type { Programme } from '../domain/programme.ts'
import { command, query, queryOf, topics } from './call.ts'
import { period } from './periods.ts'
import { count, fileId, id, instant, periodCode, sha256 } from './values.ts'

export const workspaceDescription = z.strictObject({
  workspace: id,
  machine: id,
  directory: z.string(),
  programme: z.strictObject({ code: z.string(), version: z.int(), title: z.strictObject({ vi: z.string(), en: z.string() }) }),
  units: count,
  periods: z.array(period),
  readOnly: z.boolean(),
  damage: z.string().nullable(),
  head: z.strictObject({ seq: count, hash: sha256, at: instant }).nullable(),
})

/** What a backup is, and what the workspace has had recorded that is not in it. */
export const backupDescription = z.strictObject({
  name: z.string(),
  madeAt: instant,
  actor: z.string(),
  /** False for a backup of somebody else's data: everything of the present workspace is then not in it. */
  isSameWorkspace: z.boolean(),
  /** Nothing was begun here yet, so nothing can be lost. */
  isHereEmpty: z.boolean(),
  /** Null where the present data are damaged and nothing in them can be counted on. */
  missing: z.strictObject({ submissions: count, adjustments: count, others: count }).nullable(),
})
export type BackupDescription = z.infer<typeof backupDescription>

export const workspace = {
  describe: query.input(z.strictObject({})).output(workspaceDescription),
  /** Of a period, or the newest; it was checked against its schema when it came in. */
  programme: queryOf('workspace', 'periods')
    .input(z.strictObject({ period: periodCode.optional() }))
    .output(z.custom<Programme>((value) => typeof value === 'object' && value !== null)),
  /**
   * Shows the sample over this connection from now on. The first time it has to be built: the answer then names the job, and
   * the call is made again when that is done.
   */
  openSample: command('session')
    .input(z.strictObject({}))
    .output(z.strictObject({ jobId: id.nullable() })),
  leaveSample: command('session').input(z.strictObject({})).output(z.strictObject({})),
  /** Reads all of the backup first. Refuses with `backup.not_found | damaged`, `workspace.newer`. */
  describeBackup: queryOf()
    .input(z.strictObject({ file: fileId }))
    .output(backupDescription),
  /**
   * The present data are backed up beside (`keptAs`; null where there were none), then the backup takes their place, all of it
   * or nothing. Every session is over. Refuses as `describeBackup`, with `workspace.busy` while work goes on, and with
   * `workspace.disk_full`; the present data then stay in use.
   */
  restore: command(...topics)
    .input(z.strictObject({ file: fileId }))
    .output(z.strictObject({ madeAt: instant, keptAs: z.string().nullable() })),
}
