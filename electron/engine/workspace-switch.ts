import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { EngineContext } from './context.ts'

/** What a page can do about which workspace it looks at; a command line has one and keeps it. */
export type WorkspaceSwitch = {
  /** The job that builds the sample, or null when this connection shows it from now on. */
  openSample(): Promise<{ jobId: Id | null }>
  leaveSample(): Promise<void>
  /** Refuses with `workspace.busy`, and as `restoreWorkspace` and `swapWorkspace` do. */
  restore(file: string): Promise<{ madeAt: string; keptAs: string | null }>
}

/** Refuses with `workspace.window_only`. */
export function switchOf({ workspaces }: Pick<EngineContext, 'workspaces'>): WorkspaceSwitch {
  if (!workspaces) throw new AppError('workspace.window_only')
  return workspaces
}
