import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { safeName } from '../../../electron/engine/staging.ts'
import { findJob, insertJob } from '../../../electron/store/job-store.ts'
import { openStore } from '../../../electron/store/database.ts'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { AppError } from '../../../shared/errors.ts'
import { fixedClock } from '../../kit/test-submission.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const backupResult = (file: string) => ({ sha256: '0'.repeat(64), bytes: 1, file })

describe('jobs', () => {
  it('answer at once, store what came out, and always send the last progress', async () => {
    const { engine } = testEngine()
    const { jobs, events, newId } = engine.context
    const watching = events.watch()
    const file = newId()
    const { jobId } = jobs.start('backup', { why: 'test' }, ({ progress }) => {
      for (let done = 1; done <= 5000; done++) progress(done, 5000)
      return Promise.resolve(backupResult(file))
    })
    expect(jobs.get(jobId)).toMatchObject({ state: 'running', done: 0 })
    const seen: EngineEvent[] = []
    for await (const event of watching) {
      seen.push(event)
      if (event.type === 'job' && event.job.state !== 'running') break
    }
    // Five thousand steps in an instant: the start, at most a first progress, the end.
    expect(seen.length).toBeLessThanOrEqual(3)
    expect(seen.at(-1)).toMatchObject({
      type: 'job',
      job: { state: 'done', done: 5000, total: 5000, result: backupResult(file), error: null },
    })
    expect(jobs.list()[0]).toEqual(jobs.get(jobId))
  })

  it('cancelling reaches the work, and what it refused or broke on is kept apart', async () => {
    const { engine, directory } = testEngine()
    const { jobs } = engine.context
    const cancelled = jobs.start(
      'backup',
      {},
      ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    await Promise.resolve()
    jobs.cancel(cancelled.jobId)
    expect(await jobs.wait(cancelled.jobId)).toMatchObject({ state: 'cancelled', result: null, error: null })

    const refused = jobs.start('backup', {}, () => Promise.reject(new AppError('backup.not_found', { path: 'x' })))
    expect(await jobs.wait(refused.jobId)).toMatchObject({ state: 'failed', error: { code: 'backup.not_found', params: { path: 'x' } } })

    const broken = jobs.start('backup', {}, () => Promise.reject(new TypeError('planted')))
    const { error } = await jobs.wait(broken.jobId)
    const reference = (error as { reference: string }).reference
    const log = readdirSync(join(directory, 'log'))
      .map((name) => readFileSync(join(directory, 'log', name), 'utf8'))
      .join('')
    expect(log).toContain(`${reference} job backup\nTypeError: planted\n    at `)

    const misshapen = jobs.start('backup', {}, () => Promise.resolve({ sha256: 'x', bytes: -1, file: 'y' }))
    expect(await jobs.wait(misshapen.jobId)).toMatchObject({
      state: 'failed',
      error: { reference: expect.stringMatching(/^TH-/) as string },
    })
  })

  it('what still ran when the process ended is interrupted at the next start', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    const id = 'a'.repeat(32)
    insertJob(context.store, {
      id,
      kind: 'import',
      state: 'running',
      params: '{}',
      done: 3,
      total: 9,
      result: null,
      error: null,
      actor: 'Lan',
      startedAt: context.clock(),
      finishedAt: null,
    })
    context.store.close()
    const reader = createEngine({ directory, mode: 'read', actor: 'Lan', clock: context.clock })
    expect(reader.context.jobs.get(id).state).toBe('running')
    await reader.close()
    const engine = createEngine({ directory, mode: 'write', actor: 'Lan', clock: context.clock })
    onTestFinished(() => engine.close())
    expect(engine.context.jobs.get(id)).toMatchObject({ state: 'interrupted', done: 3, total: 9 })
  })

  it('closing the engine stops what runs and frees the lock', async () => {
    const { engine, directory } = testEngine()
    const { jobId } = engine.context.jobs.start(
      'backup',
      {},
      ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    await engine.close()
    const store = openStore(directory, { mode: 'write', clock: fixedClock().clock })
    expect(findJob(store, jobId)?.state).toBe('cancelled')
    store.close()
  })

  it('an engine for reading refuses every command', async () => {
    const { client } = testEngine('read')
    await expect(client.periods.close({ code: '2026-H1' })).rejects.toMatchObject({ data: { code: 'workspace.read_only' } })
    expect(await client.periods.list({})).toHaveLength(1)
  })
})

describe('staged names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\nhận về\\xã Tiên La.xlsx', 'xã Tiên La.xlsx'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u0000b\n.xlsx', 'ab.xlsx'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept)
  })
})
