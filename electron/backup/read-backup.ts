import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import { openContainer, type ContainerReader } from '../store/backup-container.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { readManifest, type BackupManifest } from './backup-manifest.ts'

export type OpenBackup = { manifest: BackupManifest; container: ContainerReader; close(): void }

/**
 * Opens a backup after every piece of it was read and found to be what the manifest says. `shownAs` is the name a
 * refusal gives. Refuses with `backup.not_found`, `backup.damaged`.
 */
export async function readBackup(file: string, shownAs = file): Promise<OpenBackup> {
  if (!existsSync(file)) throw new AppError('backup.not_found', { path: shownAs })
  const damaged = (detail: string): AppError => new AppError('backup.damaged', { path: shownAs, detail })
  let container: ContainerReader | undefined
  try {
    container = openContainer(file)
    if (!container) throw damaged('manifest')
    const manifest = readManifest(container)
    if (!manifest) throw damaged('manifest')
    const broken = await findBrokenPart(container, manifest)
    if (broken !== undefined) throw damaged(broken)
    const open = container
    return { manifest, container: open, close: () => open.close() }
  } catch (error) {
    container?.close()
    const refusal = asRefusal(error, file)
    if (refusal instanceof AppError && refusal.code === 'workspace.damaged') throw damaged(String(refusal.params['detail']))
    throw refusal
  }
}

/** Path of the first part that is missing, too many or not what it was; undefined when all are right. */
async function findBrokenPart(container: ContainerReader, { parts }: BackupManifest): Promise<string | undefined> {
  const known = new Set(parts.map(({ path }) => path))
  const stray = container.listParts().find((path) => !known.has(path))
  if (stray !== undefined) return stray
  if (!known.has('store.db')) return 'store.db'
  for (const part of parts) if (!(await isWhole(container, part))) return part.path
  return undefined
}

async function isWhole(container: ContainerReader, part: { path: string; bytes: number; sha256: string }): Promise<boolean> {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of container.pieces(part.path)) {
    hash.update(piece)
    bytes += piece.byteLength
    // A piece has a few megabytes; what else the engine has to do comes in between.
    await nextTurn()
  }
  return bytes === part.bytes && hash.digest('hex') === part.sha256
}
