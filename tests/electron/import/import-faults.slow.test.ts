import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { keepFile } from '../../../electron/import/keep-file.ts'
import { startEntry } from '../../../electron/import/keyed/enter-figures.ts'
import { openStore, type Store } from '../../../electron/store/database.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import { ownTable } from '../../kit/own-table.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'
import { closeSharedPool, communes, openInbox, unitAt } from './import-kit.ts'

afterAll(closeSharedPool)

const child = new URL('./import-child.ts', import.meta.url).pathname
const answering = new URL('./answer-child.ts', import.meta.url).pathname
const clock = (): string => new Date().toISOString()
const unitCount = 8

/** Runs the child; `killAfterMs` counts from the moment it begins to import. */
function importIn(
  workspace: string,
  folder: string,
  how: { step?: number; killAfterMs?: number } = {},
): Promise<{ stdout: string; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [child, workspace, folder, String(how.step ?? 0)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    run.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (how.killAfterMs !== undefined && stdout === 'started\n') setTimeout(() => run.kill('SIGKILL'), how.killAfterMs)
    })
    run.on('error', reject)
    run.on('close', (_, signal) => resolve({ stdout, signal }))
  })
}

function stateOf(workspace: string): unknown {
  return withStore(workspace, (store) => ({
    readings: communes.slice(0, unitCount).map((unit) => [...listReadingsInEffect(store, '2026-H1', unit.code)]),
    sums: store.prepare('SELECT line, indicator, numerator, denominator, reported FROM indicator_rollup ORDER BY line, indicator').all(),
    states: store
      .prepare('SELECT u.code, s.state, s.content_sha256 FROM submission s JOIN unit u ON u.key = s.unit ORDER BY 1, 2, 3')
      .all(),
  }))
}

function withStore<Result>(workspace: string, run: (store: Store) => Result): Result {
  const store = openStore(workspace, { mode: 'read', clock })
  try {
    return run(store)
  } finally {
    store.close()
  }
}

describe('kill -9 while files are taken in', () => {
  it('at any moment: the store is whole, the next import completes, figures are as if undisturbed', async () => {
    const inbox = openInbox()
    for (let at = 0; at < unitCount; at++)
      inbox.put(`${at}.xlsx`, await inbox.fill(unitAt(at), { 'fld.um_total': 100 + at, 'fld.um_informed': 50 + at }))
    inbox.put('second.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 7 }))
    inbox.context.store.close()
    const copy = (): string => {
      const to = join(temporaryFolder(), 'data')
      cpSync(inbox.directory, to, { recursive: true })
      return to
    }
    const undisturbed = copy()
    const started = performance.now()
    const whole = await importIn(undisturbed, inbox.folder)
    const wholeMs = performance.now() - started
    const { steps } = JSON.parse(whole.stdout.split('\n')[1]!) as { steps: number }
    expect(steps).toBeGreaterThan(unitCount * 2)
    const expected = stateOf(undisturbed)

    let killed = 0
    let random = 20_260_123
    const nextRandom = (below: number): number => (random = (random * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 20; round++) {
      const workspace = copy()
      const how = round % 4 === 3 ? { killAfterMs: nextRandom(Math.round(wholeMs)) } : { step: 1 + nextRandom(steps) }
      if ((await importIn(workspace, inbox.folder, how)).signal === 'SIGKILL') killed++
      expect(await withAudit(workspace), JSON.stringify(how)).toMatchObject({ ok: true })
      expect((await importIn(workspace, inbox.folder)).signal).toBeNull()
      expect(stateOf(workspace), JSON.stringify(how)).toEqual(expected)
      expect(await withAudit(workspace)).toMatchObject({ ok: true })
      expect(existsSync(join(workspace, 'files', '.incoming'))).toBe(false)
      rmSync(workspace, { recursive: true })
    }
    expect(killed).toBeGreaterThan(14)
  })
})

async function withAudit(workspace: string): Promise<unknown> {
  const store = openStore(workspace, { mode: 'read', clock })
  try {
    return await verifyAudit({ store })
  } finally {
    store.close()
  }
}

describe('kill -9 while a person answers', () => {
  const unit = unitAt(1)
  /** Everything that the answers write, but ids and times. */
  const written = (workspace: string): unknown =>
    withStore(workspace, (store) => ({
      readings: [unitAt(0), unit].map((code) => [...listReadingsInEffect(store, '2026-H1', code)]),
      sums: store.prepare('SELECT line, indicator, numerator, denominator, reported FROM indicator_rollup ORDER BY line, indicator').all(),
      versions: store
        .prepare(
          'SELECT u.code, s.version, s.state, s.layout, s.content_sha256 FROM submission s LEFT JOIN unit u ON u.key = s.unit ORDER BY s.key',
        )
        .all(),
      answers: store.prepare('SELECT rule, choice, actor FROM held_answer ORDER BY key').all(),
      mappings: store.prepare('SELECT mapping, actor, (SELECT COUNT(*) FROM mapping_use) AS uses FROM kept_mapping').all(),
      entries: store.prepare('SELECT figures, state, checker, submission IS NULL AS isDraft FROM keyed_entry').all(),
      findings: store.prepare('SELECT rule, subject, state FROM finding ORDER BY rule, subject, state').all(),
      journal: store
        .pluck<[], string>("SELECT action FROM journal_entry WHERE action GLOB 'mapping.*' OR action GLOB 'keyed.*' ORDER BY seq")
        .all(),
    }))
  const answer = (workspace: string, deed: string, lastStep = 0): { steps: number } | 'killed' => {
    try {
      const argv = [answering, workspace, deed, String(lastStep)]
      return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })) as { steps: number }
    } catch (error) {
      expect((error as { signal: string }).signal).toBe('SIGKILL')
      return 'killed'
    }
  }

  it.each(['confirm', 'save', 'check'] as const)(
    'to “%s”, at any step: all of it or nothing, and answering again completes it',
    async (deed) => {
      const inbox = openInbox()
      inbox.put('bao cao.xlsx', await ownTable(communes[0]!.name.toUpperCase()))
      await inbox.take()
      startEntry(inbox.context, { period: '2026-H1', unit, toldBy: 'Đồng chí Bích', toldAt: '2026-06-16T15:30' })
      inbox.context.store.close()
      if (deed === 'check') expect(answer(inbox.directory, 'save')).not.toBe('killed')
      const before = written(inbox.directory)
      const copy = (): string => {
        const to = join(temporaryFolder(), 'data')
        cpSync(inbox.directory, to, { recursive: true })
        return to
      }
      const undisturbed = copy()
      const { steps } = answer(undisturbed, deed) as { steps: number }
      const expected = written(undisturbed)
      expect(steps).toBeGreaterThan(1)
      expect(expected).not.toEqual(before)
      for (let step = 1; step <= steps; step++) {
        const workspace = copy()
        expect(answer(workspace, deed, step)).toBe('killed')
        expect([JSON.stringify(before), JSON.stringify(expected)], `step ${step}`).toContain(JSON.stringify(written(workspace)))
        expect(await withAudit(workspace), `step ${step}`).toMatchObject({ ok: true })
        expect(answer(workspace, deed)).not.toBe('killed')
        expect(written(workspace), `step ${step}`).toEqual(expected)
        expect(await withAudit(workspace)).toMatchObject({ ok: true })
        rmSync(workspace, { recursive: true })
      }
    },
  )
})

