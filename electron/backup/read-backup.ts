import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { openContainer, type ContainerReader } from '../store/backup-container.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { readManifest, type BackupManifest } from './backup-manifest.ts'

export type OpenBackup = { manifest: BackupManifest; container: ContainerReader; close(): void }

/**
 * Opens a backup after every piece of it was read and found to be what the manifest says. `shownAs` is the name a
 * refusal gives. Refuses with `backup.not_found`, `backup.damaged`.
 */
export function readBackup(file: string, shownAs = file): OpenBackup {
  if (!existsSync(file)) throw new AppError('backup.not_found', { path: shownAs })
  const damaged = (detail: string): AppError => new AppError('backup.damaged', { path: shownAs, detail })
  let container: ContainerReader | undefined
  try {
    container = openContainer(file)
    if (!container) throw damaged('manifest')
    const manifest = readManifest(container)
    if (!manifest) throw damaged('manifest')
    const broken = findBrokenPart(container, manifest)
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
function findBrokenPart(container: ContainerReader, { parts }: BackupManifest): string | undefined {
  const known = new Set(parts.map(({ path }) => path))
  const stray = container.listParts().find((path) => !known.has(path))
  return stray ?? (known.has('store.db') ? parts.find((part) => !isWhole(container, part))?.path : 'store.db')
}

function isWhole(container: ContainerReader, part: { path: string; bytes: number; sha256: string }): boolean {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of container.pieces(part.path)) {
    hash.update(piece)
    bytes += piece.byteLength
  }
  return bytes === part.bytes && hash.digest('hex') === part.sha256
}
