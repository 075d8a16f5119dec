import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

export type Params = Record<string, unknown>

/** One target's or the whole browser's DevTools protocol; events come under their protocol name. */
export type Devtools = EventEmitter & {
  send<Result = Params>(method: string, params?: Params): Promise<Result>
}

type Message = { id?: number; method?: string; params?: Params; result?: Params; error?: { message: string }; sessionId?: string }

const usualSwitches = [
  '--headless',
  '--no-startup-window',
  '--disable-gpu',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
]

/** Debian's Chromium, spoken to over a pipe, so that the main process itself needs no socket. */
export class Chromium {
  readonly devtools: Devtools
  readonly #process: ChildProcess
  readonly #profile = mkdtempSync(join(tmpdir(), 'electron-stand-in-'))
  readonly #waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>()
  readonly #sessions = new Map<string, Devtools>()
  #isClosing = false
  #lastId = 0
  #rest = ''

  /** `switches` as the application and its starter gave them; what Chromium says on stderr goes to ours, the address of a debugging port with it. */
  constructor(switches: readonly string[], onGone: () => void) {
    const folder = `--user-data-dir=${this.#profile}`
    this.#process = spawn('/usr/bin/chromium', [...usualSwitches, folder, ...switches], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Its complaints of a machine without a message bus are nobody's business.
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' },
    })
    this.#process.stderr!.on('data', (text: Buffer) => {
      for (const line of text.toString('utf8').split('\n')) if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`)
    })
    this.#process.once('exit', () => {
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
      if (!this.#isClosing) onGone()
    })
    this.devtools = this.#session(undefined)
    const answers = this.#process.stdio[4] as Readable
    answers.setEncoding('utf8')
    answers.on('data', (text: string) => this.#read(text))
  }

  async attach(targetId: string): Promise<Devtools> {
    const { sessionId } = await this.devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    const session = this.#session(sessionId)
    this.#sessions.set(sessionId, session)
    return session
  }

  /** Resolves when its process is gone. */
  async close(): Promise<void> {
    this.#isClosing = true
    const gone = once(this.#process, 'exit')
    this.devtools.send('Browser.close').catch(() => undefined)
    await gone
  }

  #session(sessionId: string | undefined): Devtools {
    const send = (method: string, params: Params = {}): Promise<never> =>
      new Promise((resolve, reject) => {
        this.#lastId += 1
        this.#waiting.set(this.#lastId, { resolve, reject })
        const pipe = this.#process.stdio[3] as Writable
        pipe.write(`${JSON.stringify({ id: this.#lastId, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
      })
    return Object.assign(new EventEmitter(), { send })
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) this.#take(JSON.parse(part) as Message)
  }

  #take({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      const session = sessionId === undefined ? this.devtools : this.#sessions.get(sessionId)
      session?.emit(method!, params)
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result as never)
  }
}
