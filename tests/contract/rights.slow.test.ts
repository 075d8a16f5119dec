import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttp, tokenHeader } from '../../electron/transport/http.ts'
import { servePort } from '../../electron/transport/port.ts'
import { contract } from '../../shared/contract/index.ts'
import { needsAccounts, rights, type CallName } from '../../shared/contract/rights.ts'
import { roles, type Role } from '../../shared/domain/account.ts'
import { codeOf, engineWithAccounts, engineWithoutAccounts, passwordOf, type AccountsTest, type Client } from '../kit/test-accounts.ts'

const allCalls = Object.entries(contract).flatMap(([area, calls]) => Object.keys(calls).map((verb) => `${area}.${verb}` as CallName))

const transports: Record<string, (test: AccountsTest) => Promise<Client> | Client> = {
  'direct call': ({ page }) => page().client,
  'message port': ({ engine }) => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    servePort(engine, port1)
    return createORPCClient(new PortLink({ port: port2 }))
  },
  'loopback HTTP': async ({ engine }) => {
    const host = await serveHttp(engine)
    onTestFinished(() => host.close())
    const answer = await fetch(`${host.origin}/session`, { method: 'POST', body: new URL(host.url).hash.slice(1) })
    const { token } = (await answer.json()) as { token: string }
    return createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers: { [tokenHeader]: token } }))
  },
}

/** What becomes of every call: an input that no call takes has no effect, and is looked at only after the right is. */
async function tryAll(client: Client): Promise<Record<string, string>> {
  const areas = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const tried: Record<string, string> = {}
  for (const call of allCalls) {
    const [area, verb] = call.split('.') as [string, string]
    tried[call] = await codeOf(areas[area]![verb]!({ nobodyTakesThis: true }))
  }
  return tried
}

const through = 'call.wrong_input'
const expected = (judge: (call: CallName) => string): Record<string, string> =>
  Object.fromEntries(allCalls.map((call) => [call, judge(call)]))

/** Restated from the table's own words, so that a change of how it is read shows. */
const isFor = (call: CallName, role: Role): boolean => {
  const right = rights[call]
  return right === 'anyone' || right === 'signed_in' || right.includes(role)
}

describe('the table of rights', () => {
  it('names every call of the contract and nothing else', () => {
    expect(Object.keys(rights).toSorted()).toEqual(allCalls.toSorted())
    for (const right of Object.values(rights)) if (typeof right !== 'string') for (const role of right) expect(roles).toContain(role)
  })

  it('keeps what changes figures from whoever reviews, approves or stamps them', () => {
    for (const call of ['adjustments.add', 'submissions.import', 'submissions.resolveHeld', 'reports.build'] as const)
      expect(rights[call], call).toEqual(['clerk'])
    for (const call of ['accounts.create', 'accounts.update', 'accounts.setPassword', 'settings.update'] as const)
      expect(rights[call], call).toEqual(['administrator'])
    expect(rights['reports.review']).toEqual(['reviewer'])
    expect(rights['accounts.createFirst']).toEqual([])
  })

  it.each(Object.keys(transports))('%s: every call is let through or refused as it says', async (name) => {
    const test = await engineWithAccounts(Object.fromEntries(roles.map((role) => [role, [role]])))
    const client = await transports[name]!(test)
    const closed = expected((call) => (rights[call] === 'anyone' ? through : 'session.signed_out'))
    expect(await tryAll(client)).toEqual(closed)
    for (const role of roles) {
      const { allowed } = await client.session.signIn({ name: role, password: passwordOf(role) })
      expect(await tryAll(client), role).toEqual(expected((call) => (isFor(call, role) ? through : 'session.no_right')))
      expect(allowed.toSorted(), role).toEqual(allCalls.filter((call) => isFor(call, role)).toSorted())
    }
    expect((await client.session.lock({})).state).toBe('locked')
    expect(await tryAll(client)).toEqual(expected((call) => (rights[call] === 'anyone' ? through : 'session.locked')))
    await client.session.signOut({})
    expect(await tryAll(client)).toEqual(closed)
  })

  it.each(Object.keys(transports))('%s: without accounts everything is let through but what needs them', async (name) => {
    const client = await transports[name]!(engineWithoutAccounts())
    const all = expected((call) => (needsAccounts.has(call) ? 'session.no_accounts' : through))
    expect(await tryAll(client)).toEqual(all)
    const { state, actor, allowed } = await client.session.describe({})
    expect([state, actor, allowed]).toEqual(['trial', 'máy văn phòng', allCalls.filter((call) => !needsAccounts.has(call))])
  })
})

describe('files over loopback HTTP', () => {
  it('come and go for who is signed in only', async () => {
    const test = await engineWithAccounts()
    const host = await serveHttp(test.engine)
    onTestFinished(() => host.close())
    const answer = await fetch(`${host.origin}/session`, { method: 'POST', body: new URL(host.url).hash.slice(1) })
    const headers = { [tokenHeader]: ((await answer.json()) as { token: string }).token }
    const client: Client = createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers }))
    const stage = () => fetch(`${host.origin}/stage?name=a.xlsx`, { method: 'PUT', headers, body: 'bytes' })
    expect((await stage()).status).toBe(403)
    await client.session.signIn({ name: 'quan', password: passwordOf('quan') })
    const staged = await stage()
    const { file } = (await staged.json()) as { file: string }
    expect([staged.status, (await fetch(`${host.origin}/file/${file}`, { headers })).status]).toEqual([200, 200])
    await client.session.lock({})
    expect([(await stage()).status, (await fetch(`${host.origin}/file/${file}`, { headers })).status]).toEqual([403, 403])
  })
})
