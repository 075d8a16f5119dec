import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { relayPorts, type PagePort } from '../../../electron/shell/relay-ports.ts'
import { servePort } from '../../../electron/transport/port.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import { testEngine } from '../../kit/test-engine.ts'

/** A port of Node in the manners of Electron's: a message comes wrapped, and nothing comes before `start`. */
function asPagePort(port: MessagePort): PagePort {
  return {
    on: (event: 'message' | 'close', listener: (message: { data: unknown }) => void) =>
      event === 'message'
        ? port.on('message', (data: unknown) => listener({ data }))
        : port.on('close', () => listener({ data: undefined })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

describe('the relay between a page and the engine', () => {
  it('carries calls, refusals and events, and closes both ends together', async () => {
    const toEngine = new MessageChannel()
    const toPage = new MessageChannel()
    onTestFinished(() => toPage.port1.close())
    const { engine } = testEngine()
    servePort(engine, toEngine.port2)
    relayPorts(toEngine.port1, asPagePort(toPage.port2))
    const client = createORPCClient<ContractRouterClient<Contract>>(new RPCLink({ port: toPage.port1 }))
    expect((await client.periods.list({})).map(({ code }) => code)).toEqual(['2026-H1'])
    await expect(client.periods.close({ code: 'không có' })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'period.not_found' } })
    const events = await client.events.watch({})
    await client.periods.open({ code: '2026-H2', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20' })
    expect((await events.next()).value).toMatchObject({ type: 'changed' })
    const gone = once(toEngine.port2, 'close')
    toPage.port1.close()
    await gone
  })
})
