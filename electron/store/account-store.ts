import { roles as allRoles, type Role } from '../../shared/domain/account.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { Store } from './database.ts'

/** What is kept of a password: salt and hash in hex, and the parameters it was hashed with. */
export type PasswordRecord = { salt: string; hash: string; cost: number; blockSize: number; parallelization: number }

export type StoredAccount = {
  id: Id
  name: string
  displayName: string
  roles: readonly Role[]
  isActive: boolean
  createdAt: Instant
  password: PasswordRecord
  failedAttempts: number
  retryAt: Instant | null
  lastSignedInAt: Instant | null
}

type Row = Omit<StoredAccount, 'roles' | 'isActive' | 'password'> & PasswordRecord & { roles: string; isActive: number }

const select = `SELECT id, name, display_name AS displayName, is_active AS isActive, created_at AS createdAt, salt, password_hash AS hash, cost,
    block_size AS blockSize, parallelization, failed_attempts AS failedAttempts, retry_at AS retryAt, last_signed_in_at AS lastSignedInAt,
    (SELECT json_group_array(role) FROM account_role WHERE account = account.key) AS roles FROM account`

function toAccount({ salt, hash, cost, blockSize, parallelization, roles, isActive, ...row }: Row): StoredAccount {
  const held = new Set(JSON.parse(roles) as Role[])
  return {
    ...row,
    isActive: isActive === 1,
    roles: allRoles.filter((role) => held.has(role)),
    password: { salt, hash, cost, blockSize, parallelization },
  }
}

/** False also for a damaged store of an older version, which is shown as it stands and not brought up to date. */
export function hasAccounts(store: Store): boolean {
  const hasTable = store.damage === null || store.pluck("SELECT 1 FROM sqlite_schema WHERE name = 'account'").get() === 1
  return hasTable && store.pluck('SELECT 1 FROM account LIMIT 1').get() === 1
}

export function findAccount(store: Store, id: Id): StoredAccount | undefined {
  const row = store.prepare<[string], Row>(`${select} WHERE id = ?`).get(id)
  return row && toAccount(row)
}

/** Refuses with `account.not_found`. */
export function getAccount(store: Store, id: Id): StoredAccount {
  const account = findAccount(store, id)
  if (!account) throw new AppError('account.not_found', { account: id })
  return account
}

/** Whose name it is or was. */
export function findAccountByName(store: Store, folded: string): StoredAccount | undefined {
  const row = store.prepare<[string], Row>(`${select} WHERE key = (SELECT account FROM account_name WHERE folded = ?)`).get(folded)
  return row && toAccount(row)
}

export const listAccounts = (store: Store): StoredAccount[] => store.prepare<[], Row>(`${select} ORDER BY key`).all().map(toAccount)

/** Every name the account has or had, folded. */
export const listAccountNames = (store: Store, id: Id): string[] =>
  store
    .pluck<[string], string>('SELECT folded FROM account_name WHERE account = (SELECT key FROM account WHERE id = ?) ORDER BY folded')
    .all(id)

export function insertAccount(store: Store, { password, roles, isActive, ...account }: StoredAccount): void {
  store
    .prepare(
      `INSERT INTO account (id, name, display_name, is_active, created_at, salt, password_hash, cost, block_size, parallelization,
         failed_attempts, retry_at, last_signed_in_at)
       VALUES (@id, @name, @displayName, @active, @createdAt, @salt, @hash, @cost, @blockSize, @parallelization, @failedAttempts, @retryAt,
         @lastSignedInAt)`,
    )
    .run({ ...account, ...password, active: Number(isActive) })
  replaceRoles(store, account.id, roles)
}

/** Everything but the id, the sign-in name and the day it was made. */
export function updateAccount(store: Store, { id, displayName, isActive, password, roles, ...account }: StoredAccount): void {
  const { failedAttempts, retryAt, lastSignedInAt } = account
  store
    .prepare(
      `UPDATE account SET display_name = @displayName, is_active = @active, salt = @salt, password_hash = @hash, cost = @cost,
         block_size = @blockSize, parallelization = @parallelization, failed_attempts = @failedAttempts, retry_at = @retryAt,
         last_signed_in_at = @lastSignedInAt WHERE id = @id`,
    )
    .run({ id, displayName, active: Number(isActive), ...password, failedAttempts, retryAt, lastSignedInAt })
  replaceRoles(store, id, roles)
}

function replaceRoles(store: Store, id: Id, roles: readonly Role[]): void {
  store.prepare('DELETE FROM account_role WHERE account = (SELECT key FROM account WHERE id = ?)').run(id)
  const insert = store.prepare('INSERT INTO account_role (account, role) VALUES ((SELECT key FROM account WHERE id = ?), ?)')
  for (const role of new Set(roles)) insert.run(id, role)
}

/** Refuses with `account.name_taken` when it is or was another account's; `name` is what the refusal shows. */
export function claimAccountName(store: Store, id: Id, { name, folded }: { name: string; folded: string }): void {
  const owner = store
    .pluck<[string], string>(
      'SELECT account.id FROM account_name JOIN account ON account.key = account_name.account WHERE account_name.folded = ?',
    )
    .get(folded)
  if (owner === id) return
  if (owner !== undefined) throw new AppError('account.name_taken', { name })
  store.prepare('INSERT INTO account_name (folded, account) VALUES (?, (SELECT key FROM account WHERE id = ?))').run(folded, id)
}
