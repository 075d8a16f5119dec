import { z } from 'zod'
import { command, queryOf, topics } from './call.ts'
import { role, sessionDescription } from './session.ts'
import { count, id, instant, secret } from './values.ts'

/** What an account is called: signed in with, and shown as who did what. */
const accountName = z.string().trim().min(1).max(60)
const displayName = z.string().trim().min(1).max(120)
const roleList = z.array(role).max(10)

export const account = z.strictObject({
  id,
  name: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  isActive: z.boolean(),
  createdAt: instant,
  lastSignedInAt: instant.nullable(),
  /** Wrong passwords since the last right one. */
  failedAttempts: count,
  /** Until then no password is looked at; null when one may be tried now. */
  retryAt: instant.nullable(),
})
export type Account = z.infer<typeof account>

export const accounts = {
  /** By display name. */
  list: queryOf('accounts').input(z.strictObject({})).output(z.array(account)),
  /** While there is no account: ends the trial, is an administrator whatever else, and signs this connection in. */
  createFirst: command(...topics)
    .input(z.strictObject({ name: accountName, displayName, password: secret, roles: roleList }))
    .output(sessionDescription),
  /** Refuses with `account.name_taken | password_short`. */
  create: command('accounts')
    .input(z.strictObject({ name: accountName, displayName, password: secret, roles: roleList.min(1) }))
    .output(account),
  /** Takes effect at once, in open sessions too. Refuses with `account.not_found | name_taken | last_administrator`. */
  update: command('accounts', 'session')
    .input(z.strictObject({ id, displayName: displayName.optional(), roles: roleList.min(1).optional(), isActive: z.boolean().optional() }))
    .output(account),
  /** For who forgot it: ends the account's sessions and its waiting. Refuses with `account.not_found | password_short`. */
  setPassword: command('accounts', 'session')
    .input(z.strictObject({ id, password: secret }))
    .output(account),
}
