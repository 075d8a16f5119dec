import { WorkbookRefusal, damaged } from '../workbook-refusal.ts'

const endOfChain = 0xfffffffa
const headerBytes = 512
const entryBytes = 128
const miniSectorBytes = 64

export type CfbStream = {
  name: string
  /** First bytes of the stream, empty when it lies in the mini stream. */
  head: Buffer
  first: number
  bytes: number
  isLong: boolean
  /** The root's stream holds all short ones. */
  isRoot: boolean
}

/** Names in the directory of a compound file (MS-CFB), at most 400; undefined when the file is cut or contradicts itself. */
export function listCfbStreams(file: Buffer): CfbStream[] | undefined {
  const sectorBytes = sectorBytesOf(file)
  if (sectorBytes === undefined) return undefined
  const streams: CfbStream[] = []
  const seen = new Set<number>()
  for (let sector = file.readUInt32LE(48); sector < endOfChain;) {
    const start = (sector + 1) * sectorBytes
    if (seen.has(sector) || seen.size > 100 || start + sectorBytes > file.length) return undefined
    seen.add(sector)
    for (let at = start; at < start + sectorBytes && streams.length < 400; at += entryBytes) {
      const nameBytes = file.readUInt16LE(at + 64)
      const type = file[at + 66]
      if (nameBytes < 2 || nameBytes > 64 || type === 0) continue
      const first = file.readUInt32LE(at + 116)
      const bytes = file.readUInt32LE(at + 120)
      const isLong = bytes >= file.readUInt32LE(56)
      const from = (first + 1) * sectorBytes
      streams.push({
        name: file.toString('utf16le', at, at + nameBytes - 2),
        head: isLong ? file.subarray(from, from + sectorBytes) : Buffer.alloc(0),
        first,
        bytes,
        isLong: isLong || type === 5,
        isRoot: type === 5,
      })
    }
    const next = findNext(file, sector, sectorBytes)
    if (next === undefined) return undefined
    sector = next
  }
  return streams
}

function sectorBytesOf(file: Buffer): number | undefined {
  if (file.length < headerBytes) return undefined
  const shift = file.readUInt16LE(30)
  return shift === 9 || shift === 12 ? 1 << shift : undefined
}

/** The whole stream. Throws WorkbookRefusal when its chain is cut, turns back on itself or is shorter than the stream. */
export function readCfbStream(file: Buffer, stream: CfbStream, streams: readonly CfbStream[]): Buffer {
  const sectorBytes = sectorBytesOf(file)
  if (sectorBytes === undefined) throw damaged('compound file')
  const long = (first: number, bytes: number): Buffer =>
    readChain(file, sectorBytes, sectorBytes, first, bytes, (sector) => findNext(file, sector, sectorBytes))
  if (stream.isLong) return long(stream.first, stream.bytes)
  const root = streams.find((one) => one.isRoot)
  if (!root) throw damaged('compound file without root')
  const mini = long(root.first, root.bytes)
  const tableBytes = file.readUInt32LE(64) * sectorBytes
  const table = long(file.readUInt32LE(60), Math.min(tableBytes, file.length))
  const next = (sector: number): number | undefined => (4 * sector + 4 <= table.length ? table.readUInt32LE(4 * sector) : undefined)
  return readChain(mini, miniSectorBytes, 0, stream.first, stream.bytes, next)
}

function readChain(
  file: Buffer,
  sectorBytes: number,
  origin: number,
  first: number,
  bytes: number,
  next: (sector: number) => number | undefined,
): Buffer {
  // No chain is longer than the file, so one that turns back on itself ends here too.
  if (bytes > file.length) throw damaged('stream longer than its file')
  const parts: Buffer[] = []
  let left = bytes
  for (let sector: number | undefined = first; left > 0; sector = next(sector)) {
    const start: number = origin + (sector ?? endOfChain) * sectorBytes
    if (sector === undefined || sector >= endOfChain || start + Math.min(left, sectorBytes) > file.length) throw damaged('stream cut off')
    parts.push(file.subarray(start, start + Math.min(left, sectorBytes)))
    left -= sectorBytes
  }
  return Buffer.concat(parts)
}

/** The next sector of a chain. The first 109 sectors of the allocation table are named in the header, enough for 6 MB; the rest in a chain of lists. */
function findNext(file: Buffer, sector: number, sectorBytes: number): number | undefined {
  const perSector = sectorBytes / 4
  const table = tableSector(file, Math.floor(sector / perSector), sectorBytes)
  if (table === undefined) return undefined
  const at = (table + 1) * sectorBytes + 4 * (sector % perSector)
  return at + 4 <= file.length ? file.readUInt32LE(at) : undefined
}

function tableSector(file: Buffer, index: number, sectorBytes: number): number | undefined {
  if (index < 109) return file.readUInt32LE(76 + 4 * index)
  const perList = sectorBytes / 4 - 1
  let list = file.readUInt32LE(68)
  for (let skipped = Math.floor((index - 109) / perList); skipped >= 0; skipped--) {
    const start = (list + 1) * sectorBytes
    if (list >= endOfChain || start + sectorBytes > file.length) return undefined
    if (skipped === 0) return file.readUInt32LE(start + 4 * ((index - 109) % perList))
    list = file.readUInt32LE(start + 4 * perList)
  }
  return undefined
}

/** Whether a BIFF workbook stream asks for a password: a FilePass record soon after its beginning (MS-XLS 2.4.117). */
export function hasFilePass(head: Buffer): boolean {
  for (let at = 0; at + 4 <= head.length; at += 4 + head.readUInt16LE(at + 2)) if (head.readUInt16LE(at) === 0x002f) return true
  return false
}

const workbookNames: ReadonlySet<string> = new Set(['Workbook', 'WORKBOOK', 'Book', 'BOOK'])

/** The stream of an old workbook: in a compound file, or the file itself as the earliest programs wrote it. Throws WorkbookRefusal. */
export function openWorkbookStream(file: Buffer): { stream: Buffer; hasMacros: boolean } {
  if (file[0] !== 0xd0) return { stream: file, hasMacros: false }
  const streams = listCfbStreams(file)
  if (!streams) throw damaged('compound file')
  const book = streams.find(({ name }) => workbookNames.has(name))
  if (!book) throw new WorkbookRefusal('damaged', 'no workbook stream')
  return {
    stream: readCfbStream(file, book, streams),
    hasMacros: streams.some(({ name }) => name === '_VBA_PROJECT_CUR' || name === 'VBA'),
  }
}
