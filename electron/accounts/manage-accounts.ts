import type { Role } from '../../shared/domain/account.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { JournalAction } from '../../shared/messages/journal.ts'
import { compareVietnamese } from '../../shared/vietnamese/collation.ts'
import { nameKey, tidyText } from '../../shared/vietnamese/text-key.ts'
import type { Json } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import {
  claimAccountName,
  getAccount,
  hasAccounts,
  insertAccount,
  listAccounts as listStored,
  updateAccount as updateStored,
  type StoredAccount,
} from '../store/account-store.ts'
import { hashPassword } from './password.ts'

type Context = Pick<ServiceContext, 'store' | 'clock' | 'actor' | 'newId' | 'passwordCost'>

export type NewAccount = { name: string; displayName: string; password: string; roles: readonly Role[] }

/** An account as it is shown: nothing of its password. */
export type ListedAccount = Omit<StoredAccount, 'password' | 'roles'> & { roles: Role[] }

export const toListed = ({ password: _password, roles, ...account }: StoredAccount): ListedAccount => ({ ...account, roles: [...roles] })

/** By display name. */
export const listAccounts = ({ store }: Pick<Context, 'store'>): ListedAccount[] =>
  listStored(store)
    .map(toListed)
    .toSorted((a, b) => compareVietnamese(a.displayName, b.displayName))

/** Ends the trial; an administrator whatever else. Refuses with `account.not_first` and as `createAccount`. */
export function createFirstAccount(context: Context, order: NewAccount): Promise<StoredAccount> {
  const roles: Role[] = ['administrator', ...order.roles]
  return insertNew(context, { ...order, roles }, (account) => {
    if (hasAccounts(context.store)) throw new AppError('account.not_first')
    return { action: 'account.create_first', actor: account.displayName }
  })
}

/** Refuses with `account.name_taken | name_empty | password_short`. */
export async function createAccount(context: Context, order: NewAccount): Promise<ListedAccount> {
  return toListed(await insertNew(context, order, () => ({ action: 'account.create', actor: context.actor })))
}

async function insertNew(
  context: Context,
  { name, displayName, password, roles }: NewAccount,
  entryOf: (account: StoredAccount) => { action: 'account.create' | 'account.create_first'; actor: string },
): Promise<StoredAccount> {
  const { store } = context
  const account: StoredAccount = {
    id: context.newId(),
    name: nameOf(name),
    displayName: nameOf(displayName),
    roles,
    isActive: true,
    createdAt: context.clock(),
    password: await hashPassword(password, context.passwordCost),
    failedAttempts: 0,
    retryAt: null,
    lastSignedInAt: null,
  }
  const { action, actor } = entryOf(account)
  return runCommand({ ...context, actor }, () => {
    // Once more inside the transaction: another window may have been faster.
    entryOf(account)
    insertAccount(store, account)
    for (const called of [account.name, account.displayName]) claimAccountName(store, account.id, { name: called, folded: nameKey(called) })
    const stored = getAccount(store, account.id)
    const params = { account: account.id, name: account.name, displayName: account.displayName, roles: stored.roles.join(', ') }
    return { entry: { action, params, rows: rowsOf(account.id) }, result: stored }
  })
}

function nameOf(text: string): string {
  const name = tidyText(text)
  if (name === '') throw new AppError('account.name_empty')
  return name
}

const rowsOf = (id: Id) => [{ table: 'account', key: id }] as const

export type AccountChange = { displayName?: string | undefined; roles?: readonly Role[] | undefined; isActive?: boolean | undefined }

/** Refuses with `account.not_found | name_taken | name_empty | last_administrator`. */
export function changeAccount(context: Context, id: Id, change: AccountChange): ListedAccount {
  const { store } = context
  return runCommand(context, () => {
    const before = getAccount(store, id)
    const displayName = change.displayName === undefined ? before.displayName : nameOf(change.displayName)
    const { roles = before.roles, isActive = before.isActive } = change
    updateStored(store, { ...before, displayName, roles, isActive })
    claimAccountName(store, id, { name: displayName, folded: nameKey(displayName) })
    if (!listStored(store).some((account) => account.isActive && account.roles.includes('administrator')))
      throw new AppError('account.last_administrator')
    const after = getAccount(store, id)
    const action = isActive === before.isActive ? 'account.change' : isActive ? 'account.enable' : 'account.disable'
    const params = { account: id, name: after.name, displayName: after.displayName, roles: after.roles.join(', ') }
    return { entry: { action, params, rows: rowsOf(id) }, result: toListed(after) }
  })
}

/** By an administrator, for who forgot it. Refuses with `account.not_found | password_short`. */
export function setPassword(context: Context, id: Id, password: string): Promise<StoredAccount> {
  return storePassword(context, id, password, 'account.set_password')
}

/** By the account itself, whose present password was checked. Refuses with `account.password_short`. */
export function changeOwnPassword(context: Context, id: Id, password: string): Promise<StoredAccount> {
  return storePassword(context, id, password, 'account.change_password')
}

async function storePassword(
  context: Context,
  id: Id,
  password: string,
  action: JournalAction & `account.${string}`,
): Promise<StoredAccount> {
  const { store } = context
  getAccount(store, id)
  const record = await hashPassword(password, context.passwordCost)
  return runCommand(context, () => {
    const account = getAccount(store, id)
    updateStored(store, { ...account, password: record, failedAttempts: 0, retryAt: null })
    const params: Json = { account: id, name: account.name, displayName: account.displayName }
    return { entry: { action, params, rows: rowsOf(id) }, result: getAccount(store, id) }
  })
}
