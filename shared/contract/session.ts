import { z } from 'zod'
import { roles } from '../domain/account.ts'
import { command, queryOf, topics } from './call.ts'
import { count, id, secret } from './values.ts'

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

/** As it is typed at a sign-in: any name may be tried. */
const typedName = z.string().min(1).max(200)
const nothing = z.strictObject({})

/**
 * The page of one connection: who sits before it. After every change everything is asked again, because what was refused
 * a moment ago may be shown now. Nothing here needs a store that can be written: who only reads signs in, too.
 */
export const session = {
  describe: queryOf('session', 'accounts', 'workspace').input(nothing).output(sessionDescription),
  /** Refuses with `session.wrong_sign_in | wrong_password_marked | wait | inactive`. */
  signIn: command(...topics)
    .input(z.strictObject({ name: typedName, password: secret }))
    .output(sessionDescription),
  signOut: command(...topics)
    .input(nothing)
    .output(sessionDescription),
  lock: command('session').input(nothing).output(sessionDescription),
  /** The password of who locked it. Refuses with `session.wrong_password | wrong_password_marked | wait`. */
  unlock: command(...topics)
    .input(z.strictObject({ password: secret }))
    .output(sessionDescription),
  /** A person is at the keys; said at most every 30 seconds. Queries are no sign of a person. */
  touch: command().input(nothing).output(sessionDescription),
  /** Ends the account's other sessions. Refuses as `unlock`, and with `account.password_short`. */
  changePassword: command('session')
    .input(z.strictObject({ current: secret, next: secret }))
    .output(sessionDescription),
}
