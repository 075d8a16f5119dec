import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttp, tokenHeader } from '../../electron/transport/http.ts'
import { servePort } from '../../electron/transport/port.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { testEngine, type TestEngine } from '../kit/test-engine.ts'
import { temporaryFolder } from '../kit/test-workspace.ts'

type Client = ContractRouterClient<Contract>

const transports: Record<string, (test: TestEngine) => Promise<Client> | Client> = {
  'direct call': ({ client }) => client,
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

const troubleOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no trouble',
    (error: { code?: string; defined?: boolean; status?: number; data?: unknown }) => ({
      code: error.code,
      defined: error.defined,
      status: error.status,
      data: error.data,
    }),
  )

/** Everything that goes over the wire in one session, as plain values. */
async function tellAll(client: Client, test: TestEngine): Promise<unknown> {
  const { staging } = test.engine.context
  const watching = new AbortController()
  const events = await client.events.watch({}, { signal: watching.signal })
  const opened = await client.periods.open({ code: '2026-H2', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20 17:00' })
  const file = join(temporaryFolder(), 'mô tả.xlsx')
  writeFileSync(file, 'not a workbook')
  const started = await client.submissions.import({ period: opened.code, files: [staging.addInput(file)] })
  const seen: EngineEvent[] = []
  for await (const event of events) {
    seen.push(event)
    if (event.type === 'job' && event.job.state !== 'running') break
  }
  watching.abort()
  const last = seen.at(-1)
  const topics = seen.flatMap((event) => (event.type === 'changed' ? [event.topics] : []))
  const job = await client.jobs.get({ id: started.jobId })
  return {
    opened,
    topics,
    states: [...new Set(seen.flatMap((event) => (event.type === 'job' ? [event.job.state] : [])))],
    lastEventIsTheJob:
      last?.type === 'job' && JSON.stringify(last.job) === JSON.stringify(await client.jobs.get({ id: started.jobId, brief: true })),
    outcome: (job.result as { files: { outcome: string; findings: { rule: string }[] }[] }).files.map(({ outcome, findings }) => [
      outcome,
      findings.map(({ rule }) => rule),
    ]),
    periods: await client.periods.list({}),
    figures: await client.figures.get({ period: opened.code }),
    register: await client.submissions.register({ period: opened.code }),
    units: await client.units.list({}),
    programme: await client.workspace.programme({}),
    refused: await troubleOf(client.periods.close({ code: 'không có' })),
    missingJob: await troubleOf(client.jobs.get({ id: '0'.repeat(32) })),
    wrongInput: await troubleOf(client.figures.get({ period: opened.code, surplus: 'secret' } as never)),
    wrongFile: await troubleOf(client.files.stat({ file: 'f'.repeat(32) })),
  }
}

describe('one router, three transports', () => {
  it('give the same results, the same typed errors and the same events', async () => {
    const told: Record<string, unknown> = {}
    for (const [name, connect] of Object.entries(transports)) {
      const test = testEngine()
      told[name] = await tellAll(await connect(test), test)
    }
    const direct = told['direct call'] as Record<string, unknown>
    expect(direct).toMatchObject({
      topics: [['periods', 'submissions', 'figures'], ['jobs']],
      states: ['running', 'done'],
      lastEventIsTheJob: true,
      refused: { code: 'REFUSED', defined: true, status: 422, data: { code: 'period.not_found', params: { period: 'không có' } } },
      missingJob: { code: 'REFUSED', data: { code: 'job.not_found' } },
      wrongInput: { code: 'REFUSED', data: { code: 'call.wrong_input', params: { call: 'figures.get' } } },
      wrongFile: { code: 'REFUSED', data: { code: 'file.not_found' } },
    })
    expect(JSON.stringify(direct['wrongInput'])).not.toContain('secret')
    expect(told['message port']).toEqual(direct)
    expect(told['loopback HTTP']).toEqual(direct)
  })

  it.each(Object.keys(transports))('%s: a bug leaves as a reference only', async (name) => {
    const test = testEngine()
    const client = await transports[name]!(test)
    test.engine.context.store.database.exec('ALTER TABLE expected_unit RENAME TO planted')
    const trouble = (await troubleOf(client.submissions.register({ period: '2026-H1' }))) as { data: { reference: string } }
    expect(trouble).toMatchObject({ code: 'UNEXPECTED', defined: true, status: 500 })
    expect(Object.keys(trouble.data)).toEqual(['reference'])
    expect(trouble.data.reference).toMatch(/^TH-[0-9A-F]{4}$/)
  })

  it('every procedure of the contract has a handler', async () => {
    const { contract } = await import('../../shared/contract/index.ts')
    const { engine } = testEngine()
    const names = (router: object): string[] =>
      Object.entries(router)
        .flatMap(([area, verbs]) => Object.keys(verbs as object).map((verb) => `${area}.${verb}`))
        .toSorted()
    expect(names(engine.router)).toEqual(names(contract))
  })
})
