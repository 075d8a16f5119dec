import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallName } from '../../shared/contract/rights.ts'
import { AppError } from '../../shared/errors.ts'
import type { Engine } from '../engine/engine.ts'
import { answerPage, contentPolicy, type Page } from './page.ts'
import { createSession, type Session } from './session.ts'
import { BodyTooLarge, sendFile, stageBody } from './stage.ts'

export type LoopbackHost = {
  readonly origin: string
  /** The address to open: the fragment carries the one-time code and never leaves the browser. */
  readonly url: string
  close(): Promise<void>
}

export const tokenHeader = 'x-tonghop-token'
const largestCallBytes = 1024 * 1024
const largestCodeBytes = 256

/** Set on every answer, refusals included. No CORS header is ever sent: no other origin may read anything. */
const securityHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Serves the engine on 127.0.0.1, a random port, to whoever holds the one-time code; the page, which holds nothing, to everybody. */
export async function serveHttp(
  engine: Pick<Engine, 'router' | 'context' | 'connect'>,
  session: Session = createSession(),
  page: Page = new Map(),
): Promise<LoopbackHost> {
  const rpc = new RPCHandler(engine.router, { plugins: [new BodyLimitPlugin({ maxBodySize: largestCallBytes })] })
  // There is one token, so there is one session, however often its page is loaded.
  const connection = engine.connect()
  let host = ''
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return refuse(response, 413)
      engine.context.logBug(error, `http ${request.method ?? ''}`)
      return refuse(response, 500)
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    // A foreign name that was pointed at this machine (rebinding) shows in Host, a foreign page in Origin.
    if (request.headers.host !== host) return refuse(response, 421)
    const { origin } = request.headers
    if (origin !== undefined && origin !== `http://${host}`) return refuse(response, 403)
    const path = (request.url ?? '/').split('?')[0]!
    if (path === '/session' && request.method === 'POST') return openSession(request, response)
    // The one-time code is exchanged by the page, so the page comes before the token.
    const file = request.method === 'GET' ? answerPage(page, path) : undefined
    if (file) return void response.writeHead(200, file.headers).end(file.bytes)
    if (!session.accepts(oneHeader(request.headers[tokenHeader]))) return refuse(response, 401)
    await answerKnown(request, response, path)
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = session.exchange(await readText(request, largestCodeBytes))
    if (token === undefined) return refuse(response, 401)
    sendJson(response, { token })
  }

  async function answerKnown(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path.startsWith('/rpc/') && request.method === 'POST') {
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: { connection, logBug: engine.context.logBug } })
      if (matched) return
    }
    if (!isAdmitted('files.stat')) return refuse(response, 403)
    if (path === '/stage' && request.method === 'PUT')
      return sendJson(
        response,
        await stageBody(connection.current(), request, new URL(request.url ?? '/', 'http://host').searchParams.get('name') ?? ''),
      )
    if (
      path.startsWith('/file/') &&
      request.method === 'GET' &&
      (await sendFile(connection.current(), response, path.slice('/file/'.length)))
    )
      return
    refuse(response, 404)
  }

  /** Files come and go beside the calls, for the same people. */
  function isAdmitted(call: CallName): boolean {
    try {
      connection.admit(call)
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  await listen(server)
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    url: `http://${host}/#${session.code}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // An open event stream would keep the server for ever.
        server.closeAllConnections()
      }),
  }
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })

const oneHeader = (value: string | string[] | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end()
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

async function readText(request: IncomingMessage, most: number): Promise<string> {
  let text = ''
  for await (const piece of request as AsyncIterable<Buffer>) {
    text += piece.toString('utf8')
    if (text.length > most) throw new BodyTooLarge()
  }
  return text
}
