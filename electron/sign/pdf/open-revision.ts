import { parsePdf } from './parse-pdf.ts'
import { isArray, isDict, isName, isStream, isRef, PdfTrouble, type PdfRef, type PdfStream, type PdfValue } from './pdf-value.ts'
import { undoFilters } from './undo-filters.ts'

/** Where an object stands: at a byte, or as the n-th of an object stream. */
type Place = { offset: number; generation: number } | { stream: number; index: number } | 'free'

/** The document as it was when the file ended at `end`: what a viewer of that day saw. */
export type Revision = {
  readonly bytes: Uint8Array
  readonly end: number
  readonly trailer: ReadonlyMap<string, PdfValue>
  /** Where the newest table of references begins, and whether it is a stream. */
  readonly xref: { offset: number; isStream: boolean }
  /** Numbers of all objects in use. */
  readonly numbers: readonly number[]
  /** Equal keys mean the same object at the same place. */
  placeKey(number: number): string | undefined
  /** Null for what does not exist, as a reader must take it. Throws PdfTrouble for what cannot be read. */
  get(number: number): PdfValue
  resolve(value: PdfValue | undefined): PdfValue
}

const mostSections = 1_000
const mostObjects = 2_000_000
const tailSearched = 2_048

/**
 * Reads the chain of tables of references backwards from the last `startxref` before `end`, strictly: nothing is searched for
 * or mended, because another program's mending is how two viewers come to see two documents. Throws PdfTrouble.
 */
