import type { SessionDescription } from '../../shared/contract/session.ts'
import type { Id } from '../../shared/domain/identity.ts'
import {
  changeOwnPassword,
  createFirstAccount,
  setPassword,
  toListed,
  type ListedAccount,
  type NewAccount,
} from '../accounts/manage-accounts.ts'
import { recordEntrance } from '../accounts/check-password.ts'
import type { EngineContext } from './context.ts'

/** Who made the first account goes on as that account, without typing the password again. */
export async function createFirst(context: EngineContext, order: NewAccount): Promise<SessionDescription> {
  const account = await createFirstAccount(context, order)
  recordEntrance(context, account, 'session.sign_in')
  context.connection.enter(account)
  return context.connection.describe()
}

/** Refuses with `session.wrong_password | wrong_password_marked | wait`, `account.password_short`. */
export async function changePassword(
  context: EngineContext,
  { current, next }: { current: string; next: string },
): Promise<SessionDescription> {
  const account = await context.connection.confirm(current)
  context.connection.renew(await changeOwnPassword(context, account.id, next))
  return context.connection.describe()
}

/** The account's sessions are over; an administrator who set their own password goes on. */
export async function setPasswordOf(context: EngineContext, { id, password }: { id: Id; password: string }): Promise<ListedAccount> {
  const isOwn = context.connection.describe().account?.id === id
  const account = await setPassword(context, id, password)
  if (isOwn) context.connection.renew(account)
  return toListed(account)
}
