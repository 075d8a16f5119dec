import type { Id, Instant } from '../../shared/domain/identity.ts'
import { openStore } from '../store/database.ts'
import { createWorkerPool } from '../workers/pool.ts'
import { createAuditor } from './auditor.ts'
import { createConnection, type Connection } from './connection.ts'
import type { EngineContext } from './context.ts'
import { createEvents } from './events.ts'
import { router, type Router } from './handlers.ts'
import { randomId, systemClock } from './identity.ts'
import { createInbox, type InboxOptions } from './inbox.ts'
import { createJobs } from './jobs.ts'
import { createBugLog } from './log.ts'
import { createStaging } from './staging.ts'

export type EngineOptions = {
  directory: string
  /** `read` works beside a writer and refuses every command that changes data. */
  mode: 'write' | 'read'
  /** Who acts while the workspace has no accounts. */
  actor: string
  /** Who sits at this machine, where `actor` is only what somebody typed; stands beside what was refused at the door. */
  systemUser?: string
  clock?: () => Instant
  newId?: () => Id
  /** Workers per kind of heavy work. */
  poolSize?: number
  /** The whole workspace is checked in the background, this long after the start; not at all where nobody looks at a page. */
  checkAfterMs?: number
  /** Sticks and the inbox folder: how often they are looked at; only when asked where nobody looks at a page. */
  inbox?: InboxOptions
  /** See `ServiceContext`. */
  passwordCost?: number
}

/** A stick is noticed soon after it was plugged in; looking whether there is one costs nothing. */
export const inboxEveryMs = 3000

/** The first screen comes before the check in the background. */
export const checkAfterStartMs = 3000

export type Engine = {
  readonly router: Router
  /** Of this process itself: a command line, a test. */
  readonly context: EngineContext
  /** For a page: locks itself when nobody is there. */
  connect(): Connection
  /** Cancels what runs, ends the workers, gives the lock back. */
  close(): Promise<void>
}

/** The engine over one workspace. Refuses with `workspace.not_found | in_use | newer | damaged | read_only | clock_back`. */
export function createEngine(options: EngineOptions): Engine {
  const {
    directory,
    mode,
    actor,
    systemUser = actor,
    clock = systemClock,
    newId = randomId,
    poolSize,
    checkAfterMs,
    inbox: looking = {},
    passwordCost,
  } = options
  const store = openStore(directory, { mode, clock })
  const logBug = createBugLog(directory, clock)
  const pool = createWorkerPool(poolSize === undefined ? {} : { size: poolSize })
  const events = createEvents()
  const staging = createStaging(newId)
  const service = { store, pool, clock, newId, actor, ...(passwordCost !== undefined && { passwordCost }) }
  const jobs = createJobs(service, events, logBug)
  const auditor = createAuditor({ store, clock, events, logBug })
  if (checkAfterMs !== undefined) auditor.checkIn(checkAfterMs)
  const inbox = createInbox({ store, events, jobs, logBug }, looking)
  const services = { ...service, jobs, events, staging, logBug, auditor, inbox }
  const connections: Connection[] = []
  const connectAs = (options: { locksWhenIdle: boolean }): Connection => {
    const connection = createConnection(services, { ...options, doorstep: systemUser })
    connections.push(connection)
    return connection
  }
  return {
    router,
    context: { ...services, connection: connectAs({ locksWhenIdle: false }) },
    connect: () => connectAs({ locksWhenIdle: true }),
    async close() {
      for (const connection of connections) connection.close()
      await Promise.all([jobs.close(), auditor.close(), inbox.close()])
      events.close()
      await pool.close()
      staging.close()
      store.close()
    },
  }
}
