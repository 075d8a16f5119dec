import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { ShellAnswers, ShellAsk } from '../engine/answer-shell.ts'
import type { EngineAnswer, EngineOrder, EngineRequest } from '../engine/entry.ts'
import type { ShellReply } from '../../shared/contract/shell.ts'
import { AppError } from '../../shared/errors.ts'

export type EngineThread = {
  /** A new port to the engine's router; one per page load. `page` names the window, whose session goes on. */
  connect(page?: string): MessagePort
  /** What the shell asks for the page of a window. Refuses with AppError; throws EngineTrouble for a bug and when the thread is gone. */
  ask<Asked extends ShellAsk>(page: string, asked: Asked): Promise<ShellAnswers[Asked['ask']]>
  /** Resolves when running work was stopped, the writer's lock given back and the thread ended. */
  close(): Promise<void>
}

/** The engine could not be opened, or its thread died; `reference` is that of the log entry, where there is one. */
export class EngineTrouble extends Error {
  readonly reference: string | null

  constructor(reference: string | null, options?: ErrorOptions) {
    super('the engine is not there', options)
    this.name = 'EngineTrouble'
    this.reference = reference
  }
}

/**
 * Starts the engine's entry, a built file, in a thread and waits until it is ready. `onLost` is told when the thread ends unasked.
 * Refuses as `createEngine` does; throws EngineTrouble for a bug.
 */
export async function startEngineThread(entry: URL, order: EngineOrder, onLost: (trouble: EngineTrouble) => void): Promise<EngineThread> {
  const worker = new Worker(entry, { workerData: order })
  const post = (request: EngineRequest, transfer: readonly MessagePort[] = []): void => worker.postMessage(request, transfer)
  const gone = new Promise<EngineTrouble>((resolve) => {
    worker.once('error', (cause) => resolve(new EngineTrouble(null, { cause })))
    worker.once('exit', () => resolve(new EngineTrouble(null)))
  })
  const answers = new Map<number, (reply: ShellReply<unknown>) => void>()
  let hear: (answer: EngineAnswer) => void = () => undefined
  worker.on('message', (answer: EngineAnswer) => {
    if (answer.type !== 'answered') return hear(answer)
    answers.get(answer.call)?.(answer.reply)
    answers.delete(answer.call)
  })
  const answerOf = (): Promise<EngineAnswer> => new Promise((resolve) => (hear = resolve))
  const first = await Promise.race([answerOf(), gone])
  if (first instanceof EngineTrouble || first.type !== 'ready') {
    await worker.terminate()
    if (first instanceof EngineTrouble) throw first
    if (first.type === 'refused') throw new AppError(first.code, first.params)
    throw new EngineTrouble(first.type === 'unexpected' ? first.reference : null)
  }
  let isClosing = false
  let lastCall = 0
  const watchForLoss = async (): Promise<void> => {
    const trouble = await gone
    if (!isClosing) onLost(trouble)
  }
  void watchForLoss()
  return {
    connect(page) {
      const { port1, port2 } = new MessageChannel()
      post({ type: 'serve', port: port2, ...(page !== undefined && { page }) }, [port2])
      return port1
    },
    async ask<Asked extends ShellAsk>(page: string, asked: Asked) {
      lastCall += 1
      const call = lastCall
      const answered = new Promise<ShellReply<unknown>>((resolve) => answers.set(call, resolve))
      post({ type: 'ask', call, page, asked })
      const reply = await Promise.race([answered, gone])
      if (reply instanceof EngineTrouble) throw reply
      if ('refused' in reply) throw new AppError(reply.refused.code, reply.refused.params)
      if ('reference' in reply) throw new EngineTrouble(reply.reference)
      return reply.answer as ShellAnswers[Asked['ask']]
    },
    async close() {
      isClosing = true
      const closed = answerOf()
      post({ type: 'close' })
      await Promise.race([closed, gone])
      await worker.terminate()
    },
  }
}
