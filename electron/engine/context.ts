import type { ServiceContext } from '../audit/context.ts'
import type { Auditor } from './auditor.ts'
import type { Connection } from './connection.ts'
import type { Events } from './events.ts'
import type { Inbox } from './inbox.ts'
import type { Jobs } from './jobs.ts'
import type { BugLog } from './log.ts'
import type { Staging } from './staging.ts'
import type { WorkspaceSwitch } from './workspace-switch.ts'

/** What every handler gets: the services' context, the engine's own doors, and who is asking. */
export type EngineContext = ServiceContext & {
  readonly jobs: Jobs
  readonly events: Events
  readonly staging: Staging
  readonly logBug: BugLog
  readonly auditor: Auditor
  readonly inbox: Inbox
  readonly connection: Connection
  /** Where a page can go to another workspace; left out where there is only one. */
  readonly workspaces?: WorkspaceSwitch
}
