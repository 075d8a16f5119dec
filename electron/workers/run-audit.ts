import { Worker } from 'node:worker_threads'
import type { AuditExamination } from '../audit/verify-audit.ts'
import { AppError, type ErrorParams } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/messages/catalogue.ts'

export type AuditOrder = { directory: string; knownHead?: string; isUnhurried?: boolean }
export type AuditMessage =
  | { type: 'progress'; done: number; total: number }
  | { type: 'examined'; examination: AuditExamination }
  | { type: 'refused'; code: ErrorCode; params: ErrorParams }
  | { type: 'failed'; name: string; message: string; stack: string }

export type RunAuditOptions = { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }

/**
 * `examineWorkspace` in a thread of its own with a connection of its own, because checking the pages of one large table is a
 * single call of seconds. Not in the pool: its limits are those of hostile files. Rejects with the signal's reason when aborted,
 * after the thread has ended.
 */
export async function runAudit(order: AuditOrder, { signal, onProgress }: RunAuditOptions = {}): Promise<AuditExamination> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./verify-audit.worker.ts', import.meta.url), { workerData: order })
  // An application that is asked to end does not wait for a check nobody asked for.
  worker.unref()
  let stop: (() => void) | undefined
  try {
    return await new Promise<AuditExamination>((resolve, reject) => {
      stop = () => reject(signal?.reason)
      signal?.addEventListener('abort', stop, { once: true })
      worker.on('message', (message: AuditMessage) => {
        if (message.type === 'progress') onProgress?.(message.done, message.total)
        else if (message.type === 'examined') resolve(message.examination)
        else if (message.type === 'refused') reject(new AppError(message.code, message.params))
        else reject(Object.assign(new Error(message.message), { name: message.name, stack: message.stack }))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the audit ended with ${code} before its answer`)))
    })
  } finally {
    if (stop) signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
