import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'
import { writeAside } from './one-moment.ts'

export const jobStates = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const
export type JobState = (typeof jobStates)[number]

/** Long work that outlives the call. `params`, `result`, `error` are JSON texts without secrets; `done` of `total` steps. */
export type StoredJob = {
  id: Id
  kind: string
  state: JobState
  params: string
  done: number
  total: number
  result: string | null
  error: string | null
  actor: string
  startedAt: Instant
  finishedAt: Instant | null
}

const columns = 'id, kind, state, params, done, total, result, error, actor, started_at AS startedAt, finished_at AS finishedAt'

export const findJob = (store: Store, id: Id): StoredJob | undefined =>
  store.prepare<[string], StoredJob>(`SELECT ${columns} FROM job WHERE id = ?`).get(id)

/** Newest first. */
export const listJobIds = (store: Store, limit: number): Id[] =>
  store.pluck<[number], Id>('SELECT id FROM job ORDER BY key DESC LIMIT ?').all(limit)

export function insertJob(store: Store, job: StoredJob): void {
  writeAside(store, () => {
    store
      .prepare(
        `INSERT INTO job (id, kind, state, params, done, total, result, error, actor, started_at, finished_at)
         VALUES (@id, @kind, @state, @params, @done, @total, @result, @error, @actor, @startedAt, @finishedAt)`,
      )
      .run(job)
  })
}

/** Writes state, progress and outcome; what was asked and by whom stays. */
export function updateJob(store: Store, job: Pick<StoredJob, 'id' | 'state' | 'done' | 'total' | 'result' | 'error' | 'finishedAt'>): void {
  writeAside(store, () => {
    store
      .prepare(
        'UPDATE job SET state = @state, done = @done, total = @total, result = @result, error = @error, finished_at = @finishedAt WHERE id = @id',
      )
      .run({
        id: job.id,
        state: job.state,
        done: job.done,
        total: job.total,
        result: job.result,
        error: job.error,
        finishedAt: job.finishedAt,
      })
  })
}

/** At start nothing runs yet: what still says so was cut off. Gives their ids. */
export const interruptRunningJobs = (store: Store, at: Instant): Id[] =>
  store.pluck<[string], Id>("UPDATE job SET state = 'interrupted', finished_at = ? WHERE state = 'running' RETURNING id").all(at)
