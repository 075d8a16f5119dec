import { createRouterClient } from '@orpc/server'
import type { Workspace } from './command.ts'
import { createEngine, type EngineOptions } from '../engine/engine.ts'

/** One piece of work over one workspace, as a client of the engine's router; closed whatever happens. */
export async function withWorkspace<Result>(options: EngineOptions, work: (workspace: Workspace) => Promise<Result>): Promise<Result> {
  const engine = createEngine(options)
  try {
    return await work({ engine, client: createRouterClient(engine.router, { context: engine.context }) })
  } finally {
    await engine.close()
  }
}
