/** Why a job ended without an answer although nothing was wrong with the request itself. */
export type WorkerFailureReason = 'timed_out' | 'out_of_memory' | 'crashed' | 'closed'

/** The worker was ended or died. The next job gets a fresh one; the file that caused it can be refused on its own. */
export class WorkerFailure extends Error {
  readonly reason: WorkerFailureReason
  readonly task: string

  constructor(reason: WorkerFailureReason, task: string, detail = '') {
    super(`${task}: ${reason}${detail ? ` (${detail})` : ''}`)
    this.name = 'WorkerFailure'
    this.reason = reason
    this.task = task
  }
}
