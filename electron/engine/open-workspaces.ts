import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { openStore, storePath } from '../store/database.ts'
import { findLastEntry, listHeads } from '../store/journal-store.ts'
import { takeWriterLock } from '../store/lock.ts'
import { getSetting } from '../store/setting-store.ts'
import { incomingPath, prepareSwap, swapWorkspace } from '../store/swap-workspace.ts'
import type { Connection } from './connection.ts'
import type { EngineContext } from './context.ts'
import { createDesk, type Desk } from './desk.ts'
import { createEngine, type Engine, type EngineOptions } from './engine.ts'
import { randomId, systemClock } from './identity.ts'
import type { JobProgress } from './jobs.ts'

export type SampleBuilder = (order: { directory: string; actor: string; signal: AbortSignal; onProgress: JobProgress }) => Promise<void>
export type WorkspacesOptions = EngineOptions & {
  /** Builds a sample into `directory`, its workspace into the folder `workspace` there. */
  buildSample: SampleBuilder
}

/** What a transport serves: the office's workspace, and beside it the sample, for whoever looks at it. */
export type Workspaces = Pick<Engine, 'router' | 'connect' | 'close'> & { readonly context: EngineContext }

/** What one page needs of the workspaces that are open. */
export type WorkspaceHouse = {
  /** Refuses with `workspace.restoring`, and as `createEngine` where it could not be opened again. */
  own(): Engine
  sample(): Engine
  /** Undefined when the sample is open; otherwise the job that builds it. */
  enterSample(context: EngineContext): Promise<{ jobId: Id } | undefined>
  leaveSample(): void
  restore(file: string, actor: string): Promise<{ madeAt: Instant; keptAs: string | null }>
  /** Resolves when the office's workspace can be asked again. */
  settled(): Promise<void>
}

const samplePath = (directory: string): string => join(directory, 'sample')
const sampleWorkspace = (directory: string): string => join(samplePath(directory), 'workspace')

/** A sample that nobody looks at is closed after a minute. */
const sampleStaysMs = 60_000

/**
 * Owns which engines are open. The sample is a workspace of its own below the data folder, with its own store, lock and
 * staging; it opens when a page first goes there and closes when the last one has left. Refuses as `createEngine` does.
 */
