import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { storePath } from '../../../electron/store/database.ts'
import type { AuditReport } from '../../../shared/contract/trust.ts'
import { fixedClock, storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'
import { testEngine, type TestEngine } from '../../kit/test-engine.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

async function runAudit({ engine, client }: TestEngine, input: { knownHead?: string } = {}): Promise<AuditReport> {
  const { jobId } = await client.trust.startAudit(input)
  const job = await engine.context.jobs.wait(jobId)
  expect(job).toMatchObject({ kind: 'audit', state: 'done', error: null, total: job.done })
  expect(job.total).toBeGreaterThan(100)
  return job.result as AuditReport
}

/** Behind the program's back. */
function flipFigure(directory: string): void {
  const database = new Database(storePath(directory))
  const { changes } = database.prepare('UPDATE figure SET value = (value | 64) - (value & 64) WHERE field = 5').run()
  database.close()
  expect(changes).toBe(1)
}

describe('the check of the whole workspace', () => {
  it('is a job that tells how far it is, and its outcome stays to be asked for', async () => {
    const test = testEngine()
    storeTestSubmission(test.engine.context, 'org.du_xa.11953', 3)
    expect(await test.client.trust.lastAudit({})).toMatchObject({ state: 'none', at: null, report: null })
    const report = await runAudit(test)
    expect(report).toMatchObject({ ok: true, entries: 3, knownHead: null })
    expect(report.checks.map(({ name, problems }) => [name, problems])).toEqual(
      ['pages', 'journal', 'rows', 'submissions', 'files', 'rollups', 'prints', 'reports', 'search'].map((name) => [name, []]),
    )
    expect(await test.client.trust.lastAudit({})).toMatchObject({ state: 'done', actor: 'Lan', report })
  })

  it('names a flipped figure by its unit, and a head that is not in the journal', async () => {
    const test = testEngine()
    storeTestSubmission(test.engine.context, 'org.du_xa.11953', 3)
    flipFigure(test.directory)
    const { ok, knownHead, checks } = await runAudit(test, { knownHead: 'f'.repeat(64) })
    expect([ok, knownHead]).toEqual([false, 'f'.repeat(64)])
    expect(Object.fromEntries(checks.map(({ name, problems }) => [name, problems.map(({ code }) => code)]))).toMatchObject({
      journal: ['head_unknown'],
      submissions: ['submission_changed'],
      files: [],
    })
    expect(checks.find(({ name }) => name === 'submissions')?.problems[0]?.params).toMatchObject({
      unit: 'org.du_xa.11953',
      period: testPeriod.code,
    })
  })

  it('can be stopped, and what was known before stays', async () => {
    const test = testEngine()
    const { jobs } = test.engine.context
    const report = await runAudit(test)
    const { jobId } = await test.client.trust.startAudit({})
    jobs.cancel(jobId)
    expect(await jobs.wait(jobId)).toMatchObject({ state: 'cancelled', result: null })
    expect(await test.client.trust.lastAudit({})).toMatchObject({ state: 'done', report })
  })

  it('stopped while another one ran, is not said to run for ever', async () => {
    const test = testEngine()
    const { jobs } = test.engine.context
    const started = [await test.client.trust.startAudit({}), await test.client.trust.startAudit({})]
    for (const { jobId } of started) {
      jobs.cancel(jobId)
      expect(await jobs.wait(jobId)).toMatchObject({ state: 'cancelled' })
    }
    expect(await test.client.trust.lastAudit({})).toMatchObject({ state: 'none' })
  })

  it('is made by itself a while after the start, without a job, and an event tells of it', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    storeTestSubmission(context, 'org.du_xa.11953', 3)
    context.store.close()
    flipFigure(directory)
    const engine = createEngine({ directory, mode: 'write', actor: 'Lan', clock: fixedClock().clock, checkAfterMs: 0 })
    onTestFinished(() => engine.close())
    for await (const event of engine.context.events.watch())
      if (event.type === 'changed' && event.topics.includes('workspace') && engine.context.auditor.state().state === 'done') break
    expect(engine.context.auditor.state()).toMatchObject({ actor: null, report: { ok: false } })
    expect(engine.context.jobs.list()).toEqual([])
  })

  it('in the background ends with the engine', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    context.store.close()
    const engine = createEngine({ directory, mode: 'write', actor: 'Lan', clock: fixedClock().clock, checkAfterMs: 0 })
    for await (const event of engine.context.events.watch()) if (event.type === 'changed') break
    await engine.close()
    expect(engine.context.auditor.state()).toMatchObject({ state: 'none' })
  })
})
