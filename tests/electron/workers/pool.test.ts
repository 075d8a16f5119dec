import { afterEach, describe, expect, it } from 'vitest'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import type { WorkerPool, WorkerPoolOptions } from '../../../electron/workers/pool.ts'
import { AppError } from '../../../shared/errors.ts'

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

describe('worker pool', () => {
  it('answers many jobs with few workers, each answer to its asker', async () => {
    const pool = openPool()
    const names = Array.from({ length: 30 }, (_, at) => `job ${at}`)
    expect(await Promise.all(names.map((name) => nameOf(ask(pool, '0', name))))).toEqual(names)
  })

  it('brings a refusal over with code and params, and an unexpected error with its message; the worker lives on', async () => {
    const pool = openPool({ size: 1 })
    const refusal = await ask(pool, 'refuse', 'Xã A').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'unit.not_found', params: { unit: 'Xã A' } })
    await expect(ask(pool, 'throw', 'here')).rejects.toMatchObject({ name: 'TypeError', message: 'broken here' })
    expect(await nameOf(ask(pool, '0', 'next'))).toBe('next')
  })

  it.each([
    ['exits', 'exit', 'crashed', {}],
    ['throws out of turn', 'uncaught', 'crashed', {}],
    ['never ends', 'spin', 'timed_out', { timeoutMs: 300 }],
  ])('gives the reason and a fresh worker when one %s', async (_, path, reason, options) => {
    const pool = openPool({ size: 1 })
    const lost = ask(pool, path, 'x', options)
    const next = nameOf(ask(pool, '0', 'next'))
    await expect(lost).rejects.toMatchObject({ name: 'WorkerFailure', reason, task: 'read_workbook' })
    expect(await next).toBe('next')
  })

  it('ends a worker whose heap runs over', async () => {
    const pool = openPool({ size: 1, resourceLimits: { maxOldGenerationSizeMb: 32 } })
    await expect(ask(pool, 'heap')).rejects.toMatchObject({ name: 'WorkerFailure', reason: 'out_of_memory' })
    expect(await nameOf(ask(pool, '0', 'next'))).toBe('next')
  })

  it('ends a running job and forgets a waiting one when aborted', async () => {
    const pool = openPool({ size: 1 })
    const first = new AbortController()
    const second = new AbortController()
    const running = ask(pool, 'wait', 'x', { signal: first.signal })
    const waiting = ask(pool, '0', 'y', { signal: second.signal })
    const last = nameOf(ask(pool, '0', 'last'))
    second.abort(new Error('not this one'))
    await expect(waiting).rejects.toThrow('not this one')
    first.abort()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect(await last).toBe('last')
    await expect(ask(pool, '0', 'z', { signal: first.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('rejects what cannot cross the boundary, and goes on', async () => {
    const pool = openPool({ size: 1 })
    await expect(pool.run('read_workbook', { path: '0', name: (() => 'x') as never })).rejects.toThrow(/could not be cloned/)
    expect(await nameOf(ask(pool, '0', 'next'))).toBe('next')
  })

  it('rejects everything when closed', async () => {
    const pool = openPool({ size: 1 })
    const jobs = [ask(pool, 'wait'), ask(pool, '0')].map((job) => job.catch((error: { reason: string }) => error.reason))
    await pool.close()
    expect(await Promise.all(jobs)).toEqual(['closed', 'closed'])
    await expect(ask(pool, '0')).rejects.toMatchObject({ reason: 'closed' })
  })
})
