import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findReceivedFile, listReceivedSizes } from '../../store/received-file-store.ts'
import type { Store } from '../../store/database.ts'
import { nameFor } from '../keep-file.ts'
import type { FoundFile } from './walk-source.ts'

/** What was hashed before, by path: the same size and time are the same bytes. */
export type KnownHashes = Map<string, Pick<FoundFile, 'bytes' | 'mtimeMs'> & { sha256: string }>

/**
 * The files whose bytes were never received, in any period. A size that nothing received has tells without reading; the others,
 * and archives, whose members are what was received, are told by their SHA-256. Files are only read.
 */
export async function findNewFiles(
  store: Store,
  files: readonly FoundFile[],
  known: KnownHashes,
  signal: AbortSignal,
): Promise<readonly FoundFile[]> {
  const sizes = listReceivedSizes(store)
  const fresh: FoundFile[] = []
  for (const file of files) {
    signal.throwIfAborted()
    const isArchive = /\.zip$/i.test(file.name)
    const sha256 = isArchive || sizes.has(file.bytes) ? await hashOf(file, known, signal) : undefined
    const isReceived =
      sha256 !== undefined && (findReceivedFile(store, sha256) !== undefined || (isArchive && (await isKept(store, sha256, file))))
    if (!isReceived) fresh.push(file)
  }
  return fresh
}

/** Undefined where it cannot be read: taking it in will say so. */
async function hashOf(file: FoundFile, known: KnownHashes, signal: AbortSignal): Promise<string | undefined> {
  const before = known.get(file.path)
  if (before?.bytes === file.bytes && before.mtimeMs === file.mtimeMs) return before.sha256
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(file.path, { signal })) hash.update(piece as Buffer)
  } catch {
    signal.throwIfAborted()
    return undefined
  }
  const sha256 = hash.digest('hex')
  known.set(file.path, { bytes: file.bytes, mtimeMs: file.mtimeMs, sha256 })
  return sha256
}

/** An archive that was opened has no row of its own; it is kept beside its members. */
const isKept = async (store: Store, sha256: string, { name, bytes }: FoundFile): Promise<boolean> =>
  (await stat(join(store.filesDirectory, nameFor(sha256, name))).catch(() => undefined))?.size === bytes
