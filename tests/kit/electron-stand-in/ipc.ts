import { EventEmitter } from 'node:events'
import type { MessagePortMain } from './ports.ts'

export type Sender = {
  url: string
  origin: string
  parent: null
  postMessage(channel: string, message: unknown, transfer?: readonly MessagePortMain[]): void
}
type Answer = (event: object, ...args: unknown[]) => unknown

/** `ipcMain`. */
export class Ipc extends EventEmitter {
  static readonly main = new Ipc()
  readonly #handlers = new Map<string, Answer>()

  handle(channel: string, answer: Answer): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, answer)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  async answer(channel: string, event: object, args: unknown[]): Promise<unknown> {
    const answer = this.#handlers.get(channel)
    if (!answer) throw new Error(`No handler registered for '${channel}'`)
    return answer(event, ...args)
  }
}
