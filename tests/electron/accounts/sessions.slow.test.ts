import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { codeOf, engineWithAccounts, engineWithoutAccounts, passwordOf, type Client } from '../../kit/test-accounts.ts'

/** What the journal says happened, oldest first, from the first account on. */
const told = async (client: Client): Promise<string[]> =>
  (await client.trust.journal({}))
    .toReversed()
    .filter(({ action }) => !/^(workspace|period|unit)\./.test(action))
    .map(({ action, actor, params: { name = '-', why = '' } }) => [`${actor}:`, action, name, why].join(' ').trim())

/** Everything that a connection hears until `wanted` events have come. */
async function hear(stream: AsyncIterable<EngineEvent>, wanted: number): Promise<EngineEvent[]> {
  const heard: EngineEvent[] = []
  for await (const event of stream) if (heard.push(event) === wanted) break
  return heard
}

describe('the first account', () => {
  it('ends the trial for everybody, is an administrator, and is signed in where it was made', async () => {
    const { page } = engineWithoutAccounts()
    const [here, there] = [page().client, page().client]
    expect((await there.session.describe({})).state).toBe('trial')
    const session = await here.accounts.createFirst({
      name: 'Quản',
      displayName: 'Lê Quản',
      password: passwordOf('quan'),
      roles: ['clerk'],
    })
    expect([session.state, session.actor, session.account?.roles]).toEqual(['signed_in', 'Lê Quản', ['clerk', 'administrator']])
    expect((await there.session.describe({})).state).toBe('signed_out')
    expect(await codeOf(there.periods.list({}))).toBe('session.signed_out')
    expect(await codeOf(here.accounts.createFirst({ name: 'x', displayName: 'x', password: passwordOf('x'), roles: [] }))).toBe(
      'session.no_right',
    )
  })

  it('is one, whoever asks at the same moment', async () => {
    const { page } = engineWithoutAccounts()
    const order = (name: string) => ({ name, displayName: name, password: passwordOf(name), roles: [] })
    const codes = await Promise.all(['lan', 'mai'].map((name) => codeOf(page().client.accounts.createFirst(order(name)))))
    expect(codes.toSorted()).toEqual(['account.not_first', 'none'])
  })
})

describe('signing in', () => {
  it('takes the name in any case and composition, and makes the display name the actor', async () => {
    const { page, signedIn } = await engineWithAccounts({ 'Lan Hương': ['clerk'] })
    const { client } = page()
    await client.session.signIn({ name: '  lAN hƯƠNG'.normalize('NFD'), password: passwordOf('Lan Hương') })
    expect((await client.session.describe({})).actor).toBe('Chị Lan Hương')
    const closed = await client.periods.close({ code: '2026-H1' })
    expect(closed.state).toBe('closed')
    const { client: quan } = await signedIn('quan')
    expect((await quan.trust.journal({ action: 'period.close' })).map(({ actor }) => actor)).toEqual(['Chị Lan Hương'])
  })

  it('lets three slips pass, then makes everybody wait longer and longer, and forgets all at the right password', async () => {
    const { page, setClock, signedIn } = await engineWithAccounts({ lan: ['clerk'] })
    const { client } = page()
    const attempt = (password: string) => codeOf(client.session.signIn({ name: 'LAN', password }))
    let now = Date.parse('2026-06-22T02:00:00.000Z')
    const later = (seconds: number): void => setClock(new Date((now += seconds * 1000)).toISOString())
    for (let slip = 1; slip <= 4; slip++) expect(await attempt('wrong password')).toBe('session.wrong_sign_in')
    expect(await attempt(passwordOf('lan'))).toBe('session.wait')
    later(4)
    const refusal = await client.session
      .signIn({ name: 'lan', password: passwordOf('lan') })
      .catch((error: { data: { params: object } }) => error.data.params)
    expect(refusal).toEqual({ until: '2026-06-22T02:00:05.000Z', seconds: 1 })
    for (const delay of [15, 60, 300, 900, 900]) {
      later(1)
      expect(await attempt('mật khẩu có dấu')).toBe('session.wrong_password_marked')
      later(delay - 1)
      expect(await attempt('x')).toBe('session.wait')
    }
    const { client: quan } = await signedIn('quan')
    const listed = (await quan.accounts.list({})).find(({ name }) => name === 'lan')
    expect([listed?.failedAttempts, listed?.retryAt]).toEqual([9, new Date(now + 1000).toISOString()])
    later(1)
    expect(await attempt(passwordOf('lan'))).toBe('none')
    expect((await quan.accounts.list({})).find(({ name }) => name === 'lan')).toMatchObject({
      failedAttempts: 0,
      retryAt: null,
      lastSignedInAt: new Date(now).toISOString(),
    })
  })

  it('counts guesses that come side by side one after the other', async () => {
    const { page } = await engineWithAccounts()
    const guesses = Array.from({ length: 7 }, (_, index) =>
      codeOf(page().client.session.signIn({ name: 'quan', password: `guess ${index}` })),
    )
    expect(await Promise.all(guesses)).toEqual([
      ...Array<string>(4).fill('session.wrong_sign_in'),
      ...Array<string>(3).fill('session.wait'),
    ])
  })

  it('says the same of a name that does not exist as of a wrong password, and writes no such name down', async () => {
    const { page, signedIn } = await engineWithAccounts()
    const { client } = page()
    expect(await codeOf(client.session.signIn({ name: 'my-secret-typed-here', password: 'whatever it was' }))).toBe('session.wrong_sign_in')
    const { client: quan } = await signedIn('quan')
    expect(await told(quan)).toContain('máy văn phòng: session.refuse_unknown -')
    expect(JSON.stringify(await quan.trust.journal({}))).not.toContain('my-secret')
  })

  it('tells who has the right password that the account is disabled, and nobody else', async () => {
    const { page, signedIn } = await engineWithAccounts({ lan: ['clerk'] })
    const { client: quan } = await signedIn('quan')
    const { id } = (await quan.accounts.list({})).find(({ name }) => name === 'lan')!
    await quan.accounts.update({ id, isActive: false })
    const { client } = page()
    expect(await codeOf(client.session.signIn({ name: 'lan', password: passwordOf('lan') }))).toBe('session.inactive')
    expect(await codeOf(client.session.signIn({ name: 'lan', password: 'something else' }))).toBe('session.wrong_sign_in')
  })

  it('stands in the journal: who came, was refused, locked, came back and left', async () => {
    const { signedIn, page, directory, engine } = await engineWithAccounts({ lan: ['clerk'] })
    const { client } = page()
    await codeOf(client.session.signIn({ name: 'lan', password: 'wrong password' }))
    await client.session.signIn({ name: 'lan', password: passwordOf('lan') })
    await client.session.lock({})
    expect(await codeOf(client.session.unlock({ password: 'wrong password' }))).toBe('session.wrong_password')
    await client.session.unlock({ password: passwordOf('lan') })
    await client.session.signOut({})
    const { client: quan } = await signedIn('quan')
    expect((await told(quan)).slice(3)).toEqual([
      'máy văn phòng: session.refuse lan password',
      'Chị lan: session.sign_in lan',
      'Chị lan: session.lock lan',
      'máy văn phòng: session.refuse lan password',
      'Chị lan: session.unlock lan',
      'Chị lan: session.sign_out lan',
      'Lê Quản: session.sign_in quan',
    ])
    await engine.close()
    expect(await verifyAudit({ store: { directory } }, { language: 'vi' })).toMatchObject({ ok: true })
  })
})

