import type { ServiceContext } from '../audit/context.ts'
import type { Events } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { BugLog } from './log.ts'
import type { Staging } from './staging.ts'

/** What every handler gets: the services' context and the engine's own doors. */
export type EngineContext = ServiceContext & {
  readonly jobs: Jobs
  readonly events: Events
  readonly staging: Staging
  readonly logBug: BugLog
}
