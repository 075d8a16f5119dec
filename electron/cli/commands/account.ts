import { roles as allRoles, type Role } from '../../../shared/domain/account.ts'
import { AppError } from '../../../shared/errors.ts'
import { accountColumns, accountStateTexts, accountTexts } from '../../../shared/messages/account-command.ts'
import { roleWords } from '../../../shared/messages/account.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { nameKey } from '../../../shared/vietnamese/text-key.ts'
import type { Answer, Command, Invocation, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'

type Account = Awaited<ReturnType<Workspace['client']['accounts']['list']>>[number]

export const accountList: Command = {
  options: [],
  run: ({ language, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const accounts = await client.accounts.list({})
      if (accounts.length === 0) {
        const command = commandLine('account', 'create', 'lan', '--display-name', 'Nguyễn Thị Lan')
        return { json: { accounts }, text: fillText(accountTexts.none, language, { command }) }
      }
      const now = new Date().toISOString()
      const rows = accounts.map((account) => [
        account.name,
        account.displayName,
        roleWords(account.roles.join(', '), language),
        fillText(accountStateTexts[stateOf(account, now)], language),
        account.lastSignedInAt === null ? '–' : printInstant(account.lastSignedInAt, language),
      ])
      const columns = (['name', 'displayName', 'roles', 'state', 'lastSignedIn'] as const).map((name) => ({
        head: fillText(accountColumns[name], language),
      }))
      return { json: { accounts }, text: formatTable(columns, rows, width) }
    }),
}

const stateOf = ({ isActive, retryAt }: Account, now: string): keyof typeof accountStateTexts =>
  !isActive ? 'disabled' : retryAt !== null && retryAt > now ? 'waiting' : 'active'

export const accountCreate: Command = {
  options: ['display-name', 'roles'],
  args: ['NAME'],
  async run({ args, language, text, terminal, withWorkspace }) {
    const name = args[0]!
    const roles = readRoles(text('roles') ?? '', language)
    // Asked before the workspace is opened: nobody else can write while it is.
    const password = await terminal.readSecret(fillText(accountTexts.typePassword, language))
    return withWorkspace('write', async ({ client }) => {
      const order = { name, displayName: text('display-name') ?? name, roles, password }
      if ((await client.session.describe({})).state !== 'trial') return answer('created', await client.accounts.create(order), language)
      await client.accounts.createFirst(order)
      return answer('createdFirst', await findAccount(client, name), language)
    })
  },
}

export const accountRoles: Command = {
  options: ['roles'],
  required: ['roles'],
  args: ['NAME'],
  run: (invocation) => {
    const roles = readRoles(invocation.required('roles'), invocation.language)
    return change(invocation, { roles }, 'rolesSet')
  },
}

export const accountDisable: Command = {
  options: [],
  args: ['NAME'],
  run: (invocation) => change(invocation, { isActive: false }, 'disabled'),
}

export const accountEnable: Command = {
  options: [],
  args: ['NAME'],
  run: (invocation) => change(invocation, { isActive: true }, 'enabled'),
}

/** One's own with the present password, which was given to sign in; another's as an administrator. */
export const accountPassword: Command = {
  options: [],
  args: ['NAME'],
  async run({ args, language, terminal, withWorkspace }) {
    const password = await terminal.readSecret(fillText(accountTexts.typePassword, language))
    return withWorkspace('write', async ({ client }) => {
      const { account: own } = await client.session.describe({})
      if (own && isCalled(own, args[0]!)) {
        await client.session.changePassword({ current: terminal.environment['TONGHOP_PASSWORD'] ?? '', next: password })
        return answer('passwordSet', own, language)
      }
      const { id } = await findAccount(client, args[0]!)
      return answer('passwordSet', await client.accounts.setPassword({ id, password }), language)
    })
  },
}

const change = (
  { args, language, withWorkspace }: Invocation,
  changes: { roles?: Role[]; isActive?: boolean },
  said: 'rolesSet' | 'disabled' | 'enabled',
): Promise<Answer> =>
  withWorkspace('write', async ({ client }) => {
    const { id } = await findAccount(client, args[0]!)
    return answer(said, await client.accounts.update({ id, ...changes }), language)
  })

const isCalled = ({ name, displayName }: Pick<Account, 'name' | 'displayName'>, asked: string): boolean =>
  [name, displayName].some((called) => nameKey(called) === nameKey(asked))

/** Refuses with `account.not_found`. */
async function findAccount(client: Workspace['client'], name: string): Promise<Account> {
  const found = (await client.accounts.list({})).find((account) => isCalled(account, name))
  if (!found) throw new AppError('account.not_found', { account: name })
  return found
}

const readRoles = (value: string, language: Language): Role[] =>
  value
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '')
    .map((role) => checkChoice('roles', role, allRoles, language))

function answer(
  said: Exclude<keyof typeof accountTexts, 'typePassword' | 'none'>,
  account: Pick<Account, 'id' | 'name' | 'displayName' | 'roles'>,
  language: Language,
): Answer {
  const { name, displayName, roles } = account
  const params = { name, displayName, roles: roleWords(roles.join(', '), language) }
  return { json: { account: { id: account.id, name, displayName, roles } }, text: fillText(accountTexts[said], language, params) }
}
