import { RPCHandler } from '@orpc/server/message-port'
import type { Engine } from '../engine/engine.ts'

type Port = Parameters<RPCHandler<Engine['context']>['upgrade']>[0]

/** Serves the engine's router over a MessagePort until the port closes. */
export function servePort(engine: Pick<Engine, 'router' | 'context'>, port: Port): void {
  new RPCHandler(engine.router).upgrade(port, { context: engine.context })
}