describe('a session', () => {
  it('ends at once when its account is disabled, and changes its rights at once', async () => {
    const { signedIn } = await engineWithAccounts({ lan: ['clerk'] })
    const [{ client: quan }, { client: lan }] = [await signedIn('quan'), await signedIn('lan')]
    const { id } = (await quan.accounts.list({})).find(({ name }) => name === 'lan')!
    await quan.accounts.update({ id, roles: ['leader'] })
    expect(await codeOf(lan.periods.close({ code: '2026-H1' }))).toBe('session.no_right')
    await quan.accounts.update({ id, isActive: false })
    expect((await lan.session.describe({})).state).toBe('signed_out')
  })

  it('ends when somebody else sets the password, and goes on where its owner changed it', async () => {
    const { signedIn } = await engineWithAccounts({ lan: ['clerk'] })
    const [{ client: quan }, { client: lan }, { client: elsewhere }] = [
      await signedIn('quan'),
      await signedIn('lan'),
      await signedIn('lan'),
    ]
    const next = 'một mật khẩu khác'
    expect(await codeOf(lan.session.changePassword({ current: 'not this one', next }))).toBe('session.wrong_password')
    expect(await codeOf(lan.session.changePassword({ current: passwordOf('lan'), next: 'ngắn' }))).toBe('account.password_short')
    expect((await lan.session.changePassword({ current: passwordOf('lan'), next })).state).toBe('signed_in')
    expect((await elsewhere.session.describe({})).state).toBe('signed_out')
    const { id } = (await quan.accounts.list({})).find(({ name }) => name === 'lan')!
    await quan.accounts.setPassword({ id, password: passwordOf('lan') })
    expect((await lan.session.describe({})).state).toBe('signed_out')
    expect(await codeOf(lan.session.signIn({ name: 'lan', password: passwordOf('lan') }))).toBe('none')
  })

  it('stays ended, or locked, where that happened while a new password was being worked out', async () => {
    const { signedIn } = await engineWithAccounts({ lan: ['clerk'], mai: ['clerk'] })
    for (const [name, leave, state] of [
      ['lan', 'signOut', 'signed_out'],
      ['mai', 'lock', 'locked'],
    ] as const) {
      const { client, connection } = await signedIn(name)
      // Once before, so that all of it is loaded.
      await client.session.changePassword({ current: passwordOf(name), next: passwordOf('x') })
      const changing = codeOf(client.session.changePassword({ current: passwordOf('x'), next: passwordOf(name) }))
      for (let turn = 0; turn < 10; turn++) await nextTurn()
      await connection[leave]()
      expect(await changing).toBe('none')
      expect((await client.session.describe({})).state).toBe(state)
    }
  })

  it('is the page’s own: another page is still signed out', async () => {
    const { signedIn, page } = await engineWithAccounts()
    await signedIn('quan')
    expect((await page().client.session.describe({})).state).toBe('signed_out')
  })
})

