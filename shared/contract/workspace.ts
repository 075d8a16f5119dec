import { z } from 'zod'
import type { Programme } from '../domain/programme.ts'
import { query, queryOf } from './call.ts'
import { period } from './periods.ts'
import { count, id, instant, periodCode, sha256 } from './values.ts'

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

export const workspace = {
  describe: query.input(z.strictObject({})).output(workspaceDescription),
  /** Of a period, or the newest; it was checked against its schema when it came in. */
  programme: queryOf('workspace', 'periods')
    .input(z.strictObject({ period: periodCode.optional() }))
    .output(z.custom<Programme>((value) => typeof value === 'object' && value !== null)),
}
