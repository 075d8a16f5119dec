import { parentPort, workerData } from 'node:worker_threads'
import { examineWorkspace } from '../audit/verify-audit.ts'
import { AppError } from '../../shared/errors.ts'
import type { AuditMessage, AuditOrder } from './run-audit.ts'

const tellEveryMs = 100

async function answer({ directory, knownHead, isUnhurried = false }: AuditOrder, tell: (message: AuditMessage) => void): Promise<void> {
  let told = -Infinity
  const onProgress = (done: number, total: number): void => {
    if (done < total && performance.now() - told < tellEveryMs) return
    told = performance.now()
    tell({ type: 'progress', done, total })
  }
  try {
    const examination = await examineWorkspace(directory, { onProgress, isUnhurried, ...(knownHead === undefined ? {} : { knownHead }) })
    tell({ type: 'examined', examination })
  } catch (error) {
    if (error instanceof AppError) return tell({ type: 'refused', code: error.code, params: error.params })
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    tell({ type: 'failed', name, message, stack })
  }
}

const port = parentPort
if (!port) throw new Error('the audit was started outside a worker')
// A task of its own: the thread stays until its answer is on the way.
void answer(workerData as AuditOrder, (message) => port.postMessage(message, []))
