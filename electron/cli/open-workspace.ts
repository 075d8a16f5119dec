import { createRouterClient } from '@orpc/server'
import type { Workspace } from './command.ts'
import { createEngine, type EngineOptions } from '../engine/engine.ts'

type OpenOptions = EngineOptions & {
  /** Called before the work when the store is open for reading only because it is damaged. */
  onDamage: (detail: string) => Promise<void>
}

/** One piece of work over one workspace, as a client of the engine's router; closed whatever happens. */
export async function withWorkspace<Result>(
  { onDamage, ...options }: OpenOptions,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const engine = createEngine(options)
  try {
    const { damage } = engine.context.store
    if (damage !== null) await onDamage(damage)
    return await work({ engine, client: createRouterClient(engine.router, { context: engine.context }) })
  } finally {
    await engine.close()
  }
}
