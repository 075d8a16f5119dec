import type { MessagePort } from 'node:worker_threads'

/** What is used of Electron's port: it can go to a page, but not to a thread of Node. */
export type PagePort = {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/** Everything said at one end is heard at the other; when one closes, so does the other. */
export function relayPorts(engine: MessagePort, page: PagePort): void {
  engine.on('message', (data: unknown) => page.postMessage(data))
  page.on('message', ({ data }) => engine.postMessage(data))
  engine.on('close', () => page.close())
  page.on('close', () => engine.close())
  page.start()
}
