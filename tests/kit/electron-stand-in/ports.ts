import { EventEmitter } from 'node:events'
import { packValue, unpackValue } from './copy-value.ts'
import { onlyTellsOf } from './not-stood-in.ts'

/** The far end of a port that went to a page. */
export type FarEnd = { send(packed: string): void; close(): void }

export class MessagePortMain extends EventEmitter {
  peer!: MessagePortMain
  #farEnd: FarEnd | undefined
  #isStarted = false
  #isClosed = false
  #queue: string[] = []

  constructor() {
    super()
    onlyTellsOf('MessagePortMain', this, ['message', 'close'])
  }

  postMessage(message: unknown): void {
    this.peer.deliver(packValue(message))
  }

  start(): void {
    this.#isStarted = true
    this.#flush()
  }

  close(): void {
    for (const end of [this, this.peer]) end.end()
  }

  /** From here on what was meant for this port goes to the page. */
  handOver(farEnd: FarEnd): void {
    this.#farEnd = farEnd
    this.#flush()
  }

  deliver(packed: string): void {
    this.#queue.push(packed)
    this.#flush()
  }

  end(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#farEnd?.close()
    setImmediate(() => this.emit('close'))
  }

  #flush(): void {
    if (!this.#farEnd && !this.#isStarted) return
    for (const packed of this.#queue.splice(0))
      if (this.#farEnd) this.#farEnd.send(packed)
      else setImmediate(() => this.emit('message', { data: unpackValue(packed), ports: [] }))
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}
