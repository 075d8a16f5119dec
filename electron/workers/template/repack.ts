import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
/** Deflate, names in UTF-8, and 1 January 1980 00:00, the zero of MS-DOS time (APPNOTE.TXT 4.4). */
const deflated = 8
const utf8Names = 0x0800
const dosEpoch = (1 << 5) | 1

/**
 * Takes an archive as a library writes it, and packs it with fixed times, so that equal
 * content gives equal bytes. `edit` may change a part on the way.
 */
export function repack(stored: Uint8Array, edit: (name: string, part: Buffer) => Buffer): Uint8Array {
  const source = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
  // The archive is our own and has no comment, so its end record is its last 22 bytes.
  const end = source.length - endLength
  if (source.readUInt32LE(end) !== endSignature) throw new Error('what was written is not a zip archive without comment')
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  let entry = source.readUInt32LE(end + 16)
  for (let left = source.readUInt16LE(end + 10); left > 0; left--) {
    const method = source.readUInt16LE(entry + 10)
    if (source.readUInt32LE(entry) !== entrySignature || (method !== 0 && method !== deflated))
      throw new Error('a part of the archive written is neither stored nor deflated')
    const size = source.readUInt32LE(entry + 20)
    const nameLength = source.readUInt16LE(entry + 28)
    const name = source.subarray(entry + entryLength, entry + entryLength + nameLength)
    const local = source.readUInt32LE(entry + 42)
    const start = local + localLength + source.readUInt16LE(local + 26) + source.readUInt16LE(local + 28)
    entry += entryLength + nameLength + source.readUInt16LE(entry + 30) + source.readUInt16LE(entry + 32)
    if (name.at(-1) === 0x2f) continue

    const written = source.subarray(start, start + size)
    const part = edit(name.toString('utf8'), method === 0 ? written : inflateRawSync(written))
    const packed = deflateRawSync(part)
    const header = Buffer.alloc(localLength)
    header.writeUInt32LE(localSignature, 0)
    writeShared(header, 4, part, packed, name.length)
    const central = Buffer.alloc(entryLength)
    central.writeUInt32LE(entrySignature, 0)
    central.writeUInt16LE(20, 4)
    writeShared(central, 6, part, packed, name.length)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    chunks.push(header, name, packed)
    offset += header.length + name.length + packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  const tail = Buffer.alloc(endLength)
  tail.writeUInt32LE(endSignature, 0)
  tail.writeUInt16LE(directory.length / 2, 8)
  tail.writeUInt16LE(directory.length / 2, 10)
  tail.writeUInt32LE(directoryBytes.length, 12)
  tail.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...chunks, directoryBytes, tail]))
}

/** The fields that a local header and its directory entry have in the same order. */
function writeShared(header: Buffer, at: number, part: Buffer, packed: Buffer, nameLength: number): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(utf8Names, at + 2)
  header.writeUInt16LE(deflated, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(dosEpoch, at + 8)
  header.writeUInt32LE(crc32(part), at + 10)
  header.writeUInt32LE(packed.length, at + 14)
  header.writeUInt32LE(part.length, at + 18)
  header.writeUInt16LE(nameLength, at + 22)
}
