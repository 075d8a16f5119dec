import type { Revision } from './open-revision.ts'
import type { PdfRef, PdfValue } from './pdf-value.ts'

/** Parts that are filled in when everything else stands: as long as they will be, and where they came to stand. */
export type Reserved = { kind: 'reserved'; text: string; at: number }
export type Writable = PdfValue | Reserved | { kind: 'dict'; entries: ReadonlyMap<string, Writable> }

/** Objects by number, to be written anew; free numbers begin at `nextNumber`. */
export type RevisionDraft = { objects: ReadonlyMap<number, Writable> }

export const nextNumber = ({ trailer, numbers }: Revision): number => {
  const size = trailer.get('Size')
  return Math.max(typeof size === 'number' ? size : 0, 1 + numbers.reduce((most, number) => Math.max(most, number), 0))
}

export const refTo = (number: number): PdfRef => ({ kind: 'ref', number, generation: 0 })

/**
 * The file with one more revision behind it (ISO 32000-1 §7.5.6): every earlier byte stays. The table of references is of the
 * kind that the file has, because readers stumble over a change of kind. `at` of reserved parts is set.
 */
export function writeRevision(revision: Revision, { objects }: RevisionDraft): Uint8Array {
  const pieces: Uint8Array[] = [revision.bytes.subarray(0, revision.end)]
  let at = revision.end
  const write = (text: string | Uint8Array): void => {
    const piece = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
    pieces.push(piece)
    at += piece.length
  }
  const places = new Map<number, number>()
  // What came before may end without an end of line.
  write('\n')
  for (const [number, value] of [...objects].toSorted(([a], [b]) => a - b)) {
    places.set(number, at)
    write(`${number} 0 obj\n`)
    if (isPlainStream(value)) {
      writeValue({ kind: 'dict', entries: new Map([...value.entries, ['Length', value.raw.length]]) })
      write('\nstream\n')
      write(value.raw)
      write('\nendstream')
    } else writeValue(value)
    write('\nendobj\n')
  }
  const xref = at
  const free = Math.max(nextNumber(revision), ...[...objects.keys()].map((number) => number + 1))
  if (revision.xref.isStream) writeStreamTable(free)
  else writeTable()
  write(`startxref\n${xref}\n%%EOF\n`)
  return Buffer.concat(pieces)

  function trailerEntries(size: number): Map<string, PdfValue> {
    const kept = [...revision.trailer].filter(([key]) => ['Root', 'Info', 'ID'].includes(key))
    return new Map<string, PdfValue>([...kept, ['Size', size], ['Prev', revision.xref.offset]])
  }

  function writeTable(): void {
    write('xref\n')
    for (const run of runsOf([...places.keys()])) {
      write(`${run[0]} ${run.length}\n`)
      for (const number of run) write(`${String(places.get(number)).padStart(10, '0')} 00000 n \n`)
    }
    write('trailer\n')
    writeValue({ kind: 'dict', entries: trailerEntries(free) })
    write('\n')
  }

  function writeStreamTable(own: number): void {
    places.set(own, at)
    const numbers = [...places.keys()]
    const rows = numbers.flatMap((number) => [1, ...bytesOf(places.get(number)!, 5), 0, 0])
    const index = runsOf(numbers).flatMap((run) => [run[0]!, run.length])
    const entries = trailerEntries(own + 1)
    for (const [key, value] of Object.entries({ Type: { kind: 'name', value: 'XRef' }, W: [1, 5, 2], Index: index, Length: rows.length }))
      entries.set(key, value as PdfValue)
    write(`${own} 0 obj\n`)
    writeValue({ kind: 'dict', entries })
    write('\nstream\n')
    write(Uint8Array.from(rows))
    write('\nendstream\nendobj\n')
  }

  function writeValue(value: Writable): void {
    if (value === null || typeof value === 'boolean') write(String(value))
    else if (typeof value === 'number') write(Number.isInteger(value) ? String(value) : String(Math.round(value * 1e4) / 1e4))
    else if (Array.isArray(value)) writeArray(value as readonly PdfValue[])
    else if (!('kind' in value)) throw new Error('an array without its members')
    else if (value.kind === 'name') write(`/${nameText(value.value)}`)
    else if (value.kind === 'string') write(`<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`)
    else if (value.kind === 'ref') write(`${value.number} ${value.generation} R`)
    else if (value.kind === 'reserved') {
      value.at = at
      write(value.text)
    } else {
      write('<<')
      for (const [key, inner] of value.entries) {
        write(`/${nameText(key)} `)
        writeValue(inner)
        write('\n')
      }
      write('>>')
    }
  }

  function writeArray(values: readonly PdfValue[]): void {
    write('[')
    for (const [place, inner] of values.entries()) {
      if (place > 0) write(' ')
      writeValue(inner)
    }
    write(']')
  }
}

const isPlainStream = (value: Writable): value is Extract<Writable, { kind: 'stream' }> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream'

const nameText = (name: string): string =>
  name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs
}

const bytesOf = (number: number, count: number): number[] =>
  Array.from({ length: count }, (_, place) => Math.floor(number / 256 ** (count - 1 - place)) % 256)

/** A text string as people write it: ASCII as it is, anything else as UTF-16 with its mark. */
export function textString(text: string): PdfValue {
  const bytes = /^[\x20-\x7e]*$/.test(text)
    ? text
    : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text.normalize('NFC'), 'utf16le').swap16()]).toString('latin1')
  return { kind: 'string', bytes, isHex: true, from: -1, to: -1 }
}

export const pdfName = (value: string): PdfValue => ({ kind: 'name', value })
export const pdfDict = <Value extends Writable>(
  entries: Readonly<Record<string, Value>>,
): { kind: 'dict'; entries: Map<string, Value> } => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
})
