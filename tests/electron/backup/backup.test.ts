import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupWorkspace } from '../../../electron/backup/backup-workspace.ts'
import { restoreWorkspace } from '../../../electron/backup/restore-workspace.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { describeWorkspace } from '../../../electron/setup/describe-workspace.ts'
import { openStore, type Store } from '../../../electron/store/database.ts'
import { migrationSteps } from '../../../electron/store/migrations/migration-steps.ts'
import { countingIds, fixedClock, sha256Of, storeTestSubmission } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const order = {
  clock: fixedClock('2026-07-01T00:00:00.000Z').clock,
  newId: (() => {
    const next = countingIds()
    return () => next().split('').toReversed().join('')
  })(),
  actor: 'Minh',
}
const refusal = (code: string, params = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) })

function filledWorkspace(): TestWorkspace {
  const workspace = testWorkspaceWithPeriod()
  storeTestSubmission(workspace.context, 'org.du_xa.11953', 1)
  storeTestSubmission(workspace.context, 'org.du_xa.11980', 2)
  writeFileSync(join(workspace.context.store.reportsDirectory, 'bao-cao.pdf'), '%PDF-1.7')
  return workspace
}
const filesUnder = (directory: string): string[] =>
  ['files', 'reports']
    .flatMap((folder) =>
      readdirSync(join(directory, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.name} ${sha256Of(readFileSync(join(entry.parentPath, entry.name)))}`),
    )
    .toSorted()
const tablesOf = (store: Store): unknown =>
  ['unit', 'period', 'submission', 'figure', 'received_file', 'expected_unit'].map((table) =>
    store.database.prepare(`SELECT * FROM ${table}`).all(),
  )

describe('backup and restore', () => {
  it('gives back every row and every file, on a machine of its own, and the audit agrees', async () => {
    const { context, directory } = filledWorkspace()
    const file = join(temporaryFolder(), 'sao-luu.tonghop')
    const made = await backupWorkspace(context, file)
    expect(made).toEqual({ sha256: sha256Of(readFileSync(file)), bytes: statSync(file).size })
    const target = join(temporaryFolder(), 'khoi phuc')
    expect(await restoreWorkspace(file, target, order)).toEqual(made)
    const restored = openStore(target, { mode: 'write', clock: order.clock })
    expect(tablesOf(restored)).toEqual(tablesOf(context.store))
    expect(filesUnder(target)).toEqual(filesUnder(directory))
    expect(filesUnder(target).length).toBe(3)
    expect(describeWorkspace({ store: restored })).toMatchObject({ workspace: describeWorkspace(context).workspace, head: { seq: 1 } })
    expect(describeWorkspace({ store: restored }).machine).not.toBe(describeWorkspace(context).machine)
    expect(await verifyAudit({ store: restored })).toMatchObject({ ok: true, entries: 5 })
    storeTestSubmission({ ...context, store: restored, clock: order.clock, newId: order.newId }, 'org.du_xa.11983', 3)
    expect((await verifyAudit({ store: restored })).ok).toBe(true)
    restored.close()
    expect(readdirSync(join(target, '..'))).toEqual(['khoi phuc'])
  })

  it('says in the journal that it was made, with the head it holds; nothing is left beside it', async () => {
    const { context } = filledWorkspace()
    const folder = temporaryFolder()
    const { head } = describeWorkspace(context)
    const made = await backupWorkspace(context, join(folder, 'b'))
    const entry = context.store.prepare('SELECT action, params FROM journal_entry ORDER BY seq DESC LIMIT 1').get() as {
      action: string
      params: string
    }
    expect([entry.action, JSON.parse(entry.params)]).toMatchObject([
      'workspace.backup',
      { ...made, heads: [{ seq: head!.seq, hash: head!.hash }] },
    ])
    expect(readdirSync(folder)).toEqual(['b'])
  })

  it('works beside a writer, from a store open for reading', async () => {
    const { context, directory } = filledWorkspace()
    const reader = openStore(directory, { mode: 'read', clock: context.clock })
    const file = join(temporaryFolder(), 'b')
    const backup = backupWorkspace({ ...context, store: reader }, file)
    storeTestSubmission(context, 'org.du_xa.11983', 3)
    await backup
    reader.close()
    const target = join(temporaryFolder(), 'r')
    await restoreWorkspace(file, target, order)
    const restored = openStore(target, { mode: 'read', clock: order.clock })
    expect((await verifyAudit({ store: restored })).checks.filter(({ ok }) => !ok)).toEqual([])
    restored.close()
  })

  it('replaces an earlier backup of this workspace, and no other file', async () => {
    const { context } = filledWorkspace()
    const other = testWorkspace()
    const folder = temporaryFolder()
    const first = await backupWorkspace(context, join(folder, 'b'))
    expect(await backupWorkspace(context, join(folder, 'b'))).not.toEqual(first)
    const report = join(folder, 'bao-cao.pdf')
    writeFileSync(report, '%PDF')
    await expect(backupWorkspace(context, report)).rejects.toThrow(refusal('backup.other_file', { path: report }))
    expect(readFileSync(report, 'utf8')).toBe('%PDF')
    other.context.store.transaction(() => other.context.store.prepare("UPDATE setting SET value = 'other' WHERE name = 'workspace'").run())
    await expect(backupWorkspace(other.context, join(folder, 'b'))).rejects.toThrow(refusal('backup.other_file'))
  })

  it('refuses a folder that is not empty or is no folder, and changes nothing in it', async () => {
    const { context, directory } = filledWorkspace()
    const file = join(temporaryFolder(), 'b')
    await backupWorkspace(context, file)
    await expect(restoreWorkspace(file, directory, order)).rejects.toThrow(refusal('workspace.not_empty', { path: directory }))
    await expect(restoreWorkspace(file, file, order)).rejects.toThrow(refusal('workspace.not_empty'))
    const empty = temporaryFolder()
    await restoreWorkspace(file, empty, order)
    expect(existsSync(join(empty, 'store.db'))).toBe(true)
  })

  it('refuses what is missing, no backup at all, cut short, or changed in any byte that counts; nothing is written', async () => {
    const { context } = filledWorkspace()
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    await backupWorkspace(context, file)
    const target = join(folder, 'target')
    await expect(restoreWorkspace(join(folder, 'none'), target, order)).rejects.toThrow(
      refusal('backup.not_found', { path: join(folder, 'none') }),
    )
    const sound = readFileSync(file)
    writeFileSync(file, 'not a backup')
    await expect(restoreWorkspace(file, target, order)).rejects.toThrow(refusal('backup.damaged', { path: file }))
    writeFileSync(file, sound)
    truncateSync(file, Math.floor(sound.byteLength / 2))
    await expect(restoreWorkspace(file, target, order)).rejects.toThrow(refusal('backup.damaged'))
    for (let at = 5000; at < sound.byteLength; at += Math.floor(sound.byteLength / 40)) {
      const changed = Buffer.from(sound)
      changed[at]! ^= 0x10
      writeFileSync(file, changed)
      const outcome = await restoreWorkspace(file, target, order).catch((error: unknown) => error)
      // A byte outside every page in use may change without harm; then the restored workspace must be right.
      if (outcome instanceof Error) {
        expect(outcome).toEqual(refusal('backup.damaged'))
        expect(readdirSync(folder)).toEqual(['b'])
      } else {
        const restored = openStore(target, { mode: 'read', clock: order.clock })
        expect((await verifyAudit({ store: restored })).ok).toBe(true)
        restored.close()
        rmSync(target, { recursive: true })
      }
    }
  })

  it('names the part that changed', async () => {
    const { context } = filledWorkspace()
    const file = join(temporaryFolder(), 'b')
    await backupWorkspace(context, file)
    const container = new Database(file)
    container.exec("UPDATE piece SET body = CAST('%PDF-1.8' AS BLOB) WHERE part = 'reports/bao-cao.pdf'")
    container.close()
    await expect(restoreWorkspace(file, join(temporaryFolder(), 'r'), order)).rejects.toThrow(
      refusal('backup.damaged', { path: file, detail: 'reports/bao-cao.pdf' }),
    )
  })

  it('refuses a path that leads out of the workspace, and a backup of a newer program', async () => {
    const { context } = filledWorkspace()
    const changeManifest = async (change: (body: string) => string): Promise<string> => {
      const file = join(temporaryFolder(), 'b')
      await backupWorkspace(context, file)
      const container = new Database(file)
      const body = change(String(container.prepare('SELECT body FROM manifest').pluck().get()))
      container.prepare('UPDATE manifest SET body = ?, sha256 = ?').run(body, sha256Of(body))
      container.close()
      return file
    }
    const folder = temporaryFolder()
    const leading = await changeManifest((body) => body.replaceAll('reports/bao-cao.pdf', 'reports/../../out.pdf'))
    await expect(restoreWorkspace(leading, join(folder, 'r'), order)).rejects.toThrow(refusal('backup.damaged', { detail: 'manifest' }))
    const newer = await changeManifest((body) => body.replace(`"step":${migrationSteps.length}`, '"step":99'))
    await expect(restoreWorkspace(newer, join(folder, 'r'), order)).rejects.toThrow(refusal('workspace.newer', { found: 99 }))
    expect(readdirSync(folder)).toEqual([])
  })

  it('makes no backup of a store that could not be restored', async () => {
    const { context, directory } = filledWorkspace()
    const page = Number(context.store.pluck("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_head'").get())
    context.store.close()
    const path = join(directory, 'store.db')
    const bytes = readFileSync(path)
    bytes.fill(0xff, (page - 1) * 4096, page * 4096)
    writeFileSync(path, bytes)
    const reader = openStore(directory, { mode: 'read', clock: context.clock })
    const folder = temporaryFolder()
    await expect(backupWorkspace({ ...context, store: reader }, join(folder, 'b'))).rejects.toThrow(refusal('workspace.damaged'))
    reader.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it('says so when the folder of the backup cannot be written', async () => {
    const { context } = filledWorkspace()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(backupWorkspace(context, join(folder, 'file', 'b'))).rejects.toThrow(refusal('workspace.read_only'))
  })
})
