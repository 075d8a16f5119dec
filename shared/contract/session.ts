import { z } from 'zod'
import { roles } from '../domain/account.ts'
import { queryOf } from './call.ts'
import { count, id } from './values.ts'

export const role = z.enum(roles)

export const signedInAccount = z.strictObject({ id, name: z.string(), displayName: z.string(), roles: z.array(role) })

/**
 * Who speaks over this connection. `trial`: the workspace has no accounts yet and everything is allowed, but marked so.
 * `locked`: signed in, but nothing is answered until the password is given again.
 */
export const sessionDescription = z.strictObject({
  state: z.enum(['trial', 'signed_out', 'signed_in', 'locked']),
  /** The account's display name; in a trial the name given at the start. */
  actor: z.string(),
  account: signedInAccount.nullable(),
  /** `area.verb` of every call that would be let through now: what a page offers. */
  allowed: z.array(z.string()),
  /** Minutes without a key or a click after which the session is locked. */
  idleMinutes: count,
  /** The sample workspace: every page and print says so. */
  isSample: z.boolean(),
})
export type SessionDescription = z.infer<typeof sessionDescription>

export const session = {
  describe: queryOf('session', 'accounts', 'workspace').input(z.strictObject({})).output(sessionDescription),
}
