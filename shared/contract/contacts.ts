import { z } from 'zod'
import { callChannels, proposalStates } from '../domain/review.ts'
import { command, queryOf } from './call.ts'
import { id, instant, periodCode, unitCode } from './values.ts'

const line = z.string().trim().max(200)

/** How an office is reached, and who looks after it here; '' where nothing is known. */
export const desk = z.strictObject({ unit: unitCode, office: line, phone: line, email: line, clerk: line })

export const call = z.strictObject({
  id,
  period: periodCode,
  unit: unitCode,
  channel: z.enum(callChannels),
  text: z.string(),
  actor: z.string(),
  at: instant,
})

const contactList = z.strictObject({ desks: z.array(desk), calls: z.array(call) })
export type Contacts = z.infer<typeof contactList>

export const contacts = {
  /** Calls of the period, newest first. */
  list: queryOf('contacts')
    .input(z.strictObject({ period: periodCode }))
    .output(contactList),
  /** What is given replaces what was there. */
  update: command('contacts')
    .input(
      z.strictObject({ unit: unitCode, office: line.optional(), phone: line.optional(), email: line.optional(), clerk: line.optional() }),
    )
    .output(desk),
  /** One person here for several units, all or none of them. */
  assign: command('contacts')
    .input(z.strictObject({ units: z.array(unitCode).min(1).max(10_000), clerk: line.min(1) }))
    .output(z.array(desk)),
  call: command('contacts')
    .input(z.strictObject({ period: periodCode, unit: unitCode, channel: z.enum(callChannels), text: z.string().trim().min(1).max(2000) }))
    .output(call),
}

/** A unit's proposal and what became of it; `state` null while nobody has said. */
export const proposal = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  words: z.string(),
  addressee: z.string(),
  state: z.enum(proposalStates).nullable(),
  reason: z.string(),
  actor: z.string().nullable(),
  at: instant.nullable(),
})

export const proposals = {
  list: queryOf('submissions', 'notes')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(proposal)),
  set: command('notes')
    .input(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        words: z.string().min(1),
        state: z.enum(proposalStates),
        reason: z.string().trim().max(2000),
      }),
    )
    .output(proposal),
}
