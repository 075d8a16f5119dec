import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { sha256OfFile } from '../audit/check-contents.ts'
import { runCommand } from '../audit/run-command.ts'
import { findFileDamage } from '../store/backup-container.ts'
import { openStore } from '../store/database.ts'
import { migrationSteps } from '../store/migrations/migration-steps.ts'
import { updateSetting } from '../store/setting-store.ts'
import { asRefusal } from '../store/store-trouble.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { readBackup, type OpenBackup } from './read-backup.ts'

export type RestoreOrder = { clock: () => Instant; newId: () => Id; actor: string }

/**
 * Puts a backup into an empty or new folder: all of it, or nothing at all. Everything is checked before the first byte is
 * written and again before the folder gets its name. The restored workspace goes on as a machine of its own: what the
 * original writes meanwhile can then never share a place in the journal with it. Gives the backup's SHA-256 and size.
 * Refuses with `workspace.not_empty`, `backup.not_found`, `backup.damaged`, `workspace.newer | disk_full | read_only`.
 */
export async function restoreWorkspace(file: string, directory: string, order: RestoreOrder): Promise<{ sha256: string; bytes: number }> {
  if (existsSync(directory) && !(statSync(directory).isDirectory() && readdirSync(directory).length === 0))
    throw new AppError('workspace.not_empty', { path: directory })
  const backup = await readBackup(file)
  const building = `${resolve(directory)}.restoring-${order.newId().slice(0, 8)}`
  try {
    if (backup.manifest.step > migrationSteps.length)
      throw new AppError('workspace.newer', { found: backup.manifest.step, known: migrationSteps.length })
    mkdirSync(building, { recursive: true })
    for (const { path } of backup.manifest.parts) {
      writePart(backup, path, join(building, path))
      await nextTurn()
    }
    finishStore(building, file, backup.manifest, order)
    if (existsSync(directory)) rmdirSync(directory)
    renameSync(building, directory)
    syncFolder(dirname(resolve(directory)))
    return { sha256: await sha256OfFile(file), bytes: statSync(file).size }
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw asBackupRefusal(asRefusal(error, directory), file)
  } finally {
    backup.close()
  }
}

/** A store that came out damaged is the backup's trouble, not the folder's. */
const asBackupRefusal = (error: unknown, file: string): unknown =>
  error instanceof AppError && error.code === 'workspace.damaged'
    ? new AppError('backup.damaged', { ...error.params, path: file }, { cause: error })
    : error

function writePart({ container }: OpenBackup, part: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const descriptor = openSync(path, 'wx')
  try {
    for (const piece of container.pieces(part)) writeWhole(descriptor, piece)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeWhole(descriptor: number, piece: Buffer): void {
  for (let written = 0; written < piece.byteLength;) written += writeSync(descriptor, piece, written)
}

/** The manifest proves the bytes; this proves that they are a sound store, and begins the new machine's chain. */
function finishStore(directory: string, file: string, { heads, madeAt }: BackupManifest, { clock, newId, actor }: RestoreOrder): void {
  const store = openStore(directory, { mode: 'write', clock, clockBehind: 'accept' })
  try {
    const damage = findFileDamage(store)
    if (damage !== null) throw new AppError('backup.damaged', { path: file, detail: damage })
    runCommand({ store, clock, actor }, () => {
      updateSetting(store, 'machine', newId())
      return {
        entry: { action: 'workspace.restore', params: { madeAt, heads }, rows: [{ table: 'setting', key: 'machine' }] },
        result: undefined,
      }
    })
  } finally {
    store.close()
  }
}

function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } catch {
    // Some file systems cannot sync a folder; the rename is then as safe as they make it.
  } finally {
    closeSync(descriptor)
  }
}
