import { Worker } from 'node:worker_threads'
import type { ResourceLimits } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { workerOfTask } from './tasks.ts'
import type { WorkerTask, WorkerTasks } from './tasks.ts'
import { WorkerFailure } from './worker-failure.ts'
import type { WorkerAnswer, WorkerRequest } from './worker-message.ts'

export type WorkerFile = (typeof workerOfTask)[WorkerTask]
export type RunOptions = { signal?: AbortSignal; timeoutMs?: number }

export type WorkerPool = {
  /**
   * Rejects with the worker's AppError, with WorkerFailure when the worker was ended or died, with the signal's reason
   * when aborted, or with an Error carrying the message of an unexpected error.
   */
  run<T extends WorkerTask>(task: T, input: WorkerTasks[T]['input'], options?: RunOptions): Promise<WorkerTasks[T]['output']>
  /** Ends every worker; what still waits or runs rejects with WorkerFailure `closed`. */
  close(): Promise<void>
}

export type WorkerPoolOptions = {
  /** Workers per worker file. */
  size?: number
  /** How much the whole process may grow while jobs run, in MB: Buffers lie outside `resourceLimits`. */
  maxGrowthMb?: number
  /** An idle worker is ended after this time, so that an idle application stays small. */
  idleMs?: number
  resourceLimits?: ResourceLimits
  /** Where the worker files lie, when not beside this one. */
  files?: Partial<Record<WorkerFile, URL>>
}

// Written out one by one, because a bundler finds workers only by literal addresses.
const ownFiles: Record<WorkerFile, URL> = {
  'read-workbook': new URL('./read-workbook.worker.ts', import.meta.url),
  'unpack-archive': new URL('./unpack-archive.worker.ts', import.meta.url),
  'write-workbook': new URL('./write-workbook.worker.ts', import.meta.url),
  'render-pdf': new URL('./render-pdf.worker.ts', import.meta.url),
  'verify-pdf': new URL('./verify-pdf.worker.ts', import.meta.url),
}

const defaultTimeoutMs: Record<WorkerFile, number> = {
  'read-workbook': 20_000,
  'unpack-archive': 60_000,
  'write-workbook': 60_000,
  'render-pdf': 180_000,
  'verify-pdf': 60_000,
}
const memoryPollMs = 50

type Job = {
  file: WorkerFile
  task: WorkerTask
  input: unknown
  timeoutMs: number
  /** Ran beside others when memory ran out: tried once more by itself, so that the innocent is not refused. */
  alone: boolean
  resolve: (output: unknown) => void
  reject: (error: unknown) => void
}
type Seat = { file: WorkerFile; worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined; id: number }

const rssMb = (): number => process.memoryUsage.rss() / 1_048_576

