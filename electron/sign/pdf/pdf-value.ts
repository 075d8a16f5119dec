/** Objects of ISO 32000-1 §7.3 as read. Strings and names are kept byte for byte, one UTF-16 unit per byte. */
export type PdfName = { kind: 'name'; value: string }
/** `from`, `to`: where the token stands in the file, brackets included; -1 inside an object stream. */
export type PdfString = { kind: 'string'; bytes: string; isHex: boolean; from: number; to: number }
export type PdfRef = { kind: 'ref'; number: number; generation: number }
export type PdfDict = { kind: 'dict'; entries: Map<string, PdfValue> }
/** `raw`: the bytes as they stand, filters not undone. */
export type PdfStream = { kind: 'stream'; entries: Map<string, PdfValue>; raw: Uint8Array }
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfDict | PdfStream | readonly PdfValue[]

/** What a strict reader does not understand, in a word for the log of a check; never shown as it is. */
export class PdfTrouble extends Error {
  readonly at: number
  constructor(what: string, at = -1) {
    super(what)
    this.at = at
  }
}

export const isName = (value: PdfValue | undefined, wanted?: string): value is PdfName =>
  isObject(value) && value.kind === 'name' && (wanted === undefined || value.value === wanted)
export const isRef = (value: PdfValue | undefined): value is PdfRef => isObject(value) && value.kind === 'ref'
export const isString = (value: PdfValue | undefined): value is PdfString => isObject(value) && value.kind === 'string'
export const isDict = (value: PdfValue | undefined): value is PdfDict => isObject(value) && value.kind === 'dict'
export const isStream = (value: PdfValue | undefined): value is PdfStream => isObject(value) && value.kind === 'stream'
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)

const isObject = (value: PdfValue | undefined): value is Exclude<PdfValue, null | boolean | number | readonly PdfValue[]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal texts mean equal objects: keys in order, numbers as numbers, a stream with its dictionary and every byte. */
export function canonicalPdf(value: PdfValue | undefined): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (isArray(value)) return `[${value.map(canonicalPdf).join(' ')}]`
  if (value.kind === 'name') return `/${JSON.stringify(value.value)}`
  if (value.kind === 'string') return `(${JSON.stringify(value.bytes)})`
  if (value.kind === 'ref') return `${value.number} ${value.generation} R`
  if (value.kind === 'dict') return canonicalEntries(value.entries)
  return `${canonicalEntries(value.entries)}stream${Buffer.from(value.raw).toString('latin1')}`
}

const canonicalEntries = (entries: ReadonlyMap<string, PdfValue>): string =>
  `<<${[...entries]
    .filter(([, value]) => value !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)} ${canonicalPdf(value)}`)
    .join(' ')}>>`

/** Every reference that stands in an object, however deep. */
export function* refsIn(value: PdfValue | undefined): Generator<PdfRef> {
  if (value === undefined || value === null || typeof value !== 'object') return
  if (isArray(value)) for (const part of value) yield* refsIn(part)
  else if (value.kind === 'ref') yield value
  else if (value.kind === 'dict' || value.kind === 'stream') for (const part of value.entries.values()) yield* refsIn(part)
}

/** A text string of §7.9.2 as people read it. */
export function pdfText({ bytes }: PdfString): string {
  const raw = Buffer.from(bytes, 'latin1')
  if (raw[0] === 0xfe && raw[1] === 0xff) return swapped(raw.subarray(2)).toString('utf16le').normalize('NFC')
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) return raw.subarray(3).toString('utf8').normalize('NFC')
  return raw.toString('latin1')
}

const swapped = (raw: Buffer): Buffer => Buffer.from(raw.subarray(0, raw.length - (raw.length % 2))).swap16()
