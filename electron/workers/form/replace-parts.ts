import { crc32, deflateRawSync } from 'node:zlib'
import { damaged } from '../workbook/workbook-refusal.ts'

const endSignature = 0x06054b50
const endBytes = 22
const centralBytes = 46
const localBytes = 30
/** Sizes behind the data instead of in front of it (APPNOTE 4.4.4). */
const sizesBehind = 0x0008

/**
 * The same archive with some members' content replaced: every other member, its order, times and extra fields stay byte for
 * byte. For an archive whose directory was read before, which refuses whatever two readers could read differently.
 */
export function replaceParts(file: Buffer, parts: ReadonlyMap<string, Buffer>): Buffer {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  const directory = file.readUInt32LE(end + 16)
  const members: { central: Buffer; local: number; name: string }[] = []
  for (let at = directory; members.length < count;) {
    const nameEnd = at + centralBytes + file.readUInt16LE(at + 28)
    const next = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    members.push({
      central: Buffer.from(file.subarray(at, next)),
      local: file.readUInt32LE(at + 42),
      name: file.toString('utf8', at + centralBytes, nameEnd),
    })
    at = next
  }
  const starts = [...members.map(({ local }) => local), directory].toSorted((a, b) => a - b)
  const wanted = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), bytes]))
  const chunks: Buffer[] = []
  let offset = 0
  for (const member of members.toSorted((a, b) => a.local - b.local)) {
    const part = wanted.get(member.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase())
    const own = file.subarray(member.local, starts[starts.indexOf(member.local) + 1])
    const written = part ? packed(own, member.central, part) : own
    member.central.writeUInt32LE(offset, 42)
    chunks.push(written)
    offset += written.length
  }
  const tail = Buffer.from(file.subarray(end))
  const size = members.reduce((sum, { central }) => sum + central.length, 0)
  tail.writeUInt32LE(size, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...members.map(({ central }) => central), tail])
}

function packed(own: Buffer, central: Buffer, part: Buffer): Buffer {
  const head = Buffer.from(own.subarray(0, localBytes + own.readUInt16LE(26) + own.readUInt16LE(28)))
  const data = deflateRawSync(part)
  for (const [header, at] of [
    [head, 6],
    [central, 8],
  ] as const) {
    header.writeUInt16LE(header.readUInt16LE(at) & ~sizesBehind, at)
    header.writeUInt16LE(8, at + 2)
    header.writeUInt32LE(crc32(part), at + 8)
    header.writeUInt32LE(data.length, at + 12)
    header.writeUInt32LE(part.length, at + 16)
  }
  return Buffer.concat([head, data])
}

function findEnd(file: Buffer): number {
  for (let at = file.length - endBytes; at >= 0; at--)
    if (file.readUInt32LE(at) === endSignature && at + endBytes + file.readUInt16LE(at + 20) === file.length) return at
  throw damaged('no end of central directory')
}
