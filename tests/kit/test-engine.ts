import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../electron/engine/engine.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { countingIds, fixedClock } from './test-submission.ts'
import { testWorkspaceWithPeriod } from './test-workspace.ts'

export type TestEngine = { engine: Engine; directory: string; client: ContractRouterClient<Contract> }

/** An engine over a new workspace with one open period; closed after the test. */
export function testEngine(mode: 'read' | 'write' = 'write'): TestEngine {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  const newId = countingIds()
  const engine = createEngine({
    directory,
    mode,
    actor: 'Lan',
    clock: fixedClock().clock,
    newId: () => newId().replace(/^./, 'e'),
    poolSize: 1,
  })
  onTestFinished(() => engine.close())
  return { engine, directory, client: createRouterClient(engine.router, { context: engine.context }) }
}
