import { RPCHandler } from '@orpc/server/message-port'
import type { Connection } from '../engine/connection.ts'
import type { Engine } from '../engine/engine.ts'

type Port = Parameters<RPCHandler<Caller>['upgrade']>[0]
/** What a call brings with it: who asks. */
type Caller = Pick<Engine['context'], 'connection' | 'logBug'>

/** Serves the engine's router over a MessagePort until the port closes; a page that was loaded again brings its connection. */
export function servePort(
  engine: Pick<Engine, 'router' | 'context' | 'connect'>,
  port: Port,
  connection: Connection = engine.connect(),
): void {
  new RPCHandler(engine.router).upgrade(port, { context: { connection, logBug: engine.context.logBug } })
}
