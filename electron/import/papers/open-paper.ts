import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { findReceivedFile } from '../../store/received-file-store.ts'
import { nameOf } from '../list-receipts.ts'
import { getAttachedFile } from './list-papers.ts'

/**
 * Where the kept bytes of an attached file lie, after a look at their hash, and what it was called when it came. Refuses with
 * `paper.not_found | file_missing | file_changed`.
 */
export async function openPaper({ store }: Pick<ServiceContext, 'store'>, receipt: Id): Promise<{ path: string; name: string }> {
  const file = getAttachedFile({ store }, receipt)
  const name = nameOf(file.path)
  const kept = findReceivedFile(store, file.sha256)
  const path = kept && resolve(store.filesDirectory, kept.keptAs)
  const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined)
  if (path === undefined || !bytes) throw new AppError('paper.file_missing', { name })
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new AppError('paper.file_changed', { name })
  return { path, name }
}