export function createWorkerPool(options: WorkerPoolOptions = {}): WorkerPool {
  const { size = 2, maxGrowthMb = 1_024, idleMs = 30_000 } = options
  const resourceLimits = options.resourceLimits ?? { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 }
  const files = { ...ownFiles, ...options.files }
  const seats = new Set<Seat>()
  const queue: Job[] = []
  let closed = false
  let baseMb = 0
  let memoryWatch: NodeJS.Timeout | undefined

  const running = (): Seat[] => [...seats].filter((seat) => seat.job)

  function openSeat(file: WorkerFile): Seat {
    const worker = new Worker(files[file], { resourceLimits })
    const seat: Seat = { file, worker, job: undefined, timer: undefined, id: 0 }
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.id === seat.id) settle(seat, answer)
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'crashed'
      leave(seat, (job) => job.reject(new WorkerFailure(reason, job.task, error.message)))
    })
    worker.on('exit', (code) => leave(seat, (job) => job.reject(new WorkerFailure('crashed', job.task, `exit ${code}`))))
    seats.add(seat)
    return seat
  }

  /** Takes the seat out of service and ends its worker; what to tell its job is the caller's. */
  function leave(seat: Seat, tell: (job: Job) => void): void {
    if (!seats.delete(seat)) return
    clearTimeout(seat.timer)
    const { job } = seat
    seat.job = undefined
    void seat.worker.terminate()
    if (job) tell(job)
    serve()
  }

  function settle(seat: Seat, answer: WorkerAnswer): void {
    const { job } = seat
    if (!job) return
    clearTimeout(seat.timer)
    seat.job = undefined
    rest(seat)
    if ('output' in answer) job.resolve(answer.output)
    else if ('refusal' in answer) job.reject(new AppError(answer.refusal.code, answer.refusal.params))
    else job.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name, stack: answer.error.stack }))
    serve()
  }

  function rest(seat: Seat): void {
    seat.worker.unref()
    seat.timer = setTimeout(() => leave(seat, () => undefined), idleMs)
    seat.timer.unref()
  }

  /** A free worker of this file, or a new one where there is room. */
  function findSeat(file: WorkerFile): Seat | undefined {
    const own = [...seats].filter((seat) => seat.file === file)
    return own.find((seat) => !seat.job) ?? (own.length < size ? openSeat(file) : undefined)
  }

  function serve(): void {
    if (closed) return
    for (let at = 0; at < queue.length;) {
      const job = queue[at]!
      const busy = running()
      if (busy.some((seat) => seat.job?.alone) || (job.alone && busy.length > 0)) break
      const seat = findSeat(job.file)
      if (!seat) {
        at++
        continue
      }
      queue.splice(at, 1)
      start(seat, job)
    }
    if (running().length === 0) {
      clearInterval(memoryWatch)
      memoryWatch = undefined
    }
  }

  function start(seat: Seat, job: Job): void {
    if (!memoryWatch) {
      baseMb = rssMb()
      memoryWatch = setInterval(watchMemory, memoryPollMs)
      memoryWatch.unref()
    }
    clearTimeout(seat.timer)
    seat.worker.ref()
    seat.job = job
    seat.id++
    seat.timer = setTimeout(
      () => leave(seat, (late) => late.reject(new WorkerFailure('timed_out', late.task, `${late.timeoutMs} ms`))),
      job.timeoutMs,
    )
    try {
      const request: WorkerRequest = { id: seat.id, task: job.task, input: job.input }
      seat.worker.postMessage(request, [])
    } catch (error) {
      clearTimeout(seat.timer)
      seat.job = undefined
      rest(seat)
      job.reject(error)
    }
  }

  function watchMemory(): void {
    if (rssMb() - baseMb <= maxGrowthMb) return
    const busy = running()
    // RSS is the process's, not a worker's: with several at work nobody can say whose it is, so each is tried by itself.
    for (const seat of busy)
      leave(seat, (job) => {
        if (busy.length > 1) queue.unshift({ ...job, alone: true })
        else job.reject(new WorkerFailure('out_of_memory', job.task, `${maxGrowthMb} MB`))
      })
    baseMb = rssMb()
  }

  function run<T extends WorkerTask>(
    task: T,
    input: WorkerTasks[T]['input'],
    runOptions: RunOptions = {},
  ): Promise<WorkerTasks[T]['output']> {
    const { signal } = runOptions
    const file = workerOfTask[task]
    return new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new WorkerFailure('closed', task))
      if (signal?.aborted) return reject(signal.reason)
      const finish = (): void => signal?.removeEventListener('abort', onAbort)
      const job: Job = {
        file,
        task,
        input,
        timeoutMs: runOptions.timeoutMs ?? defaultTimeoutMs[file],
        alone: false,
        resolve: (output) => {
          finish()
          resolve(output)
        },
        reject: (error) => {
          finish()
          reject(error)
        },
      }
      const isOurs = (other: Job | undefined): boolean => other?.resolve === job.resolve
      const onAbort = (): void => {
        const at = queue.findIndex(isOurs)
        if (at >= 0) queue.splice(at, 1)[0]!.reject(signal?.reason)
        for (const seat of running()) if (isOurs(seat.job)) leave(seat, (own) => own.reject(signal?.reason))
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      queue.push(job)
      serve()
    }) as Promise<WorkerTasks[T]['output']>
  }

  async function close(): Promise<void> {
    closed = true
    clearInterval(memoryWatch)
    for (const job of queue.splice(0)) job.reject(new WorkerFailure('closed', job.task))
    const workers = [...seats].map((seat) => seat.worker)
    for (const seat of seats) leave(seat, (job) => job.reject(new WorkerFailure('closed', job.task)))
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  return { run, close }
}
