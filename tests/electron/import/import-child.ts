/** A whole process that takes in a folder, and ends itself without warning at its n-th step: `node import-child.ts WORKSPACE FOLDER [N]`. */
import { importFiles } from '../../../electron/import/import-files.ts'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { openStore } from '../../../electron/store/database.ts'
import { AppError } from '../../../shared/errors.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'

const [workspace = '', folder = '', lastStep = '0'] = process.argv.slice(2)
let steps = 0
const step = <Value>(value: Value): Value => {
  if (++steps === Number(lastStep)) process.kill(process.pid, 'SIGKILL')
  return value
}

const clock = (): string => new Date().toISOString()
const store = openStore(workspace, { mode: 'write', clock })
const workers = createWorkerPool({ size: 2 })
const pool: WorkerPool = {
  run: async (...task) => step(await workers.run(...task)),
  close: () => workers.close(),
}
let ids = 0
const newId = (): string => step(`${process.pid}-${Date.now()}-${++ids}`)
// The clock is asked after everything of a command is written and before it is committed.
const context: ServiceContext = { store, pool, clock: () => step(clock()), newId, actor: 'Lan' }

process.stdout.write('started\n')
try {
  const report = await importFiles(context, { period: '2026-H1', paths: [{ path: folder, name: 'USB' }] })
  process.stdout.write(`${JSON.stringify({ totals: report.totals, steps })}\n`)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code })}\n`)
}
await pool.close()
store.close()
