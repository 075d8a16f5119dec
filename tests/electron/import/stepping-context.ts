import type { ServiceContext } from '../../../electron/audit/context.ts'
import { openStore } from '../../../electron/store/database.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'

export type SteppingContext = { context: ServiceContext; steps: () => number; close: () => Promise<void> }

/** A workspace opened for writing in a process that ends itself without warning at its n-th step; 0 = never. */
export function openStepping(
  workspace: string,
  { lastStep, actor, clock = () => new Date().toISOString() }: { lastStep: number; actor: string; clock?: () => string },
): SteppingContext {
  let steps = 0
  const step = <Value>(value: Value): Value => {
    if (++steps === lastStep) process.kill(process.pid, 'SIGKILL')
    return value
  }
  const store = openStore(workspace, { mode: 'write', clock })
  const workers = createWorkerPool({ size: 2 })
  const pool: WorkerPool = {
    run: async (...task) => step(await workers.run(...task)),
    close: () => workers.close(),
  }
  let ids = 0
  return {
    context: {
      store,
      pool,
      // Asked also after everything of a command is written and before it is committed.
      clock: () => step(clock()),
      newId: () => step(`${process.pid}-${Date.now()}-${++ids}`),
      actor,
    },
    steps: () => steps,
    async close() {
      await pool.close()
      store.close()
    },
  }
}
