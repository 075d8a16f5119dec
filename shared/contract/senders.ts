import { z } from 'zod'
import { command, queryOf } from './call.ts'
import { id, instant, unitCode } from './values.ts'

/** A name by which a unit calls itself, told once by a person, with the file it was learned from. */
export const senderName = z.strictObject({
  id,
  text: z.string(),
  unit: unitCode,
  submission: id,
  originalName: z.string(),
  actor: z.string(),
  at: instant,
})

export const senders = {
  list: queryOf('submissions').input(z.strictObject({})).output(z.array(senderName)),
  /** The name is asked about again. */
  forget: command('submissions').input(z.strictObject({ id })).output(senderName),
}
