import type { SliceableBuffer } from './xml-text.ts'

const formatNames =
  'Types Default Override Relationships Relationship workbook workbookPr sheets sheet definedNames definedName sst si t r rPr rFont rPh styleSheet numFmts numFmt fonts font name cellXfs xf ' +
  'worksheet dimension sheetViews sheetFormatPr cols col sheetData row c v f is mergeCells mergeCell b i sz u color family charset scheme border left right top bottom fill alignment protection'

/** Names of the format by the hash of `localName`, so that a name already known makes no string. Never grows: a part may hold a million names. */
const knownNames = new Map(
  formatNames
    .split(' ')
    .map((name) => [Buffer.from(name).reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0), { name, bytes: Buffer.from(name) }]),
)

/** Most names in a sheet are one letter: `c`, `v`, `f`, `t`, `r`. */
const letterNames = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))

/** The local name between two offsets. */
export function localName(bytes: SliceableBuffer, start: number, end: number): string {
  if (end - start === 1 && bytes[start]! > 0x40 && bytes[start]! < 0x80) return letterNames[bytes[start]!]!
  let from = start
  let hash = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte === 0x3a) {
      from = at + 1
      hash = 0
    } else hash = (Math.imul(hash, 31) + byte) | 0
  }
  const known = knownNames.get(hash)
  if (known && known.bytes.length === end - from) {
    let at = 0
    while (at < known.bytes.length && known.bytes[at] === bytes[from + at]) at++
    if (at === known.bytes.length) return known.name
  }
  return bytes.utf8Slice(from, end)
}

/** Space, tab, line feed, carriage return. */
export const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x2d && byte <= 0x3a && byte !== 0x2f) ||
  byte === 0x5f ||
  byte >= 0x80
    ? 1
    : 0,
)

/** Letters, digits, `-._:` and anything beyond ASCII; close enough to NameChar to find where a name ends. */
export const isNameByte = (byte: number | undefined): boolean => byte !== undefined && nameBytes[byte] === 1
