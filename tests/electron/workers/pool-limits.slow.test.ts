import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import type { WorkerPool, WorkerPoolOptions } from '../../../electron/workers/pool.ts'

const file = new URL('./crashing.worker.ts', import.meta.url)
const pools: WorkerPool[] = []
const openPool = (options: WorkerPoolOptions = {}): WorkerPool => {
  const pool = createWorkerPool({ files: { 'read-workbook': file }, ...options })
  pools.push(pool)
  return pool
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))
const ask = (pool: WorkerPool, path: string, name = 'x', options = {}) => pool.run('read_workbook', { path, name }, options)
const nameOf = async (answer: Promise<unknown>): Promise<unknown> => ((await answer) as { finding: { subject: string } }).finding.subject

describe('worker pool beside the process', () => {
  it('ends a worker whose Buffers run over, and does not blame the job beside it', async () => {
    const pool = openPool({ size: 2, maxGrowthMb: 250 })
    const beside = nameOf(ask(pool, '700', 'beside'))
    await expect(ask(pool, 'buffers')).rejects.toMatchObject({ name: 'WorkerFailure', reason: 'out_of_memory' })
    expect(await beside).toBe('beside')
    expect(await nameOf(ask(pool, '0', 'next'))).toBe('next')
  })

  it('lets the process end, closed or only idle', async () => {
    const source = (last: string): string =>
      `import { createWorkerPool } from ${JSON.stringify(new URL('../../../electron/workers/pool.ts', import.meta.url).href)}
const pool = createWorkerPool({ files: { 'read-workbook': new URL(${JSON.stringify(file.href)}) } })
await pool.run('read_workbook', { path: '0', name: 'x' })
${last}`
    const script = join(mkdtempSync(join(tmpdir(), 'pool-')), 'main.mjs')
    for (const last of ['await pool.close()', '']) {
      writeFileSync(script, source(last))
      await expect(promisify(execFile)(process.execPath, [script], { timeout: 15_000 })).resolves.toBeDefined()
    }
  })
})
