import { createRouterClient } from '@orpc/server'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { JobKind, JobResult } from '../../shared/contract/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import { createWorkspace } from '../engine/workspace-doors.ts'
import { fillSubmissions, type SubmissionBatch } from './fill-submissions.ts'
import { judgeSample } from './judge-sample.ts'
import { wordSample } from './word-sample.ts'

/** The half-year that the demo lives through; every entry of its journal falls on these days. */
const seed = 58
const period = { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17T16:30' }
const days = { setUp: '2026-05-18T08:00:00.000Z', settle: '2026-06-22T02:00:00.000Z', report: '2026-06-24T03:00:00.000Z' }
const marker = '.tonghop-demo'

export type DemoStep = 'init' | 'templates' | 'submissions' | 'import' | 'reconcile' | 'report' | 'verify' | 'backup'
export type DemoOrder = {
  directory: string
  actor: string
  /** Reviewers have had their say, and the report goes its whole road and comes out signed and issued; without, it stays a draft to be worked on. */
  issues?: boolean
  onStep?: (step: DemoStep, done: number, total: number) => void
  signal?: AbortSignal
}
export type DemoResult = {
  workspace: string
  templates: string
  submissions: string
  report: string
  reportId: Id
  sha256: string
  pages: number
  blocking: number
  backup: string
  units: number
  totals: Record<'imported' | 'duplicate' | 'held' | 'attached' | 'rejected', number>
  register: { expected: number; received: number; onTime: number; late: number; missing: number }
  audit: { ok: boolean; entries: number }
}

/**
 * The main job from nothing to the printed report, through the same router as every other client: sample workspace,
 * workbooks, submissions with the usual troubles, import, answers, an adjustment, report, audit, backup.
 * Equal runs give equal bytes. Refuses with `workspace.not_empty` when the folder holds anything but an earlier demo.
 */
export async function runDemo({ directory, actor, issues = false, onStep = () => undefined, signal }: DemoOrder): Promise<DemoResult> {
  await clearEarlierDemo(directory)
  const folders = {
    workspace: join(directory, 'workspace'),
    templates: join(directory, 'templates'),
    submissions: join(directory, 'submissions'),
  }
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })))
  const clock = walkingClock()
  const newId = seededIds()

  onStep('init', 0, 1)
  await createWorkspace(folders.workspace, { isSample: true }, { actor, clock: clock.now, newId })
  const open = (): Engine => createEngine({ directory: folders.workspace, mode: 'write', actor, clock: clock.now, newId })
  let engine = open()
  try {
    let client = createRouterClient(engine.router, { context: engine.context })
    let { staging, pool } = engine.context
    /** Starts a job and waits for its end; its progress is the step's progress. */
    const finish = async <Kind extends JobKind>(
      start: () => Promise<{ jobId: Id }>,
      onProgress: (done: number, total: number) => void,
    ): Promise<JobResult<Kind>> => {
      const watching = new AbortController()
      const events = await client.events.watch({}, { signal: watching.signal })
      const { jobId } = await start()
      try {
        for await (const event of events) {
          if (event.type !== 'job' || event.job.id !== jobId) continue
          if (signal?.aborted) throw new AppError('job.cancelled', { job: jobId })
          if (event.job.state === 'running') onProgress(event.job.done, event.job.total)
          else if (event.job.state === 'done') return (await client.jobs.get({ id: jobId })).result as JobResult<Kind>
          else
            throw event.job.error && 'code' in event.job.error
              ? new AppError('job.interrupted')
              : new Error(`demo: ${JSON.stringify(event.job.error)}`)
        }
        throw new AppError('job.interrupted')
      } finally {
        watching.abort()
      }
    }

    const opened = await client.periods.open(period)
    onStep('templates', 0, 1)
    await finish(
      () => client.templates.write({ period: period.code, target: staging.addOutput(folders.templates) }),
      (done, total) => onStep('templates', done, total),
    )

    onStep('submissions', 0, 1)
    const units = bundledUnits()
    const { batches, registered } = await fillSubmissions(pool, {
      programme: bundledProgramme(),
      period: opened,
      units,
      seed,
      directory: folders.submissions,
    })

    await client.periods.registerCounts({ period: period.code, file: staging.addInput(registered) })

    const totals = { imported: 0, duplicate: 0, held: 0, attached: 0, rejected: 0 }
    for (const [index, batch] of batches.entries()) {
      clock.setTo(hoursAfter(batch.receivedAt, 2))
      const result = await importBatch(batch)
      for (const outcome of Object.keys(totals) as (keyof typeof totals)[]) totals[outcome] += result.totals[outcome]
      onStep('import', index + 1, batches.length)
    }

    clock.setTo(days.settle)
    onStep('reconcile', 0, 1)
    await answerHeld()
    await adjustByMinutes()
    if (issues) {
      await judgeSample(engine, period.code)
      await wordSample(engine, period.code)
    }
    const register = await client.submissions.register({ period: period.code })

    clock.setTo(days.report)
    const target = join(directory, 'BC_tong-hop_6-thang-dau-nam-2026.pdf')
    const report = await finish<'report'>(
      () => client.reports.build({ period: period.code, kind: 'periodic', target: staging.addOutput(target) }),
      (done, total) => onStep('report', done, total),
    )
    let { sha256 } = report
    if (issues) {
      // Each step is somebody else's, and a trial knows people by who opened it.
      await engine.close()
      const { issueSample } = await import('./issue-sample.ts')
      const order = { workspace: folders.workspace, report: report.report, actor, target, papers: join(directory, 'ho-so') }
      ;({ sha256 } = await issueSample({ ...order, clock: clock.now, newId, setClock: clock.setTo }))
      engine = open()
      client = createRouterClient(engine.router, { context: engine.context })
      ;({ staging, pool } = engine.context)
    }
    const backup = join(directory, 'sao-luu.tonghop')
    await finish(
      () => client.trust.backup({ target: staging.addOutput(backup) }),
      (done, total) => onStep('backup', done, total),
    )
    onStep('verify', 0, 1)
    const audit = await client.trust.audit({ language: 'vi' })

    return {
      ...folders,
      report: target,
      reportId: report.report,
      sha256,
      pages: report.pages,
      blocking: report.blocking,
      backup,
      units: units.length,
      totals,
      register: {
        expected: register.expected,
        received: register.received,
        onTime: register.onTime,
        late: register.late,
        missing: register.missing,
      },
      audit: { ok: audit.ok, entries: audit.entries },
    }

    async function importBatch(batch: SubmissionBatch): Promise<JobResult<'import'>> {
      const files = [staging.addInput(batch.folder)]
      return await finish<'import'>(
        () => client.submissions.import({ period: period.code, files, receivedAt: batch.receivedAt, channel: batch.channel }),
        () => undefined,
      )
    }

    /** As a clerk would: the corrected second version counts, and a file with a neighbour's name belongs to whom it says inside. */
    async function answerHeld(): Promise<void> {
      for (const item of await client.submissions.listHeld({ period: period.code })) {
        const unit = item.claims.identity ?? item.suggestions[0]
        if (item.choices.includes('use_new')) await client.submissions.resolveHeld({ id: item.id, choice: 'use_new' })
        else if (item.choices.includes('assign_unit') && unit !== undefined)
          await client.submissions.resolveHeld({ id: item.id, choice: 'assign_unit', unit })
      }
    }

    /** One contradiction is settled in a meeting with the unit; the others stay open for the clerk. */
    async function adjustByMinutes(): Promise<void> {
      const indicators = bundledProgramme().indicators
      for (const finding of await client.findings.list({ period: period.code, open: true })) {
        const pair = indicators.find((indicator) => indicator.form === 'percent' && indicator.numerator === finding.field)
        if (finding.severity !== 'blocking' || finding.unit === null || !pair) continue
        const whole = await client.figures.trace({ period: period.code, unit: finding.unit, input: pair.denominator })
        if (typeof whole.value !== 'number') continue
        await client.adjustments.add({
          period: period.code,
          unit: finding.unit,
          field: pair.numerator,
          value: Math.floor((whole.value * 9) / 10),
          basis: 'minutes',
          reason: 'Đơn vị ghi nhầm lượt người; hai bên thống nhất số người tại biên bản đối chiếu ngày 22/6/2026.',
        })
        return
      }
    }
  } finally {
    await engine.close()
  }
}

/** Only what an earlier demo left is removed; anything else is somebody's. */
async function clearEarlierDemo(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  const present = await readdir(directory)
  if (present.length > 0 && !existsSync(join(directory, marker))) throw new AppError('workspace.not_empty', { path: directory })
  await Promise.all(present.filter((name) => name !== marker).map((name) => rm(join(directory, name), { recursive: true })))
  await writeFile(join(directory, marker), '')
}

const hoursAfter = (instant: Instant, hours: number): Instant => new Date(Date.parse(instant) + hours * 3_600_000).toISOString()

/** Goes on by a second with every look, so that the journal of every run reads the same. */
function walkingClock(): { now: () => Instant; setTo: (instant: Instant) => void } {
  let at = Date.parse(days.setUp)
  return {
    now: () => new Date((at += 1000)).toISOString(),
    setTo: (instant) => {
      at = Math.max(at, Date.parse(instant))
    },
  }
}

/** The same ids in every run; the demo is the one workspace whose ids nobody needs to be unable to guess. */
function seededIds(): () => Id {
  let drawn = 0
  return () => createHash('sha256').update(`demo ${seed} ${drawn++}`).digest('hex').slice(0, 32)
}
