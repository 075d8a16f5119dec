import { z } from 'zod'
import { command, queryOf } from './call.ts'

export const houseSettings = z.strictObject({ idleMinutes: z.int().min(1).max(240) })

/** What an office decides for everybody who works on this workspace. */
export const settings = {
  get: queryOf('workspace').input(z.strictObject({})).output(houseSettings),
  update: command('workspace', 'session').input(houseSettings).output(houseSettings),
}
