import { z } from 'zod'
import { command } from './call.ts'
import { fileId, jobStarted, periodCode, unitCode } from './values.ts'

/** `unit` is null for the common workbook. */
export const templatesResult = z.strictObject({
  files: z.array(z.strictObject({ unit: unitCode.nullable(), file: fileId })),
  /** All of them in one file, where they were kept for download and there are several. */
  archive: fileId.optional(),
})

export const templates = {
  /** No `units` = every expected unit and the common workbook, or `only` one of the two. `target` is a staged folder; none = kept for download. */
  write: command('jobs')
    .input(
      z.strictObject({
        period: periodCode,
        units: z.array(unitCode).min(1).optional(),
        only: z.enum(['units', 'common']).optional(),
        target: fileId.optional(),
      }),
    )
    .output(jobStarted),
}
