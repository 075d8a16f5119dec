import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { query, topics } from './call.ts'
import { job } from './jobs.ts'

export const engineEvent = z.discriminatedUnion('type', [
  /** As `jobs.list` has it. */
  z.strictObject({ type: z.literal('job'), job }),
  z.strictObject({ type: z.literal('changed'), topics: z.array(z.enum(topics)) }),
])
export type EngineEvent = z.infer<typeof engineEvent>

export const events = {
  /** One stream for everything. Watching starts no work; who reconnects asks for the jobs and fetches again. */
  watch: query.input(z.strictObject({})).output(eventIterator(engineEvent)),
}