export function openWorkspaces(options: WorkspacesOptions): Workspaces {
  const { directory, clock = systemClock, newId = randomId, buildSample, ...rest } = options
  const engineOptions = { directory, clock, newId, ...rest }
  let latest = openOwn(engineOptions)
  let own: Engine | undefined = latest
  let replacing: Promise<void> | undefined
  let sample: Engine | undefined
  let sampleClosing: Promise<void> | undefined
  let sampleTimer: NodeJS.Timeout | undefined
  let isClosed = false
  const desks = new Set<Desk>()

  const house: WorkspaceHouse = {
    own() {
      if (replacing) throw new AppError('workspace.restoring')
      // One that could not be opened after a restore, because another program held it, is tried again by whoever asks next.
      own ??= latest = openOwn(engineOptions)
      return own
    },
    sample() {
      if (!sample) throw new Error('the sample is not open')
      return sample
    },
    async enterSample(context) {
      clearTimeout(sampleTimer)
      await sampleClosing
      if (!sample && existsSync(storePath(sampleWorkspace(directory)))) sample = await openSample(context.actor)
      return sample ? undefined : startBuilding(context)
    },
    leaveSample() {
      clearTimeout(sampleTimer)
      // What was asked of it a moment ago is still answered, and who comes straight back finds it open.
      sampleTimer = setTimeout(() => void closeLeftSample(), sampleStaysMs)
      sampleTimer.unref()
    },
    restore: restoreOwn,
    settled: async () => {
      await replacing
    },
  }

  async function openSample(actor: string): Promise<Engine | undefined> {
    const path = sampleWorkspace(directory)
    try {
      return createEngine({ ...rest, directory: path, actor, newId, clock: clockGoingOn(path, clock) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Nobody's work is in it: a sample that cannot be opened is built anew.
      await rm(samplePath(directory), { recursive: true, force: true })
      return undefined
    }
  }

  async function closeLeftSample(): Promise<void> {
    const left = sample
    if (!left || [...desks].some((desk) => desk.isInSample())) return
    sample = undefined
    sampleClosing = left.close().catch((error: unknown) => void latest.context.logBug(error, 'sample close'))
    await sampleClosing
  }

  function startBuilding({ jobs, actor }: EngineContext): { jobId: Id } {
    const running = jobs.list().find(({ kind, state }) => kind === 'sample' && state === 'running')
    if (running) return { jobId: running.id }
    return jobs.start('sample', {}, async ({ signal, progress }) => {
      const building = `${samplePath(directory)}-building`
      await buildSample({ directory: building, actor, signal, onProgress: progress })
      await rm(samplePath(directory), { recursive: true, force: true })
      await rename(building, samplePath(directory))
      return {}
    })
  }

  async function restoreOwn(file: string, actor: string): Promise<{ madeAt: Instant; keptAs: string | null }> {
    const engine = house.own()
    const { store, jobs } = engine.context
    const isDamaged = store.damage !== null
    if (store.readOnly && !isDamaged) throw new AppError('workspace.read_only', { path: directory })
    // Over a damaged store nothing runs; what it says is running was cut short with it.
    if (!isDamaged && jobs.list().some(({ state }) => state === 'running')) throw new AppError('workspace.busy')
    let settle = (): void => undefined
    // From here on nothing new is let in: what is backed up now is all there is.
    replacing = new Promise((resolve) => (settle = resolve))
    try {
      const { countWorkSince, describeBackup, isNothing } = await import('../backup/describe-backup.ts')
      const { madeAt, isHereEmpty } = await describeBackup({ store }, file)
      const name = nameOfKept()
      const heads = isDamaged ? [] : listHeads(store)
      const keptAs = isDamaged ? name : isHereEmpty ? null : await backUpBeside({ ...engine.context, actor }, `${name}.tonghop`)
      prepareSwap(directory)
      const { restoreWorkspace } = await import('../backup/restore-workspace.ts')
      await restoreWorkspace(file, incomingPath(directory), { clock, newId, actor })
      // A command that was let in before may have ended meanwhile: its work stands in no backup.
      if (!isDamaged && !isNothing(countWorkSince(store, heads))) throw new AppError('workspace.busy')
      const handed = isDamaged ? undefined : store.handOver()
      own = undefined
      try {
        await engine.close()
      } catch (error) {
        handed?.release()
        throw error
      }
      swapWorkspace(directory, handed ?? takeWriterLock(directory), isDamaged ? join('backups', name) : '')
      return { madeAt, keptAs }
    } finally {
      replacing = undefined
      settle()
    }
  }

  /** Vietnam keeps UTC+7 all year. */
  function nameOfKept(): string {
    const local = new Date(Date.parse(clock()) + 7 * 3_600_000).toISOString()
    return `truoc-khi-khoi-phuc_${local.slice(0, 10)}_${local.slice(11, 19).replaceAll(':', '')}_${newId().slice(0, 4)}`
  }

  async function backUpBeside(context: EngineContext, name: string): Promise<string> {
    const { backupWorkspace } = await import('../backup/backup-workspace.ts')
    mkdirSync(join(directory, 'backups'), { recursive: true })
    await backupWorkspace(context, join(directory, 'backups', name))
    return name
  }

  return {
    router: latest.router,
    get context() {
      return latest.context
    },
    connect(): Connection {
      const desk = createDesk(house, () => isClosed)
      desks.add(desk)
      return desk.connection
    },
    async close() {
      isClosed = true
      clearTimeout(sampleTimer)
      await replacing
      for (const desk of desks) desk.connection.close()
      await sampleClosing
      await sample?.close()
      await own?.close()
    },
  }
}

/** A damaged workspace opens for reading, so that a person sees what is wrong and can restore a backup. */
function openOwn(options: EngineOptions): Engine {
  try {
    return createEngine(options)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'workspace.damaged') throw error
    return createEngine({ ...options, mode: 'read' })
  }
}

/** The days of the sample may lie ahead of this machine's: its clock then goes on from its last entry. */
function clockGoingOn(directory: string, clock: () => Instant): () => Instant {
  const store = openStore(directory, { mode: 'read', clock })
  const last = findLastEntry(store, getSetting(store, 'machine'))?.at ?? clock()
  store.close()
  const aheadMs = Math.max(0, Date.parse(last) + 60_000 - Date.parse(clock()))
  return () => new Date(Date.parse(clock()) + aheadMs).toISOString()
}
