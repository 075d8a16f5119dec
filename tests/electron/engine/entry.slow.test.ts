import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { once } from 'node:events'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import type { EngineAnswer, EngineOrder, EngineRequest } from '../../../electron/engine/entry.ts'
import { passwordOf, type Client } from '../../kit/test-accounts.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

it('a window loaded again is the same session, another window is another', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  const order: EngineOrder = { directory, actor: 'Lan' }
  const worker = new Worker(new URL('../../../electron/engine/entry.ts', import.meta.url), { workerData: order })
  onTestFinished(async () => {
    await worker.terminate()
  })
  const post = (request: EngineRequest, ports: MessagePort[] = []): void => worker.postMessage(request, ports)
  const [ready] = (await once(worker, 'message')) as [EngineAnswer]
  expect(ready).toEqual({ type: 'ready' })

  const load = (page?: string): { client: Client; port: MessagePort } => {
    const { port1, port2 } = new MessageChannel()
    post({ type: 'serve', port: port2, ...(page === undefined ? {} : { page }) }, [port2])
    return { client: createORPCClient(new RPCLink({ port: port1 })), port: port1 }
  }
  const first = load('window 1')
  await first.client.accounts.createFirst({ name: 'lan', displayName: 'Lan', password: passwordOf('lan'), roles: ['clerk'] })
  first.port.close()
  const [again, other, unnamed] = [load('window 1'), load('window 2'), load()]
  const stateAt = async ({ client }: { client: Client }): Promise<string> => (await client.session.describe({})).state
  expect(await Promise.all([again, other, unnamed].map(stateAt))).toEqual(['signed_in', 'signed_out', 'signed_out'])
  for (const { port } of [again, other, unnamed]) port.close()

  const closed = once(worker, 'message')
  post({ type: 'close' })
  expect(await closed).toEqual([{ type: 'closed' }])
})
