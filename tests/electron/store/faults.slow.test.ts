import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupWorkspace } from '../../../electron/backup/backup-workspace.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { createStore, openStore, type Store } from '../../../electron/store/database.ts'
import { AppError } from '../../../shared/errors.ts'
import { storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const writer = new URL('../../kit/write-submissions.ts', import.meta.url).pathname
const clock = (): string => '2036-01-01T00:00:00.000Z'
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

/** Whether this process may mount; on a machine where it may not, the file-size limit stands in for a full disk. */
const mountable = spawnSync('unshare', ['-m', 'true']).status === 0 && process.getuid?.() === 0

function mountSmall(options: string): string {
  const folder = temporaryFolder()
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status).toBe(0)
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

async function auditFailures(store: Pick<Store, 'directory'>): Promise<string[]> {
  return (await verifyAudit({ store })).checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)
}

describe('faults', () => {
  it('keeps everything it said was kept when the writer is killed at any moment, and the next writer goes on', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    context.store.close()
    let first = 0
    for (const killAfter of [1, 7, 2, 13, 4]) {
      const child = spawn(process.execPath, [writer, directory, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
      const closed = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
      const kept: string[] = []
      for await (const line of createInterface({ input: child.stdout })) {
        kept.push(line)
        if (kept.length === killAfter) child.kill('SIGKILL')
      }
      expect(await closed).toBe('SIGKILL')
      const store = openStore(directory, { mode: 'write', clock })
      const stored = store.pluck<[], string>('SELECT id FROM submission').all()
      expect(kept.filter((id) => !stored.includes(id))).toEqual([])
      expect(await auditFailures(store)).toEqual([])
      first = stored.length
      store.close()
    }
    expect(first).toBeGreaterThanOrEqual(27)
  })

  it('says that the disk is full, keeps what was there, and goes on when there is room', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    context.store.close()
    // Blocks of 1 KB; the store itself fits, the write-ahead log of many submissions does not.
    const limited = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 900; exec "$0" "$@"`, process.execPath, writer, directory], {
      encoding: 'utf8',
    })
    const lines = limited.stdout.trim().split('\n')
    expect(lines.at(-1)).toBe('workspace.disk_full')
    const store = openStore(directory, { mode: 'write', clock })
    expect(store.pluck('SELECT count(*) FROM submission').get()).toBe(lines.length - 1)
    expect(lines.length).toBeGreaterThan(5)
    expect(await auditFailures(store)).toEqual([])
    store.close()
    const next = spawnSync(process.execPath, [writer, directory, String(lines.length - 1)], { encoding: 'utf8' })
    expect(next.stdout.trim().split('\n').at(-1)).toMatch(/^(done|workspace\.clock_back)$/)
  })

  it.skipIf(!mountable)('says that a really full disk is full: on set-up, on writing, on backup (needs the right to mount)', async () => {
    const disk = mountSmall('size=3m')
    const { context } = testWorkspace(join(disk, 'data'))
    openPeriod(context, testPeriod)
    await expect(
      (async () => {
        for (const seed of Array.from({ length: 100 }, (_, index) => index))
          storeTestSubmission(context, context.store.pluck<[number], string>('SELECT code FROM unit WHERE rank = ?').get(seed + 1)!, seed)
        return Promise.resolve()
      })(),
    ).rejects.toSatisfy((error: unknown) => (error instanceof AppError ? error.code : (error as NodeJS.ErrnoException).code) !== undefined)
    await expect(backupWorkspace(context, join(disk, 'b'))).rejects.toThrow(refusal('workspace.disk_full'))
    const elsewhere = join(temporaryFolder(), 'copy')
    context.store.close()
    cpSync(join(disk, 'data'), elsewhere, { recursive: true })
    const store = openStore(elsewhere, { mode: 'write', clock })
    expect(await auditFailures(store)).toEqual([])
    store.close()
    expect(() => createStore(join(disk, 'other'))).toThrow(refusal('workspace.disk_full'))
  })

  it.skipIf(!mountable)('reads a workspace in a read-only folder and refuses to write it (needs the right to mount)', async () => {
    const disk = mountSmall('size=8m')
    const { context, directory } = testWorkspace(join(disk, 'data'))
    openPeriod(context, testPeriod)
    context.store.close()
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0)
    expect(() => openStore(directory, { mode: 'write', clock })).toThrow(refusal('workspace.read_only'))
    const reader = openStore(directory, { mode: 'read', clock })
    expect(await auditFailures(reader)).toEqual([])
    await expect(backupWorkspace({ ...context, store: reader }, join(disk, 'b'))).rejects.toThrow(refusal('workspace.read_only'))
    reader.close()
    expect(() => createStore(join(disk, 'other'))).toThrow(refusal('workspace.read_only'))
  })

  it('finds a flipped bit anywhere in the store, or it changes nothing that can be read', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    for (const [index, unit] of ['org.du_xa.11953', 'org.du_xa.11980', 'org.du_xa.11983'].entries())
      storeTestSubmission(context, unit, index)
    const tables = [
      'setting',
      'unit',
      'period',
      'expected_unit',
      'submission',
      'figure',
      'figure_rollup',
      'journal_entry',
      'programme',
      'received_file',
    ]
    const dump = (store: Store): string => JSON.stringify(tables.map((table) => store.database.prepare(`SELECT * FROM ${table}`).all()))
    const expected = dump(context.store)
    context.store.close()
    const sound = readFileSync(join(directory, 'store.db'))
    // Where something stands: most pages of a small store are empty, and what is empty says nothing.
    const written = [...sound.keys()].filter((at) => sound[at] !== 0)
    const outcomes = { refused: 0, found: 0, harmless: 0 }
    const flips = 150
    for (let flip = 0; flip < flips; flip++) {
      const copy = join(directory, '..', 'flipped')
      mkdirSync(copy, { recursive: true })
      cpSync(join(directory, 'files'), join(copy, 'files'), { recursive: true })
      const changed = Buffer.from(sound)
      const at = written[Math.floor((written.length * (flip + 0.37)) / flips)]!
      changed[at]! ^= 1 << (flip % 8)
      writeFileSync(join(copy, 'store.db'), changed)
      try {
        const store = openStore(copy, { mode: 'read', clock })
        const failures = await auditFailures(store).finally(() => store.close())
        if (failures.length > 0) outcomes.found++
        else {
          const reader = openStore(copy, { mode: 'read', clock })
          expect(dump(reader)).toBe(expected)
          reader.close()
          outcomes.harmless++
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`byte ${at}, bit ${flip % 8}`, { cause: error })
        expect(error.code).toMatch(/^workspace\.(damaged|newer)$/)
        outcomes.refused++
      }
      rmSync(copy, { recursive: true })
    }
    expect(outcomes.found + outcomes.refused).toBeGreaterThan(flips / 3)
  })
})
