import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ShellBridge } from '../../shared/contract/shell.ts'
import type { Client } from './client.ts'
import { createBrowserHost, type Host } from './host.ts'
import { openSession, tokenHeader } from './session-token.ts'
import { createWindowHost } from './window-host.ts'

declare global {
  interface Window {
    /** There in our own window only, put there by its preload. */
    tonghopShell?: ShellBridge
  }
}

/** The page was opened without what opens a session: no code in the address, or one that is used or too old. */
export class NoSession extends Error {}

export type Connection = { client: Client; host: Host }

/** Over the port of our own window, or over loopback HTTP in an ordinary browser. Throws NoSession. */
export async function connect(): Promise<Connection> {
  const shell = window.tonghopShell
  if (shell) return { client: createORPCClient(new PortLink({ port: await receivePort(shell) })), host: createWindowHost(shell) }
  const token = await getToken()
  const link = new HttpLink({ url: `${location.origin}/rpc`, headers: { [tokenHeader]: token } })
  return { client: createORPCClient(link), host: createBrowserHost(token) }
}

function receivePort(shell: NonNullable<Window['tonghopShell']>): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== 'engine:port' || !port) return
      window.removeEventListener('message', receive)
      port.start()
      resolve(port)
    }
    window.addEventListener('message', receive)
    shell.connect()
  })
}

async function getToken(): Promise<string> {
  const token = await openSession({
    hash: location.hash,
    dropFragment: () => history.replaceState(null, '', location.pathname),
    storage: sessionStorage,
    exchange: exchangeCode,
  })
  if (token === undefined) throw new NoSession()
  return token
}

async function exchangeCode(code: string): Promise<string | undefined> {
  const answer = await fetch('/session', { method: 'POST', body: code })
  if (!answer.ok) return undefined
  const { token } = (await answer.json()) as { token: string }
  return token
}
