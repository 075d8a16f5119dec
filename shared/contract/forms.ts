import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, periodCode, sha256, unitCode } from './values.ts'

/** `report`: with the figures of this one, those that were fixed where it was submitted; else with those of now. */
const scope = { period: periodCode, kind: reportKind, report: id.optional() }

const formMark = z.strictObject({
  /** What stands between the braces. */
  mark: z.string(),
  /** Sheet and cell of the first one; empty in a document. */
  place: z.string(),
  count,
  isRepeated: z.boolean(),
  /** Of a repeated row what the first unit has. */
  label: z.string().nullable(),
  shown: z.string().nullable(),
  state: z.enum(['known', 'unknown', 'blocked']),
})
export type FormMark = z.infer<typeof formMark>

const formReading = {
  format: z.enum(['xlsx', 'docx']),
  marks: z.array(formMark),
  /** Cells that calculate: without results after filling, until an office program calculates again. */
  formulas: count,
  isFrozen: z.boolean(),
}

export const forms = {
  /** Everything that can be written into a form; of one unit where it is named. Refuses with `period.not_found | unit.not_found`. */
  marks: queryOf('periods', 'units', 'submissions', 'figures', 'adjustments', 'reports')
    .input(z.strictObject({ ...scope, unit: unitCode.optional() }))
    .output(z.array(z.strictObject({ ref: z.string(), label: z.string(), shown: z.string() }))),
  /** What would be filled, and what would be left. Refuses with `form.not_office | unreadable`, `file.not_found`. */
  read: command()
    .input(z.strictObject({ ...scope, form: fileId }))
    .output(z.strictObject(formReading)),
  /** The form filled; all of it that holds no mark stays byte for byte. Refuses like `read`, and with `report.not_written`. */
  write: command()
    .input(z.strictObject({ ...scope, form: fileId, target: fileId.optional() }))
    .output(z.strictObject({ ...formReading, file: fileId, name: z.string(), sha256, filled: count })),
}
