import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { createEngine } from '../../../electron/engine/engine.ts'
import { applicationId } from '../../../electron/store/database.ts'
import { migrate, stepOf } from '../../../electron/store/migrate.ts'
import { migrationSteps } from '../../../electron/store/migrations/migration-steps.ts'
import type { Role } from '../../../shared/domain/account.ts'
import { codeOf, engineWithAccounts, passwordOf, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const idOf = async (client: Client, name: string): Promise<string> =>
  (await client.accounts.list({})).find((account) => account.name === name)!.id

describe('the accounts of a workspace', () => {
  it('are listed by display name, with nothing of a password', async () => {
    const { signedIn } = await engineWithAccounts({ yen: ['leader', 'clerk', 'clerk'], an: ['registrar'] })
    const { client } = await signedIn('quan')
    const accounts = await client.accounts.list({})
    expect(accounts.map(({ displayName, roles }) => [displayName, roles])).toEqual([
      ['Chị an', ['registrar']],
      ['Chị yen', ['clerk', 'leader']],
      ['Lê Quản', ['administrator']],
    ])
    expect(Object.keys(accounts[0]!)).not.toContain('password')
  })

  it('always have an administrator in use', async () => {
    const { signedIn } = await engineWithAccounts({ lan: ['clerk'] })
    const { client } = await signedIn('quan')
    const [quan, lan] = [await idOf(client, 'quan'), await idOf(client, 'lan')]
    const stripped = (change: { roles?: Role[]; isActive?: boolean }) => codeOf(client.accounts.update({ id: quan, ...change }))
    expect(await stripped({ isActive: false })).toBe('account.last_administrator')
    expect(await stripped({ roles: ['clerk'] })).toBe('account.last_administrator')
    await client.accounts.update({ id: lan, roles: ['administrator'], isActive: false })
    expect(await stripped({ isActive: false })).toBe('account.last_administrator')
    await client.accounts.update({ id: lan, isActive: true })
    expect(await stripped({ isActive: false })).toBe('none')
  })

  it('never share a name, a former one neither', async () => {
    const { signedIn } = await engineWithAccounts({ lan: ['clerk'], mai: ['clerk'] })
    const { client } = await signedIn('quan')
    const [lan, mai] = [await idOf(client, 'lan'), await idOf(client, 'mai')]
    const create = (name: string, displayName: string) =>
      codeOf(client.accounts.create({ name, displayName, password: passwordOf(name), roles: ['clerk'] }))
    expect(await create('LAN', 'Người khác')).toBe('account.name_taken')
    expect(await create('hoa', 'chị  LAN')).toBe('account.name_taken')
    await client.accounts.update({ id: lan, displayName: 'Nguyễn Thị Lan' })
    expect(await codeOf(client.accounts.update({ id: mai, displayName: 'Chị Lan' }))).toBe('account.name_taken')
    await client.accounts.update({ id: lan, displayName: 'Chị lan' })
    expect(await create('hoa', 'nguyễn thị lan'.normalize('NFD'))).toBe('account.name_taken')
    expect(await create('hoa', 'Hoa')).toBe('none')
    expect(await create('\u200b', 'Hoa Hai')).toBe('account.name_empty')
  })

  it('are no accounts that nobody has', async () => {
    const { signedIn } = await engineWithAccounts()
    const { client } = await signedIn('quan')
    expect(await codeOf(client.accounts.update({ id: 'f'.repeat(32), isActive: false }))).toBe('account.not_found')
    expect(await codeOf(client.accounts.setPassword({ id: 'f'.repeat(32), password: passwordOf('x') }))).toBe('account.not_found')
  })

  it('are each a row of the journal: one changed behind it is found', async () => {
    const { signedIn, directory, engine } = await engineWithAccounts({ lan: ['clerk'] })
    const { client } = await signedIn('quan')
    const id = await idOf(client, 'lan')
    await client.accounts.update({ id, roles: ['clerk', 'reviewer'] })
    await client.accounts.setPassword({ id, password: passwordOf('lan') })
    await client.settings.update({ idleMinutes: 30 })
    await engine.close()
    const audit = () => verifyAudit({ store: { directory } }, { language: 'vi' })
    expect(await audit()).toMatchObject({ ok: true })
    const database = new Database(join(directory, 'store.db'))
    database.prepare("INSERT INTO account_role (account, role) SELECT key, 'administrator' FROM account WHERE name = 'lan'").run()
    database.close()
    const found = await audit()
    expect(found.ok).toBe(false)
    expect(JSON.stringify(found.checks)).toContain('account')
  })
})

it('a workspace from before accounts is brought up to them, and stays whole', async () => {
  const { directory: present, context } = testWorkspaceWithPeriod()
  context.store.close()
  const directory = join(temporaryFolder(), 'older')
  mkdirSync(join(directory, 'files'), { recursive: true })
  const older = new Database(join(directory, 'store.db'))
  migrate(older, migrationSteps.slice(0, 3), join(directory, 'before-update'))
  older.pragma(`application_id = ${applicationId}`)
  older.prepare('ATTACH ? AS present').run(join(present, 'store.db'))
  const tables = older
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  older.pragma('foreign_keys = OFF')
  for (const table of tables) older.exec(`INSERT INTO main."${table}" SELECT * FROM present."${table}"`)
  older.close()

  const engine = createEngine({ directory, mode: 'write', actor: 'Lan', poolSize: 1, clock: () => '2026-06-22T02:00:00.000Z' })
  onTestFinished(() => engine.close())
  const { createRouterClient } = await import('@orpc/server')
  const client: Client = createRouterClient(engine.router, { context: engine.context })
  expect(stepOf(engine.context.store.database)).toBe(migrationSteps.length)
  expect((await client.session.describe({})).state).toBe('trial')
  await client.accounts.createFirst({ name: 'lan', displayName: 'Lan', password: passwordOf('lan'), roles: ['clerk'] })
  expect((await client.periods.list({})).map(({ code }) => code)).toEqual(['2026-H1'])
  expect(await client.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
})
