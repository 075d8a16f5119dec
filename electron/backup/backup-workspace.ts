import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { sha256OfFile } from '../audit/check-contents.ts'
import { runCommand } from '../audit/run-command.ts'
import { copyStore, createContainer, openContainer, type ContainerWriter } from '../store/backup-container.ts'
import type { JournalHead } from '../store/journal-store.ts'
import { getSetting } from '../store/setting-store.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { readManifest, sealManifest, type BackupPart } from './backup-manifest.ts'
import { readBackup } from './read-backup.ts'

const pieceBytes = 4 * 1024 * 1024

/** `goesElsewhere`: the file only waits here to be carried off, as for a download; nobody knows to which drive. */
export type BackupOptions = { goesElsewhere?: boolean }

/**
 * One file with one moment of the store, every kept file and every report. It gets its name only after it was synced and
 * read back; a file of that name is replaced only if it is an earlier backup of this workspace. Works beside a writer;
 * where this store may write, the journal says that a backup was made. Gives the file's SHA-256 and size.
 * Refuses with `backup.other_file`, `workspace.disk_full`, `workspace.read_only`, `workspace.damaged`.
 */
export async function backupWorkspace(
  context: Pick<ServiceContext, 'store' | 'clock' | 'actor'>,
  file: string,
  options: BackupOptions = {},
): Promise<{ sha256: string; bytes: number }> {
  const { store } = context
  const workspace = getSetting(store, 'workspace')
  refuseOtherFile(file, workspace)
  const folder = await mkdtemp(join(dirname(file), `.${basename(file)}-`)).catch((error: unknown) => {
    throw asRefusal(error, dirname(file))
  })
  try {
    const unfinished = join(folder, 'backup')
    const heads = await writeBackup(context, folder, unfinished)
    await syncFile(unfinished)
    ;(await readBackup(unfinished, file)).close()
    const result = { sha256: await sha256OfFile(unfinished), bytes: (await stat(unfinished)).size }
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    // What counts is the file that a person holds: a stick that lost it between the two names is found now, not in need.
    if ((await sha256OfFile(file)) !== result.sha256) throw new AppError('backup.damaged', { path: file, detail: 'sha256' })
    const onOtherDrive = options.goesElsewhere ? null : await isOnOtherDrive(file, store.directory)
    if (!store.readOnly) recordBackup(context, { ...result, heads, name: basename(file), onOtherDrive })
    return result
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function refuseOtherFile(file: string, workspace: string): void {
  if (existsSync(file) && workspaceOfBackup(file) !== workspace) throw new AppError('backup.other_file', { path: file })
}

/** Undefined for anything that is not a backup. */
function workspaceOfBackup(file: string): string | undefined {
  try {
    const container = openContainer(file)
    const manifest = container && readManifest(container)
    container?.close()
    return manifest?.workspace
  } catch {
    return undefined
  }
}

async function writeBackup({ store, clock, actor }: Pick<ServiceContext, 'store' | 'clock' | 'actor'>, folder: string, path: string) {
  // The store first: every file it names was on the disk before the row was written.
  const copy = join(folder, 'store.db')
  const { step, heads } = await copyStore(store, copy)
  const container = createContainer(path)
  try {
    const parts = [await addPart(container, 'store.db', copy)]
    await rm(copy)
    for (const kept of await listKeptFiles(store.directory)) parts.push(await addPart(container, kept, join(store.directory, kept)))
    container.finish(
      sealManifest({ format: 'tonghop-backup-1', workspace: getSetting(store, 'workspace'), madeAt: clock(), actor, step, heads, parts }),
    )
    return heads
  } catch (error) {
    container.abandon()
    throw error
  }
}

/** Relative paths with `/`, in order; what is still being written (`.part`) belongs to no row yet. */
async function listKeptFiles(directory: string): Promise<string[]> {
  const found = await Promise.all(
    ['files', 'reports'].map(async (folder) => {
      const entries = await readdir(join(directory, folder), { recursive: true, withFileTypes: true }).catch(() => [])
      return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part')).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  return found
    .flat()
    .map((path) => relative(directory, path).split(sep).join('/'))
    .toSorted()
}

async function addPart(container: ContainerWriter, path: string, source: string): Promise<BackupPart> {
  const handle = await open(source)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for (let number = 0; ; number++) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, null)
      if (bytesRead === 0 && number > 0) break
      const piece = buffer.subarray(0, bytesRead)
      hash.update(piece)
      bytes += bytesRead
      container.addPiece(path, number, piece)
      if (bytesRead === 0) break
    }
    return { path, bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The name itself must reach the disk; some file systems cannot sync a folder, and then nothing better can be done. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** A copy on the drive of the data is lost with it. */
const isOnOtherDrive = async (file: string, directory: string): Promise<boolean> => (await stat(file)).dev !== (await stat(directory)).dev

function recordBackup(
  context: Pick<ServiceContext, 'store' | 'clock' | 'actor'>,
  made: { sha256: string; bytes: number; heads: JournalHead[]; name: string; onOtherDrive: boolean | null },
): void {
  runCommand(context, () => ({ entry: { action: 'workspace.backup', params: made, rows: [] }, result: undefined }))
}