describe('a full disk', () => {
  it('while a file is kept: refused with workspace.disk_full, nothing half-written, what was received is intact', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    await inbox.take()
    inbox.context.store.close()
    inbox.put('b.pdf', Buffer.alloc(8_000_000, '%PDF-1.4 '))
    // A limit on the size of any file is what the program sees of a full disk: a write that does not go through.
    const limited = ['-c', 'trap "" XFSZ; ulimit -f 4096; exec "$@"', 'bash', process.execPath, child, inbox.directory, inbox.folder]
    const stdout = execFileSync('bash', limited, { encoding: 'utf8' })
    expect(JSON.parse(stdout.split('\n')[1]!)).toEqual({ code: 'workspace.disk_full' })
    const kept = readdirSync(join(inbox.directory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(kept).toHaveLength(1)
    expect(stateOf(inbox.directory)).toMatchObject({ states: [{ code: unitAt(0), state: 'effective' }] })
    expect(JSON.parse((await importIn(inbox.directory, inbox.folder)).stdout.split('\n')[1]!)).toMatchObject({
      totals: { attached: 1, duplicate: 1 },
    })
  })
})

describe('a source that cannot be read', () => {
  it('[M50] vanishes between the look at the folder and the reading', async () => {
    const inbox = openInbox()
    const path = inbox.put('a.xlsx', 'x')
    rmSync(path)
    expect(await keepFile(inbox.context.store, path, 'a.xlsx')).toEqual({ kind: 'unreadable', reason: 'ENOENT' })
    mkdirSync(path)
    expect(await keepFile(inbox.context.store, path, 'a.xlsx')).toEqual({ kind: 'unreadable', reason: 'ENOTFILE' })
  })

  it('[M50] a bad sector half-way leaves nothing behind', async () => {
    const inbox = openInbox()
    // Reading the memory of a process at address 0 fails as a bad disk does, with EIO.
    expect(await keepFile(inbox.context.store, '/proc/self/mem', 'a.xlsx')).toEqual({ kind: 'unreadable', reason: 'EIO' })
    expect(readdirSync(join(inbox.directory, 'files', '.incoming'))).toEqual([])
  })

  it('[M50] is still being written: half a file is not kept, and taken in when it is whole', async () => {
    const inbox = openInbox()
    const path = inbox.put('a.pdf', Buffer.alloc(40_000_000, '%PDF-1.4 '))
    const writer = spawn('bash', ['-c', 'while :; do printf x >> "$0"; done', path])
    onTestFinished(() => void writer.kill())
    const grown = statSync(path).size
    await expect.poll(() => statSync(path).size).toBeGreaterThan(grown)
    expect(await keepFile(inbox.context.store, path, 'a.pdf')).toEqual({ kind: 'unreadable', reason: 'ECHANGING' })
    expect(readdirSync(join(inbox.directory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual(
      [],
    )
    const ended = new Promise((resolve) => writer.on('close', resolve))
    writer.kill()
    await ended
    expect(await keepFile(inbox.context.store, path, 'a.pdf')).toMatchObject({ kind: 'kept', file: { bytes: statSync(path).size } })
  })

  it('[M50] what is no file is rejected, the others go on', async () => {
    const inbox = openInbox()
    const pipe = join(inbox.folder, 'pipe.xlsx')
    execFileSync('mkfifo', [pipe])
    const paper = inbox.put('b.pdf', '%PDF-1.4')
    const report = await inbox.take({
      paths: [
        { path: pipe, name: 'pipe.xlsx' },
        { path: paper, name: 'b.pdf' },
      ],
    })
    expect(report.files.map((file) => file.outcome)).toEqual(['attached', 'rejected'])
    expect(report.files[1]!.findings).toMatchObject([{ rule: 'M50', params: { reason: 'ENOTFILE' } }])
    expect(report.files[1]!.sha256).toBeNull()
  })
})
