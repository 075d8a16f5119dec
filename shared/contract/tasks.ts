import { z } from 'zod'
import { taskStatuses } from '../domain/task-status.ts'
import { command, queryOf } from './call.ts'
import { fileId, id, instant, periodCode, reason, sha256, unitCode } from './values.ts'

const taskCode = z.string().min(1)
const stated = {
  id,
  status: z.enum(taskStatuses),
  evidence: z.string(),
  /** Kept files that show it; `files.openEvidence` opens one. */
  files: z.array(z.strictObject({ sha256, name: z.string() })),
  actor: z.string(),
  at: instant,
}

/** `suggested` is what the narrative alone looks like; only a person states. Null for a unit that has not reported. */
export const taskOfUnit = z.strictObject({
  unit: unitCode,
  name: z.string(),
  task: z.string(),
  stated: z.strictObject(stated).nullable(),
  suggested: z.enum(taskStatuses).nullable(),
})

export type TaskOfUnit = z.infer<typeof taskOfUnit>

export const tasks = {
  /** Every task of every unit that is asked for tasks, in protocol order. */
  list: queryOf('submissions', 'findings')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional(), task: taskCode.optional() }))
    .output(z.array(taskOfUnit)),
  setStatus: command('findings')
    .input(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        task: taskCode,
        status: z.enum(taskStatuses),
        evidence: reason,
        files: z.array(fileId).max(20).optional(),
      }),
    )
    .output(z.strictObject({ ...stated, unit: unitCode, task: z.string() })),
}
