import { parentPort } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { WorkerTask, WorkerTasks, workerOfTask } from './tasks.ts'
import type { WorkerAnswer, WorkerRequest } from './worker-message.ts'

type TasksOf<File extends string> = { [T in WorkerTask]: (typeof workerOfTask)[T] extends File ? T : never }[WorkerTask]
type Handlers<File extends string> = {
  [T in TasksOf<File>]: (input: WorkerTasks[T]['input']) => WorkerTasks[T]['output'] | Promise<WorkerTasks[T]['output']>
}

/**
 * Called once by a worker file: `serveTasks<'render-pdf'>({ render_report: async (model) => … })`.
 * A handler refuses by throwing AppError; anything else thrown reaches the caller as an unexpected error, and the worker lives on.
 */
export function serveTasks<File extends (typeof workerOfTask)[WorkerTask]>(handlers: Handlers<File>): void {
  const port = parentPort
  if (!port) throw new Error('a worker file was started outside a worker')
  const byTask = handlers as Readonly<Record<string, (input: unknown) => unknown>>
  const answer = (message: WorkerAnswer, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer)
  const serve = async ({ id, task, input }: WorkerRequest): Promise<void> => {
    try {
      const handler = Object.hasOwn(byTask, task) ? byTask[task] : undefined
      if (!handler) throw new Error(`no handler for ${task}`)
      const output = await handler(input)
      answer({ id, output }, ownBuffers(output))
    } catch (error) {
      if (error instanceof AppError) answer({ id, refusal: { code: error.code, params: error.params } })
      else {
        const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
        answer({ id, error: { name, message, stack } })
      }
    }
  }
  port.on('message', (request: WorkerRequest) => void serve(request))
}

/** Bytes that fill their whole buffer move instead of being copied; a slice of Node's shared pool must not. */
function ownBuffers(output: unknown): ArrayBuffer[] {
  if (typeof output !== 'object' || output === null) return []
  return Object.values(output).flatMap((value: unknown) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength > 65_536 &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
}
