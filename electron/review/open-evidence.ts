import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { findEvidence } from '../store/task-status-store.ts'

/**
 * The kept bytes of a file that shows something, after a look at their hash. Only what is evidence is opened this way. Refuses with
 * `paper.not_found | file_missing | file_changed`.
 */
export async function openEvidence(
  { store }: Pick<ServiceContext, 'store'>,
  hash: string,
): Promise<{ path: string; name: string; bytes: Uint8Array }> {
  const evidence = findEvidence(store, hash)
  const kept = findReceivedFile(store, hash)
  if (!evidence || !kept) throw new AppError('paper.not_found', { id: hash })
  const path = join(store.filesDirectory, kept.keptAs)
  // A note says in its own words what its file is.
  const name = evidence.name ?? `minh-chung-${hash.slice(0, 8)}${extname(kept.keptAs)}`
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new AppError('paper.file_missing', { name })
  if (sha256(bytes) !== hash) throw new AppError('paper.file_changed', { name })
  return { path, name, bytes }
}
