const endOfChain = 0xfffffffa
const headerBytes = 512
const entryBytes = 128

export type CfbStream = { name: string; /** First bytes of the stream, empty when it lies in the mini stream. */ head: Buffer }

/** Names in the directory of a compound file (MS-CFB), at most 400; undefined when the file is cut or contradicts itself. */
export function listCfbStreams(file: Buffer): CfbStream[] | undefined {
  if (file.length < headerBytes) return undefined
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return undefined
  const sectorBytes = 1 << shift
  const streams: CfbStream[] = []
  const seen = new Set<number>()
  for (let sector = file.readUInt32LE(48); sector < endOfChain;) {
    const start = (sector + 1) * sectorBytes
    if (seen.has(sector) || seen.size > 100 || start + sectorBytes > file.length) return undefined
    seen.add(sector)
    for (let at = start; at < start + sectorBytes && streams.length < 400; at += entryBytes) {
      const nameBytes = file.readUInt16LE(at + 64)
      if (nameBytes < 2 || nameBytes > 64 || file[at + 66] === 0) continue
      const first = (file.readUInt32LE(at + 116) + 1) * sectorBytes
      const isLong = file.readUInt32LE(at + 120) >= file.readUInt32LE(56)
      streams.push({
        name: file.toString('utf16le', at, at + nameBytes - 2),
        head: isLong ? file.subarray(first, first + sectorBytes) : Buffer.alloc(0),
      })
    }
    const next = findNext(file, sector, sectorBytes)
    if (next === undefined) return undefined
    sector = next
  }
  return streams
}

/** The next sector of a chain; the allocation table's own first 109 sectors stand in the header, enough for 6 MB. */
function findNext(file: Buffer, sector: number, sectorBytes: number): number | undefined {
  const perSector = sectorBytes / 4
  const table = Math.floor(sector / perSector)
  if (table >= 109) return endOfChain
  const at = (file.readUInt32LE(76 + 4 * table) + 1) * sectorBytes + 4 * (sector % perSector)
  return at + 4 <= file.length ? file.readUInt32LE(at) : undefined
}

/** Whether a BIFF workbook stream asks for a password: a FilePass record soon after its beginning (MS-XLS 2.4.117). */
export function hasFilePass(head: Buffer): boolean {
  for (let at = 0; at + 4 <= head.length; at += 4 + head.readUInt16LE(at + 2)) if (head.readUInt16LE(at) === 0x002f) return true
  return false
}
