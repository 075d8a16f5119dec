import { crc32, inflateRawSync } from 'node:zlib'
import { limits } from './limits.ts'
import { WorkbookRefusal, damaged, tooLarge } from './workbook-refusal.ts'

/** `start` is the offset of the member's data, after its local header. */
export type ZipEntry = { name: string; method: 0 | 8; crc: number; start: number; compressedBytes: number; bytes: number }

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const zip64LocatorSignature = 0x07064b50
const endBytes = 22
const centralBytes = 46
const localBytes = 30

/**
 * The central directory, checked against the local headers before anything is inflated (PKWARE APPNOTE 4.3).
 * Names have forward slashes and keep their case. Refuses what two readers could read differently: overlapping, duplicate,
 * misnamed members, zip64, several disks, encryption.
 */
export function readZipDirectory(file: Buffer): ZipEntry[] {
  if (file.length > limits.fileBytes) throw tooLarge(`file of ${file.length} bytes`)
  const end = findEnd(file)
  if (end < 0) throw damaged('no end of central directory')
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const offset = file.readUInt32LE(end + 16)
  if (end >= 20 && file.readUInt32LE(end - 20) === zip64LocatorSignature) throw new WorkbookRefusal('unsupported', 'zip64')
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) throw new WorkbookRefusal('unsupported', 'zip64')
  if (file.readUInt16LE(end + 4) !== 0 || file.readUInt16LE(end + 6) !== 0 || file.readUInt16LE(end + 8) !== count)
    throw new WorkbookRefusal('unsupported', 'several disks')
  if (count > limits.entries) throw tooLarge(`${count} entries`)
  if (offset + size > end) throw damaged('central directory beyond its end')
  const entries: ZipEntry[] = []
  let at = offset
  for (let index = 0; index < count; index++) {
    const read = readCentralEntry(file, at, offset + size)
    entries.push(read.entry)
    at = read.next
  }
  if (at !== offset + size) throw damaged('central directory of another size')
  checkTotals(entries)
  checkExtents(file, entries, offset)
  return entries
}

function findEnd(file: Buffer): number {
  for (let at = file.length - endBytes; at >= Math.max(0, file.length - endBytes - 0xffff); at--)
    if (file[at] === 0x50 && file.readUInt32LE(at) === endSignature && at + endBytes + file.readUInt16LE(at + 20) === file.length) return at
  return -1
}

function readCentralEntry(file: Buffer, at: number, limit: number): { entry: ZipEntry; next: number } {
  if (at + centralBytes > limit || file.readUInt32LE(at) !== centralSignature) throw damaged('central directory entry')
  const flags = file.readUInt16LE(at + 8)
  const method = file.readUInt16LE(at + 10)
  const crc = file.readUInt32LE(at + 16)
  const compressedBytes = file.readUInt32LE(at + 20)
  const bytes = file.readUInt32LE(at + 24)
  const nameEnd = at + centralBytes + file.readUInt16LE(at + 28)
  const next = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  const local = file.readUInt32LE(at + 42)
  if (next > limit) throw damaged('central directory entry beyond its end')
  if (flags & 0x2041) throw new WorkbookRefusal('encrypted', 'encrypted entry')
  if (file.readUInt16LE(at + 34) !== 0) throw new WorkbookRefusal('unsupported', 'several disks')
  if (compressedBytes === 0xffffffff || bytes === 0xffffffff || local === 0xffffffff) throw new WorkbookRefusal('unsupported', 'zip64')
  if (method !== 0 && method !== 8) throw new WorkbookRefusal('unsupported', `compression method ${method}`)
  if (method === 0 && compressedBytes !== bytes) throw damaged('stored entry of two sizes')
  const rawName = file.subarray(at + centralBytes, nameEnd)
  const start = findData(file, local, rawName, method)
  return { entry: { name: rawName.toString('utf8').replaceAll('\\', '/'), method, crc, start, compressedBytes, bytes }, next }
}

function findData(file: Buffer, local: number, rawName: Buffer, method: number): number {
  if (local + localBytes > file.length || file.readUInt32LE(local) !== localSignature) throw damaged('local header')
  if (file.readUInt16LE(local + 8) !== method) throw damaged('local header of another method')
  if (file.readUInt16LE(local + 6) & 0x2041) throw new WorkbookRefusal('encrypted', 'encrypted entry')
  const nameEnd = local + localBytes + file.readUInt16LE(local + 26)
  if (!rawName.equals(file.subarray(local + localBytes, nameEnd))) throw damaged('local header of another name')
  return nameEnd + file.readUInt16LE(local + 28)
}

function checkTotals(entries: readonly ZipEntry[]): void {
  let total = 0
  const names = new Set<string>()
  for (const { name, bytes, compressedBytes } of entries) {
    total += bytes
    if (bytes > limits.entryBytes) throw tooLarge(`${name}: ${bytes} bytes`)
    if (bytes > limits.ratioFreeBytes && bytes > compressedBytes * limits.ratio)
      throw tooLarge(`${name}: ratio ${Math.round(bytes / compressedBytes)}`)
    const key = name.toLowerCase()
    if (names.has(key)) throw new WorkbookRefusal('unsafe', `two entries named ${name}`)
    names.add(key)
  }
  if (total > limits.totalBytes) throw tooLarge(`${total} bytes inflated`)
}

function checkExtents(file: Buffer, entries: readonly ZipEntry[], directory: number): void {
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start + entry.compressedBytes > directory) throw damaged(`${entry.name} reaches into the directory`)
    if (entry.start - localBytes < free) throw new WorkbookRefusal('unsafe', `${entry.name} overlaps another entry`)
    free = entry.start + entry.compressedBytes
  }
  if (directory > file.length) throw damaged('directory beyond the file')
}

/** The member's bytes; never more than declared, and exactly what their CRC says. */
export function inflateEntry(file: Buffer, entry: ZipEntry): Buffer {
  const packed = file.subarray(entry.start, entry.start + entry.compressedBytes)
  const bytes = entry.method === 0 ? packed : inflate(packed, entry)
  if (bytes.length !== entry.bytes) throw damaged(`${entry.name}: ${bytes.length} bytes instead of ${entry.bytes}`)
  if (crc32(bytes) !== entry.crc) throw damaged(`${entry.name}: CRC`)
  return bytes
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    // A chunk larger than the result, or Node inflates into pieces and joins them.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes), chunkSize: Math.max(64, entry.bytes + 1) })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new WorkbookRefusal('unsafe', `${entry.name}: more bytes than declared`)
    throw damaged(`${entry.name}: ${code ?? 'inflate'}`)
  }
}
