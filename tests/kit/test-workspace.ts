import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ServiceContext } from '../../electron/audit/context.ts'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import type { WorkerPool } from '../../electron/workers/pool.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { countingIds, fixedClock, testPeriod } from './test-submission.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** For services that must not need a worker. */
const noPool: WorkerPool = {
  run: (task) => Promise.reject(new Error(`${task} was not expected`)),
  close: () => Promise.resolve(),
}

export type TestWorkspace = { directory: string; context: ServiceContext; setClock: (instant: string) => void }

/** A new workspace with the bundled programme and units, open for writing, closed and removed after the test. */
export function testWorkspace(directory = join(temporaryFolder(), 'data')): TestWorkspace {
  const { clock, setTo } = fixedClock()
  const newId = countingIds()
  const { store } = initWorkspace({ directory, programme: bundledProgramme(), units: bundledUnits(), clock, newId, actor: 'Lan' })
  onTestFinished(() => {
    if (store.database.open) store.close()
  })
  return { directory, context: { store, pool: noPool, clock, newId, actor: 'Lan' }, setClock: setTo }
}

export function testWorkspaceWithPeriod(): TestWorkspace {
  const workspace = testWorkspace()
  openPeriod(workspace.context, testPeriod)
  return workspace
}
