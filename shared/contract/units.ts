import { z } from 'zod'
import { sourceLine } from '../domain/programme-terms.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, isoDay, unitCode } from './values.ts'

export const unit = z.strictObject({
  code: unitCode,
  name: z.string(),
  kind: z.string(),
  line: sourceLine,
  parent: unitCode.nullable(),
  rank: z.int(),
  validFrom: isoDay.nullable(),
  validTo: isoDay.nullable(),
  aliases: z.array(z.string()),
})

export const units = {
  /** Protocol order. */
  list: queryOf('units').input(z.strictObject({})).output(z.array(unit)),
  import: command('units', 'submissions', 'figures', 'findings')
    .input(z.strictObject({ file: fileId }))
    .output(z.strictObject({ added: count, changed: count, unchanged: count })),
}
