import { submissionFinding } from '../../shared/domain/finding.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { ReadOutcome } from '../workers/tasks.ts'

/** Reads a kept file in a worker; a worker that ran out of time or memory is what is wrong with the file. */
export async function readKept(
  context: Pick<ServiceContext, 'pool'>,
  path: string,
  name: string,
  options: { programme: string; signal: AbortSignal | undefined },
): Promise<ReadOutcome> {
  const signal = options.signal ? { signal: options.signal } : {}
  try {
    return await context.pool.run('read_submission', { path, name, programme: options.programme }, signal)
  } catch (error) {
    if (isFailureOfFile(error)) return { kind: 'rejected', finding: submissionFinding('M54', 'warning', { params: {} }) }
    throw error
  }
}

/** The pool's own failure has no shared type here: it is told by name, and `closed` is the application ending, not the file. */
export const isFailureOfFile = (error: unknown): boolean =>
  error instanceof Error && error.name === 'WorkerFailure' && 'reason' in error && error.reason !== 'closed'
