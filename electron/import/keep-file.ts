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

/**
 * Copies the file into the workspace under its SHA-256: bytes, file and folder are on the disk when this returns.
 * The source is only read. Refuses with `workspace.disk_full | read_only`; nothing is left half-written then.
 */
export async function keepFile(store: Store, source: string, fileName: string): Promise<Kept> {
  const reader = await openSource(source)
  if (typeof reader === 'string') return { kind: 'unreadable', reason: reader }
  const incoming = join(incomingFolder(store), randomBytes(16).toString('hex'))
  try {
    const copied = await copyHashing(reader, incoming)
    if (typeof copied === 'string') return { kind: 'unreadable', reason: copied }
    const keptAs = findReceivedFile(store, copied.sha256)?.keptAs ?? nameFor(copied.sha256, fileName)
    const path = join(store.filesDirectory, keptAs)
    // Already kept: what is referenced stays untouched, unless it is not what it was.
    const present = await stat(path).catch(() => undefined)
    if (present?.isFile() && present.size === copied.bytes) await rm(incoming)
    else await putInPlace(incoming, path)
    return { kind: 'kept', file: { sha256: copied.sha256, bytes: copied.bytes, keptAs }, path }
  } catch (error) {
    await rm(incoming, { force: true }).catch(() => undefined)
    throw asRefusal(error, store.filesDirectory)
  } finally {
    await reader.close()
  }
}

const nameFor = (sha256: string, fileName: string): string => {
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

async function copyHashing(reader: FileHandle, target: string): Promise<{ sha256: string; bytes: number } | string> {
  await mkdir(dirname(target), { recursive: true })
  const writer = await open(target, 'wx')
  let trouble: string | undefined
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const size = (await reader.stat()).size
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, size + 1))
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
    if (trouble === undefined) await writer.sync()
  } finally {
    await writer.close()
  }
  if (trouble === undefined) return { sha256: hash.digest('hex'), bytes }
  await rm(target, { force: true })
  return trouble
}

async function writeWhole(writer: FileHandle, piece: Buffer): Promise<void> {
  for (let at = 0; at < piece.length;) at += (await writer.write(piece, at)).bytesWritten
}

async function putInPlace(from: string, to: string): Promise<void> {
  const made = await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  await syncFolder(dirname(to))
  if (made !== undefined) await syncFolder(dirname(dirname(to)))
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
