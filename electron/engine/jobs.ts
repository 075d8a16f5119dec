import { jobResults, type Job, type JobKind, type JobResult } from '../../shared/contract/jobs.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findJob, insertJob, interruptRunningJobs, listJobIds, updateJob, type StoredJob } from '../store/job-store.ts'
import type { Events } from './events.ts'
import type { BugLog } from './log.ts'

export type JobProgress = (done: number, total: number) => void
export type JobWork<Kind extends JobKind> = (controls: { signal: AbortSignal; progress: JobProgress }) => Promise<JobResult<Kind>>

export type Jobs = {
  /** The same jobs; what is started through it is started by that person. */
  by(actor: string): Jobs
  /** Stores the job and answers at once; the work goes on whoever is watching. `params` are shown to people and hold no secrets. */
  start<Kind extends JobKind>(kind: Kind, params: Readonly<Record<string, unknown>>, work: JobWork<Kind>): { jobId: Id }
  /** Newest first, without the files of an import. */
  list(): Job[]
  /** One job as the list has it. */
  getBrief(id: Id): Job
  /** Refuses with `job.not_found`. */
  get(id: Id): Job
  /** Asks a running job to stop; refuses with `job.not_found`. */
  cancel(id: Id): Job
  /** Resolves with the job when it no longer runs. */
  wait(id: Id): Promise<Job>
  /** Cancels what runs and waits for it. */
  close(): Promise<void>
}

/** At most ten a second; what a job says last always goes out. */
const progressEveryMs = 100
const mostListed = 50

type Running = { controller: AbortController; finished: Promise<void>; done: number; total: number }

export function createJobs(context: ServiceContext, events: Events, logBug: BugLog): Jobs {
  const { store } = context
  const running = new Map<Id, Running>()
  /** As listed; what has ended does not change any more. */
  const ended = new Map<Id, Job>()
  if (!store.readOnly) interruptRunningJobs(store, context.clock())

  const publish = (job: Job): void => events.publish({ type: 'job', job })

  /** The stored row is written at start and end only; in between progress lives in memory. */
  const withProgress = (job: Job): Job => {
    const live = running.get(job.id)
    return live ? { ...job, done: live.done, total: live.total } : job
  }

  const get = (id: Id): Job => {
    const stored = findJob(store, id)
    if (!stored) throw new AppError('job.not_found', { job: id })
    return withProgress(toJob(stored))
  }

  /** An import of a thousand files has a result of a megabyte, and a list of jobs is asked for often. */
  const listed = (id: Id): Job => {
    const known = ended.get(id)
    if (known) return known
    const job = withoutFiles(get(id))
    if (job.state !== 'running') ended.set(id, job)
    return job
  }

  async function run<Kind extends JobKind>(id: Id, kind: Kind, live: Running, work: JobWork<Kind>): Promise<void> {
    const throttle = throttleCalls(() => publish(listed(id)))
    const progress: JobProgress = (done, total) => {
      live.done = done
      live.total = total
      throttle.call()
    }
    const outcome = await settle(kind, live, work, progress, logBug)
    throttle.stop()
    running.delete(id)
    updateJob(store, { id, done: live.done, total: live.total, finishedAt: context.clock(), ...outcome })
    publish(listed(id))
  }

  const by = (actor: string): Jobs => ({
    by,
    start(kind, params, work) {
      if (store.readOnly) throw new AppError('workspace.read_only', { path: store.directory })
      const id = context.newId()
      insertJob(store, {
        id,
        kind,
        state: 'running',
        params: JSON.stringify(params),
        done: 0,
        total: 0,
        result: null,
        error: null,
        actor,
        startedAt: context.clock(),
        finishedAt: null,
      })
      const live: Running = { controller: new AbortController(), finished: Promise.resolve(), done: 0, total: 0 }
      running.set(id, live)
      publish(get(id))
      // A step later, so that the caller holds the id before the first progress.
      live.finished = Promise.resolve().then(() => run(id, kind, live, work))
      return { jobId: id }
    },
    list: () => listJobIds(store, mostListed).map(listed),
    get,
    getBrief: listed,
    cancel(id) {
      const job = get(id)
      running.get(id)?.controller.abort(new AppError('job.cancelled', { job: id }))
      return job
    },
    async wait(id) {
      await running.get(id)?.finished
      return get(id)
    },
    async close() {
      const all = [...running.entries()]
      for (const [id, { controller }] of all) controller.abort(new AppError('job.cancelled', { job: id }))
      await Promise.all(all.map(([, { finished }]) => finished))
    },
  })
  return by(context.actor)
}

type Outcome = Pick<StoredJob, 'state' | 'result' | 'error'>

async function settle<Kind extends JobKind>(
  kind: Kind,
  live: Running,
  work: JobWork<Kind>,
  progress: JobProgress,
  logBug: BugLog,
): Promise<Outcome> {
  const { signal } = live.controller
  try {
    // Cancelled before it began: the work would wait for an abort that has already been.
    signal.throwIfAborted()
    const result = jobResults[kind].parse(await work({ signal, progress }))
    return { state: signal.aborted && isCutShort(result) ? 'cancelled' : 'done', result: JSON.stringify(result), error: null }
  } catch (error) {
    if (signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError')))
      return { state: 'cancelled', result: null, error: null }
    if (error instanceof AppError)
      return { state: 'failed', result: null, error: JSON.stringify({ code: error.code, params: error.params }) }
    return { state: 'failed', result: null, error: JSON.stringify({ reference: logBug(error, `job ${kind}`) }) }
  }
}

const withoutFiles = (job: Job): Job =>
  job.kind === 'import' && typeof job.result === 'object' && job.result !== null && !Array.isArray(job.result)
    ? { ...job, result: { ...job.result, files: [] } }
    : job

/** What was done before the cancelling counts, and its result says so. */
const isCutShort = (result: object): boolean => 'cancelled' in result

const toJob = (stored: StoredJob): Job => {
  const { id, kind, state, done, total, actor, startedAt, finishedAt } = stored
  return {
    id,
    kind: kind as JobKind,
    state,
    done,
    total,
    result: stored.result === null ? null : (JSON.parse(stored.result) as Job['result']),
    error: stored.error === null ? null : (JSON.parse(stored.error) as NonNullable<Job['error']>),
    actor,
    startedAt,
    finishedAt,
  }
}

function throttleCalls(run: () => void): { call: () => void; stop: () => void } {
  let last = -Infinity
  let timer: NodeJS.Timeout | undefined
  const now = (): void => {
    timer = undefined
    last = performance.now()
    run()
  }
  return {
    call() {
      if (timer) return
      const wait = last + progressEveryMs - performance.now()
      if (wait <= 0) now()
      else timer = setTimeout(now, wait)
    },
    /** The end of the job is an event of its own and carries the last progress. */
    stop: () => clearTimeout(timer),
  }
}
