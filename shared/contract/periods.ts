import { z } from 'zod'
import { command, queryOf } from './call.ts'
import { count, fileId, instant, isoDay, periodCode, reason } from './values.ts'

export const period = z.strictObject({
  code: periodCode,
  from: isoDay,
  to: isoDay,
  cutOff: isoDay,
  dueAt: instant,
  endsYear: z.boolean(),
  state: z.enum(['open', 'closed']),
  openedAt: instant,
  programmeVersion: z.int(),
})

export const periods = {
  list: queryOf('periods').input(z.strictObject({})).output(z.array(period)),
  /** Days and times as typed: ISO or day first; without a zone they are Vietnam's. */
  open: command('periods', 'submissions', 'figures')
    .input(
      z.strictObject({
        code: z.string(),
        from: z.string(),
        to: z.string(),
        due: z.string(),
        cutOff: z.string().optional(),
        endsYear: z.boolean().optional(),
      }),
    )
    .output(period),
  close: command('periods')
    .input(z.strictObject({ code: periodCode }))
    .output(period),
  reopen: command('periods')
    .input(z.strictObject({ code: periodCode, reason }))
    .output(period),
  registerCounts: command('figures')
    .input(z.strictObject({ period: periodCode, file: fileId }))
    .output(z.strictObject({ counts: count, units: count })),
}