export function openRevision(bytes: Uint8Array, end = bytes.length): Revision {
  const places = new Map<number, Place>()
  const cache = new Map<number, PdfValue>()
  const members = new Map<number, readonly PdfValue[]>()
  const opening = new Set<number>()
  const start = findStart(bytes, end)
  let trailer: ReadonlyMap<string, PdfValue> | undefined
  let isStreamed = false

  const visited = new Set<number>()
  let next: number | undefined = start
  while (next !== undefined) {
    if (visited.has(next) || visited.size > mostSections) throw new PdfTrouble('xref loop', next)
    visited.add(next)
    const section = readSection(next)
    trailer ??= section.entries
    if (visited.size === 1) isStreamed = section.isStreamed
    const hybrid = section.entries.get('XRefStm')
    if (typeof hybrid === 'number' && !section.isStreamed) addAll(readStreamSection(hybrid).places)
    const prev = section.entries.get('Prev')
    if (prev !== undefined && prev !== null && typeof prev !== 'number') throw new PdfTrouble('prev', next)
    next = prev ?? undefined
  }
  if (!trailer) throw new PdfTrouble('trailer')
  if (trailer.has('Encrypt')) throw new PdfTrouble('encrypted')

  const revision: Revision = {
    bytes,
    end,
    trailer,
    xref: { offset: start, isStream: isStreamed },
    numbers: [...places].filter(([, place]) => place !== 'free').map(([number]) => number),
    placeKey(number) {
      const place = places.get(number)
      if (place === undefined || place === 'free') return undefined
      if ('offset' in place) return `@${place.offset}`
      const stream = places.get(place.stream)
      return stream !== undefined && stream !== 'free' && 'offset' in stream ? `@${stream.offset}/${place.index}` : `?/${place.index}`
    },
    get,
    resolve(value) {
      let seen = 0
      let found: PdfValue = value ?? null
      while (isRef(found)) {
        if (seen++ > 32) throw new PdfTrouble('reference loop')
        found = get(found.number)
      }
      return found
    },
  }
  return revision

  function addAll(found: ReadonlyMap<number, Place>): void {
    for (const [number, place] of found) if (!places.has(number)) places.set(number, place)
    if (places.size > mostObjects) throw new PdfTrouble('objects')
  }

  function readSection(offset: number): { entries: ReadonlyMap<string, PdfValue>; isStreamed: boolean } {
    if (offset < 0 || offset >= end) throw new PdfTrouble('xref offset', offset)
    const parser = parsePdf(bytes, offset, end, { isFile: true })
    if (!parser.takes('xref')) {
      const section = readStreamSection(offset)
      addAll(section.places)
      return { entries: section.entries, isStreamed: true }
    }
    const found = new Map<number, Place>()
    for (;;) {
      parser.skipSpace()
      if (parser.takes('trailer')) break
      const first = parser.natural()
      parser.skipSpace()
      const count = parser.natural()
      for (let index = 0; index < count; index++) {
        parser.skipSpace()
        const at = parser.natural()
        parser.skipSpace()
        const generation = parser.natural()
        parser.skipSpace()
        if (parser.takes('n')) found.set(first + index, { offset: at, generation })
        else if (parser.takes('f')) found.set(first + index, 'free')
        else throw new PdfTrouble('xref entry', parser.at)
        if (found.size > mostObjects) throw new PdfTrouble('objects')
      }
    }
    const value = parser.value()
    if (!isDict(value)) throw new PdfTrouble('trailer', parser.at)
    addAll(found)
    return { entries: value.entries, isStreamed: false }
  }

  function readStreamSection(offset: number): { entries: ReadonlyMap<string, PdfValue>; places: Map<number, Place> } {
    const { value } = readObjectAt(offset, true)
    if (!isStream(value) || !isName(value.entries.get('Type'), 'XRef')) throw new PdfTrouble('xref stream', offset)
    const data = undoFilters(value)
    const widths = naturals(value.entries.get('W'))
    const size = value.entries.get('Size')
    if (widths.length !== 3 || widths.some((width) => width > 8) || typeof size !== 'number') throw new PdfTrouble('xref stream', offset)
    const index = value.entries.has('Index') ? naturals(value.entries.get('Index')) : [0, size]
    const found = new Map<number, Place>()
    let at = 0
    const field = (width: number, otherwise: number): number => {
      if (width === 0) return otherwise
      let number = 0
      for (let place = 0; place < width; place++) number = number * 256 + (data[at++] ?? Number.NaN)
      if (!Number.isSafeInteger(number)) throw new PdfTrouble('xref stream', offset)
      return number
    }
    for (let pair = 0; pair < index.length; pair += 2)
      for (let step = 0; step < index[pair + 1]!; step++) {
        const [kind, second, third] = [field(widths[0]!, 1), field(widths[1]!, 0), field(widths[2]!, 0)]
        const number = index[pair]! + step
        if (kind === 0) found.set(number, 'free')
        else if (kind === 1) found.set(number, { offset: second, generation: third })
        else if (kind === 2) found.set(number, { stream: second, index: third })
        if (found.size > mostObjects) throw new PdfTrouble('objects')
      }
    return { entries: value.entries, places: found }
  }

  function get(number: number): PdfValue {
    const known = cache.get(number)
    if (known !== undefined) return known
    const place = places.get(number)
    if (place === undefined || place === 'free') return null
    if (opening.has(number)) throw new PdfTrouble('object needs itself', number)
    opening.add(number)
    try {
      const value = 'offset' in place ? atOffset(number, place) : membersOf(place.stream)[place.index]
      if (value === undefined) throw new PdfTrouble('object stream', number)
      cache.set(number, value)
      return value
    } finally {
      opening.delete(number)
    }
  }

  function atOffset(number: number, place: { offset: number; generation: number }): PdfValue {
    const found = readObjectAt(place.offset, false)
    if (found.number !== number || found.generation !== place.generation) throw new PdfTrouble('object number', place.offset)
    return found.value
  }

  function membersOf(number: number): readonly PdfValue[] {
    const known = members.get(number)
    if (known) return known
    const stream = get(number)
    if (!isStream(stream) || !isName(stream.entries.get('Type'), 'ObjStm')) throw new PdfTrouble('object stream', number)
    const data = undoFilters(stream)
    const [count, first] = [stream.entries.get('N'), stream.entries.get('First')]
    if (typeof count !== 'number' || typeof first !== 'number' || count > mostObjects) throw new PdfTrouble('object stream', number)
    const head = parsePdf(data, 0, Math.min(first, data.length), { isFile: false })
    const offsets = Array.from({ length: count }, () => {
      head.skipSpace()
      head.natural()
      head.skipSpace()
      return head.natural()
    })
    const values = offsets.map((offset) => parsePdf(data, first + offset, data.length, { isFile: false }).value())
    members.set(number, values)
    return values
  }

  /** `isAlone`: no table is known yet, so the length must stand there itself. */
  function readObjectAt(offset: number, isAlone: boolean): PdfRef & { value: PdfValue } {
    if (offset < 0 || offset >= end) throw new PdfTrouble('object offset', offset)
    const parser = parsePdf(bytes, offset, end, { isFile: true })
    parser.skipSpace()
    const number = parser.natural()
    parser.skipSpace()
    const generation = parser.natural()
    parser.skipSpace()
    if (!parser.takes('obj')) throw new PdfTrouble('object', offset)
    const value = parser.value()
    parser.skipSpace()
    const named = { kind: 'ref', number, generation } as const
    if (parser.takes('endobj')) return { ...named, value }
    if (!isDict(value) || !parser.takes('stream')) throw new PdfTrouble('object', offset)
    if (bytes[parser.at] === 13) parser.at++
    if (bytes[parser.at] !== 10) throw new PdfTrouble('stream', parser.at)
    const from = parser.at + 1
    const given = value.entries.get('Length')
    const length = isAlone ? given : revision.resolve(given)
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || from + length > end) throw new PdfTrouble('length', offset)
    parser.at = from + length
    parser.skipSpace()
    if (!parser.takes('endstream')) throw new PdfTrouble('endstream', parser.at)
    parser.skipSpace()
    if (!parser.takes('endobj')) throw new PdfTrouble('endobj', parser.at)
    const stream: PdfStream = { kind: 'stream', entries: value.entries, raw: bytes.subarray(from, from + length) }
    return { ...named, value: stream }
  }
}

function naturals(value: PdfValue | undefined): number[] {
  if (!isArray(value)) throw new PdfTrouble('numbers')
  return value.map((part) => {
    if (typeof part !== 'number' || !Number.isInteger(part) || part < 0) throw new PdfTrouble('numbers')
    return part
  })
}

/** The last `startxref … %%EOF`, behind which nothing but an end of line may stand. */
function findStart(bytes: Uint8Array, end: number): number {
  const from = Math.max(0, end - tailSearched)
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString('latin1')
  const match = /startxref[\r\n\t ]+(\d{1,12})[\r\n\t ]+%%EOF[\r\n\t ]*$/.exec(tail)
  if (!match) throw new PdfTrouble('startxref', end)
  return Number(match[1])
}
