import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { type Store } from '../store/database.ts'
import { findReceivedFile, type ReceivedFile } from '../store/received-file-store.ts'
import { asRefusal } from '../store/store-trouble.ts'

/** `unreadable`: why the source cannot be read, as the system says it. */
export type Kept = { kind: 'kept'; file: ReceivedFile; path: string } | { kind: 'unreadable'; reason: string }

const chunkBytes = 1_048_576

export const incomingFolder = (store: Store): string => join(store.filesDirectory, '.incoming')

/** What an interrupted run left behind; nothing in the store names it. */
export async function clearIncoming(store: Store): Promise<void> {
  await rm(incomingFolder(store), { recursive: true, force: true })
}

/** A copy in the workspace that is not kept yet: its bytes can be read at `path` until it is put in place. */
export type Incoming = {
  kind: 'incoming'
  file: ReceivedFile
  path: string
  /** The bytes are on the disk when this returns. */
  sync(): Promise<void>
  /** Gives the copy its name, and that name in return; the folder it stands in is added to those still to be synced. */
  putInPlace(unsynced: Set<string>): Promise<string>
  /** Gives back what is open; to be called whatever happened. */
  release(): Promise<void>
}

/**
 * Copies the file into the workspace under its SHA-256: bytes, file and folder are on the disk when this returns.
 * The source is only read. Refuses with `workspace.disk_full | read_only`; nothing is left half-written then.
 */
export async function keepFile(store: Store, source: string, fileName: string): Promise<Kept> {
  const incoming = await copyIn(store, source, fileName)
  if (incoming.kind === 'unreadable') return incoming
  try {
    await incoming.sync()
    const unsynced = new Set<string>()
    const path = await incoming.putInPlace(unsynced)
    await syncFolders(store, unsynced)
    return { kind: 'kept', file: incoming.file, path }
  } finally {
    await incoming.release()
  }
}

/** The first half of `keepFile`, so that a file is read while its bytes go to the disk; refuses like it. */
export async function copyIn(store: Store, source: string, fileName: string): Promise<Incoming | Extract<Kept, { kind: 'unreadable' }>> {
  const reader = await openSource(source)
  if (typeof reader === 'string') return { kind: 'unreadable', reason: reader }
  const path = join(incomingFolder(store), randomBytes(16).toString('hex'))
  const refusing = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    try {
      return await run()
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined)
      throw asRefusal(error, store.filesDirectory)
    }
  }
  try {
    return await refusing(async () => {
      const copied = await copyHashing(reader, path)
      if (typeof copied === 'string') return { kind: 'unreadable', reason: copied }
      const { sha256, bytes, writer } = copied
      const keptAs = findReceivedFile(store, sha256)?.keptAs ?? nameFor(sha256, fileName)
      const place = join(store.filesDirectory, keptAs)
      return {
        kind: 'incoming',
        file: { sha256, bytes, keptAs },
        path,
        sync: () => refusing(() => writer.sync()),
        putInPlace: (unsynced) =>
          refusing(async () => {
            // Windows renames no open file.
            await writer.close()
            await putInPlace(path, place, bytes, unsynced)
            return place
          }),
        release: () => writer.close(),
      }
    })
  } finally {
    await reader.close()
  }
}

/** Where a file is kept, below the workspace's folder of files. */
export const nameFor = (sha256: string, fileName: string): string => {
  const extension = extname(fileName).toLowerCase()
  return `${sha256.slice(0, 2)}/${sha256}${/^\.[a-z0-9]{1,5}$/.test(extension) ? extension : ''}`
}

async function openSource(source: string): Promise<FileHandle | string> {
  try {
    // A named pipe would wait for a writer for ever.
    if (!(await stat(source)).isFile()) return 'ENOTFILE'
    return await open(source, 'r')
  } catch (error) {
    return codeOf(error)
  }
}

/** The writer is still open, and its bytes perhaps nowhere but in memory; a string is why the source cannot be read to its end. */
async function copyHashing(reader: FileHandle, target: string): Promise<{ sha256: string; bytes: number; writer: FileHandle } | string> {
  const writer = await openNew(target)
  let trouble: string | undefined
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const before = await reader.stat()
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, before.size + 1))
    for (;;) {
      const read = await reader.read(buffer, 0, buffer.length).catch((error: unknown) => codeOf(error))
      if (typeof read === 'string') {
        trouble = read
        break
      }
      if (read.bytesRead === 0) break
      const piece = buffer.subarray(0, read.bytesRead)
      hash.update(piece)
      bytes += piece.length
      await writeWhole(writer, piece)
    }
    // Somebody is still writing it: half of it, or some of the old and some of the new, was never a file.
    const after = await reader.stat().catch(() => before)
    if (trouble === undefined && (after.size !== before.size || after.mtimeMs !== before.mtimeMs)) trouble = 'ECHANGING'
    if (trouble === undefined) return { sha256: hash.digest('hex'), bytes, writer }
  } catch (error) {
    await writer.close()
    throw error
  }
  await writer.close()
  await rm(target, { force: true })
  return trouble
}

async function openNew(target: string): Promise<FileHandle> {
  try {
    return await open(target, 'wx')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(dirname(target), { recursive: true })
    return open(target, 'wx')
  }
}

async function writeWhole(writer: FileHandle, piece: Buffer): Promise<void> {
  for (let at = 0; at < piece.length;) at += (await writer.write(piece, at)).bytesWritten
}

async function putInPlace(from: string, to: string, bytes: number, unsynced: Set<string>): Promise<void> {
  // Already kept: what is referenced stays untouched, unless it is not what it was.
  const present = await stat(to).catch(() => undefined)
  if (present?.isFile() && present.size === bytes) await rm(from)
  else {
    if (!present && (await mkdir(dirname(to), { recursive: true })) !== undefined) unsynced.add(dirname(dirname(to)))
    await rename(from, to)
  }
  // Also where it stood already: another run may have been cut before its folder was synced.
  unsynced.add(dirname(to))
}

/** The names of all files put in place are on the disk when this returns. */
export async function syncFolders(store: Store, unsynced: ReadonlySet<string>): Promise<void> {
  try {
    await Promise.all([...unsynced].map(syncFolder))
  } catch (error) {
    throw asRefusal(error, store.filesDirectory)
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'EIO'
