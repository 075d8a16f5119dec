import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { ShellReply } from '../../shared/contract/shell.ts'
import { AppError, type ErrorParams } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/messages/catalogue.ts'
import { servePort } from '../transport/port.ts'
import { answerShell, type ShellAnswers, type ShellAsk } from './answer-shell.ts'
import type { Connection } from './connection.ts'
import { systemClock } from './identity.ts'
import { createBugLog } from './log.ts'
import { checkAfterStartMs, inboxEveryMs } from './engine.ts'
import { openWorkspaces, type Workspaces } from './open-workspaces.ts'
import { createWhereNone } from './workspace-doors.ts'

/** The engine as a thread of its own. It is told where it works, given a port per page, and asked to close. */
export type EngineOrder = { directory: string; actor: string }
/** `page` names a window, so that its page loaded again is the same session; a port without one is a session of its own. */
export type EngineRequest =
  | { type: 'serve'; port: MessagePort; page?: string }
  | { type: 'ask'; call: number; page: string; asked: ShellAsk }
  | { type: 'close' }
export type EngineAnswer =
  | { type: 'ready' }
  | { type: 'refused'; code: ErrorCode; params: ErrorParams }
  | { type: 'unexpected'; reference: string }
  | { type: 'answered'; call: number; reply: ShellReply<ShellAnswers[ShellAsk['ask']]> }
  | { type: 'closed' }

async function openEngine({ directory, actor }: EngineOrder): Promise<Workspaces> {
  await createWhereNone(directory, { actor })
  return openWorkspaces({
    directory,
    mode: 'write',
    actor,
    checkAfterMs: checkAfterStartMs,
    inbox: { everyMs: inboxEveryMs },
    buildSample: async (order) => (await import('../demo/build-sample.ts')).buildSample(order),
  })
}

async function runEngine(order: EngineOrder): Promise<void> {
  const shell = parentPort
  if (!shell) throw new Error('the engine entry was started outside a worker')
  const tell = (answer: EngineAnswer): void => shell.postMessage(answer)
  let engine: Workspaces
  try {
    engine = await openEngine(order)
  } catch (error) {
    if (error instanceof AppError) tell({ type: 'refused', code: error.code, params: error.params })
    else tell({ type: 'unexpected', reference: createBugLog(order.directory, systemClock)(error, 'engine start') })
    return
  }
  const connections = new Map<string, Connection>()
  const connectionOf = (page: string | undefined): Connection => {
    const connection = (page !== undefined && connections.get(page)) || engine.connect()
    if (page !== undefined) connections.set(page, connection)
    return connection
  }
  const replyTo = async ({ call, page, asked }: Extract<EngineRequest, { type: 'ask' }>): Promise<void> => {
    try {
      tell({ type: 'answered', call, reply: { answer: await answerShell(connectionOf(page), asked) } })
    } catch (error) {
      const reply =
        error instanceof AppError
          ? { refused: { code: error.code, params: error.params } }
          : { reference: engine.context.logBug(error, `shell ${asked.ask}`) }
      tell({ type: 'answered', call, reply })
    }
  }
  shell.on('message', (request: EngineRequest) => {
    if (request.type === 'serve') return servePort(engine, request.port, connectionOf(request.page))
    if (request.type === 'ask') return void replyTo(request)
    shell.removeAllListeners('message')
    engine
      .close()
      .catch((error: unknown) => engine.context.logBug(error, 'engine close'))
      .finally(() => tell({ type: 'closed' }))
  })
  tell({ type: 'ready' })
}

void runEngine(workerData as EngineOrder)
