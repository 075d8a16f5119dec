import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What a command may have changed; pages ask again for what they show of it. */
export const topics = [
  'workspace',
  'session',
  'accounts',
  'periods',
  'units',
  'submissions',
  'inbox',
  'papers',
  'figures',
  'findings',
  'adjustments',
  'notes',
  'contacts',
  'letters',
  'reports',
  'jobs',
] as const
export type Topic = (typeof topics)[number]

/**
 * Queries have no effect and name what they show; a command is one transaction with one journal entry and names what it changes.
 * A page asks again for a query when something that it reads was changed.
 */
export type CallMeta = { kind: 'query' | 'command'; changes: readonly Topic[]; reads: readonly Topic[] }

export const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** Params are strings and numbers; the texts stand in the catalogue of the side that shows them. */
export const refusal = z.strictObject({ code: z.string(), params })
export type Refusal = z.infer<typeof refusal>

export const reference = z.string().regex(/^TH-[0-9A-F]{4,}$/)

/** REFUSED: a person can act on it. UNEXPECTED: a bug; only the reference of its log entry leaves the engine. */
export const callErrors = {
  REFUSED: { status: 422, message: 'refused', data: refusal },
  UNEXPECTED: { status: 500, message: 'unexpected', data: z.strictObject({ reference }) },
} as const

const base = oc.$meta<CallMeta>({ kind: 'query', changes: [], reads: topics }).errors(callErrors)

/** Shows anything: asked again after every change. */
export const query = base
export const queryOf = (...reads: readonly Topic[]) => base.meta({ kind: 'query', changes: [], reads })
export const command = (...changes: readonly Topic[]) => base.meta({ kind: 'command', changes, reads: [] })
