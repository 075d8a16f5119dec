import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import { findAccount, findAccountByName, getAccount, updateAccount, type StoredAccount } from '../store/account-store.ts'
import type { Store } from '../store/database.ts'
import { delayAfter } from '../../shared/rules/attempt-delay.ts'
import { hasMarkedLetters, isPassword } from './password.ts'

/** By a name as it was typed, or the account whose session it is. */
export type Claim = { name: string } | { account: Id }

/** One after the other: guesses sent side by side would all be looked at before the first one counts. */
const turns = new WeakMap<Store, Promise<unknown>>()

/**
 * The account, when this is its password and it is in use. Every refusal is recorded and wrong passwords are counted, where
 * the store can be written. Refuses with `session.wait {until, seconds}`, `session.wrong_sign_in` (by name),
 * `session.wrong_password` (of a session), `session.wrong_password_marked`, `session.inactive`.
 */
export function checkPassword(context: CommandContext, claim: Claim, password: string): Promise<StoredAccount> {
  const before = turns.get(context.store) ?? Promise.resolve()
  const turn = before.then(() => checkInTurn(context, claim, password))
  turns.set(
    context.store,
    turn.catch(() => undefined),
  )
  return turn
}

async function checkInTurn(context: CommandContext, claim: Claim, password: string): Promise<StoredAccount> {
  const { store } = context
  const account = 'name' in claim ? findAccountByName(store, nameKey(claim.name)) : findAccount(store, claim.account)
  const now = context.clock()
  if (account?.retryAt && Date.parse(account.retryAt) > Date.parse(now)) {
    recordRefusal(context, account, 'wait')
    const seconds = Math.ceil((Date.parse(account.retryAt) - Date.parse(now)) / 1000)
    throw new AppError('session.wait', { until: account.retryAt, seconds })
  }
  if (!(await isPassword(password, account?.password))) {
    recordRefusal(context, account, 'password')
    if (hasMarkedLetters(password)) throw new AppError('session.wrong_password_marked')
    throw new AppError('name' in claim ? 'session.wrong_sign_in' : 'session.wrong_password')
  }
  if (!account!.isActive) {
    recordRefusal(context, account, 'inactive')
    throw new AppError('session.inactive')
  }
  return account!
}

/** Who only reads cannot record; the counting is done by whoever may write. */
function recordRefusal(context: CommandContext, account: StoredAccount | undefined, why: 'wait' | 'password' | 'inactive'): void {
  if (context.store.readOnly) return
  runCommand(context, () => {
    if (!account) return { entry: { action: 'session.refuse_unknown', params: {}, rows: [] }, result: undefined }
    // Read again: the hash took its time.
    const present = getAccount(context.store, account.id)
    if (why === 'password') updateAccount(context.store, countFailure(present, context.clock()))
    return {
      entry: {
        action: 'session.refuse',
        params: { account: account.id, name: present.name, why },
        rows: [{ table: 'account', key: account.id }],
      },
      result: undefined,
    }
  })
}

function countFailure(account: StoredAccount, now: Instant): StoredAccount {
  const failedAttempts = account.failedAttempts + 1
  const delay = delayAfter(failedAttempts)
  return { ...account, failedAttempts, retryAt: delay === 0 ? null : new Date(Date.parse(now) + delay * 1000).toISOString() }
}

/** After a right password: nothing is counted any more. */
export function recordEntrance(context: CommandContext, { id }: StoredAccount, action: 'session.sign_in' | 'session.unlock'): void {
  const { store } = context
  if (store.readOnly) return
  const account = getAccount(store, id)
  runCommand({ ...context, actor: account.displayName }, () => {
    updateAccount(store, { ...account, failedAttempts: 0, retryAt: null, lastSignedInAt: context.clock() })
    return { entry: { action, params: { account: id, name: account.name }, rows: [{ table: 'account', key: id }] }, result: undefined }
  })
}

/** The end of a session, or its locking by hand or for want of a person. */
export function recordLeaving(
  context: CommandContext,
  { id, name, displayName }: StoredAccount,
  action: 'session.sign_out' | 'session.lock' | 'session.lock_idle',
): void {
  if (context.store.readOnly) return
  runCommand({ ...context, actor: displayName }, () => ({
    entry: { action, params: { account: id, name }, rows: [] },
    result: undefined,
  }))
}
