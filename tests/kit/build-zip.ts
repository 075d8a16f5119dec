import { crc32, deflateRawSync } from 'node:zlib'

/** A member; the fields after `data` overwrite what an honest writer would put, to build what no writer does. */
export type ZipMember = {
  name: string
  data: string | Uint8Array
  stored?: true
  flags?: number
  method?: number
  declaredBytes?: number
  crc?: number
  localName?: string
  /** Points at the local header of an earlier member instead of an own one. */
  sameDataAs?: number
}
export type ZipChanges = { entries?: number; disk?: number; zip64Locator?: true; directoryOffset?: number }

export function buildZip(members: readonly ZipMember[], changes: ZipChanges = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const member of members) {
    const data = Buffer.from(member.data)
    const packed = member.stored ? data : deflateRawSync(data)
    const method = member.method ?? (member.stored ? 0 : 8)
    const crc = member.crc ?? crc32(data)
    const bytes = member.declaredBytes ?? data.length
    const localName = Buffer.from(member.localName ?? member.name)
    const name = Buffer.from(member.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(member.flags ?? 0x800, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(bytes, 22)
    local.writeUInt16LE(localName.length, 26)
    const offset = member.sameDataAs === undefined ? at : offsets[member.sameDataAs]!
    offsets.push(offset)
    if (member.sameDataAs === undefined) {
      parts.push(local, localName, packed)
      at += 30 + localName.length + packed.length
    }
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    local.copy(central, 8, 6, 26)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0)
  const locator = changes.zip64Locator ? Buffer.alloc(20) : Buffer.alloc(0)
  if (changes.zip64Locator) locator.writeUInt32LE(0x07064b50, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(changes.disk ?? 0, 4)
  end.writeUInt16LE(changes.entries ?? members.length, 8)
  end.writeUInt16LE(changes.entries ?? members.length, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(changes.directoryOffset ?? at, 16)
  return Buffer.concat([...parts, ...directory, locator, end])
}