describe('a page that nobody is at', () => {
  const minutes = (count: number): string => new Date(Date.parse('2026-06-22T02:00:00.000Z') + count * 60_000).toISOString()

  it('locks after the office’s time, whatever it goes on asking', async () => {
    const { signedIn, setClock } = await engineWithAccounts()
    const { client } = await signedIn('quan')
    await client.settings.update({ idleMinutes: 10 })
    setClock(minutes(9))
    await client.periods.list({})
    expect((await client.session.describe({})).state).toBe('signed_in')
    setClock(minutes(10))
    expect(await codeOf(client.periods.list({}))).toBe('session.locked')
    await client.session.touch({})
    expect((await client.session.describe({})).state).toBe('locked')
    await client.session.unlock({ password: passwordOf('quan') })
    expect(await told(client)).toContain('Lê Quản: session.lock_idle quan')
  })

  it('stays open as long as keys are pressed or something is done', async () => {
    const { signedIn, setClock } = await engineWithAccounts()
    const { client } = await signedIn('quan')
    setClock(minutes(14))
    await client.session.touch({})
    setClock(minutes(28))
    await client.settings.update({ idleMinutes: 15 })
    setClock(minutes(42))
    expect((await client.session.describe({})).state).toBe('signed_in')
    setClock(minutes(43))
    expect((await client.session.describe({})).state).toBe('locked')
  })

  it('is told when the time is up, without asking', async () => {
    const { signedIn, engine, setClock } = await engineWithAccounts()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { client } = await signedIn('quan')
    const watching = new AbortController()
    const stream = engine.context.events.watch(watching.signal)
    setClock(minutes(10))
    await client.session.touch({})
    setClock(minutes(15))
    vi.advanceTimersByTime(15 * 60_000)
    engine.context.events.changed(['figures'])
    setClock(minutes(25))
    vi.advanceTimersByTime(10 * 60_000)
    expect(await hear(stream, 2)).toEqual([
      { type: 'changed', topics: ['figures'] },
      { type: 'changed', topics: ['session'] },
    ])
    watching.abort()
  })

  it('hears only that its session has changed while it is locked or signed out', async () => {
    const { page, engine, signedIn } = await engineWithAccounts()
    for (const { client, connection } of [page(), await signedIn('quan')]) {
      if ((await client.session.describe({})).state === 'signed_in') await client.session.lock({})
      const watching = new AbortController()
      const stream = connection.watch(watching.signal)
      engine.context.events.changed(['figures'])
      engine.context.events.changed(['accounts', 'session'])
      expect(await hear(stream, 1)).toEqual([{ type: 'changed', topics: ['session'] }])
      watching.abort()
    }
  })
})

it('no password stands in the store, its log, a job or a refusal', async () => {
  const { signedIn, page, directory, engine } = await engineWithAccounts({ lan: ['clerk'] })
  const { client } = page()
  const wrong = 'Sai-mật-khẩu-này-58'
  await codeOf(client.session.signIn({ name: 'lan', password: wrong }))
  const tooLong = `${wrong} `.repeat(20)
  const refused = await client.session.signIn({ name: 'lan', password: tooLong }).catch((error: unknown) => JSON.stringify(error))
  expect(refused).toContain('call.wrong_input')
  expect(refused).not.toContain('khẩu')
  const { client: lan } = await signedIn('lan')
  await lan.session.changePassword({ current: passwordOf('lan'), next: passwordOf('mai') })
  engine.context.store.database.exec('ALTER TABLE account_name RENAME TO planted')
  expect(await codeOf(client.session.signIn({ name: 'lan', password: wrong }))).toContain('Error')
  engine.context.store.database.exec('ALTER TABLE planted RENAME TO account_name')
  await engine.close()
  const secrets = [wrong, ...['quan', 'lan', 'mai'].map(passwordOf)].flatMap((secret) => [secret, secret.normalize('NFD')])
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.some(({ name }) => name.endsWith('.log'))).toBe(true)
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name))
    for (const secret of secrets)
      for (const form of ['utf8', 'utf16le', 'hex', 'base64'] as const) {
        const sought = form === 'hex' || form === 'base64' ? Buffer.from(Buffer.from(secret).toString(form)) : Buffer.from(secret, form)
        expect(bytes.includes(sought), `${name}, ${form}`).toBe(false)
      }
  }
})
