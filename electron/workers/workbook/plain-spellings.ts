import { limits } from './limits.ts'
import { lookOfByte, sliceText } from './xml-text.ts'
import type { SliceableBuffer } from './xml-text.ts'

/**
 * The spellings in which spreadsheet programs write nearly every cell and text, read in one stride over the bytes. Whatever
 * is written in any other way, well-formed or not, is left to the scanner.
 */

const quote = 0x22
const lessThan = 0x3c
const [cellStart, stylePrefix, sharedType, valueStart, valueEnd, textStart, spacedTextStart, textEnd] = [
  '<c r="',
  ' s="',
  ' t="s"',
  '><v>',
  '</v></c>',
  '<si><t>',
  '<si><t xml:space="preserve">',
  '</t></si>',
].map((spelling) => Buffer.from(spelling)) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]

function startsWith(bytes: SliceableBuffer, at: number, spelling: Buffer): boolean {
  for (let offset = 0; offset < spelling.length; offset++) if (bytes[at + offset] !== spelling[offset]) return false
  return true
}

/** The last cell read: its place, 1-based; its style; and the whole number in it, which for a shared string is its index. */
export class CellStride {
  row = 0
  column = 0
  style = 0
  number = 0
  isShared = false

  /** Over cells written exactly `<c r="A1" s="5"/>`, which formatted empty rows consist of; `row` and `column` are the last one's. */
  readonly overEmpty = (bytes: SliceableBuffer, from: number): number => {
    let at = from
    for (;;) {
      const { row, column } = this
      const end = this.#readStart(bytes, at)
      if (end === 0 || bytes[end] !== 0x2f || bytes[end + 1] !== 0x3e) {
        this.row = row
        this.column = column
        return at
      }
      at = end + 2
    }
  }

  /** Over one cell written `<c r="A1" s="5"><v>12</v></c>` or with ` t="s"`, up to 15 digits and nothing else in it. */
  readonly overNumber = (bytes: SliceableBuffer, from: number): number => {
    let at = this.#readStart(bytes, from)
    if (at === 0) return from
    this.isShared = startsWith(bytes, at, sharedType)
    if (this.isShared) at += sharedType.length
    if (!startsWith(bytes, at, valueStart)) return from
    at += valueStart.length
    const first = at
    let number = 0
    for (let digit = bytes[at]! - 0x30; digit >= 0 && digit <= 9 && at - first <= 15; digit = bytes[++at]! - 0x30)
      number = number * 10 + digit
    if (at === first || at - first > (this.isShared ? 9 : 15) || !startsWith(bytes, at, valueEnd)) return from
    this.number = number
    return at + valueEnd.length
  }

  /** Reads `<c r="A1" s="5"`; gives the offset after it, or 0 where it is written otherwise or lies beyond a sheet. */
  #readStart(bytes: SliceableBuffer, from: number): number {
    if (!startsWith(bytes, from, cellStart)) return 0
    let at = from + cellStart.length
    let column = 0
    for (; bytes[at]! > 0x40 && bytes[at]! < 0x5b && column < limits.columns; at++) column = column * 26 + bytes[at]! - 0x40
    let row = 0
    for (; bytes[at]! > 0x2f && bytes[at]! < 0x3a && row < limits.rows; at++) row = row * 10 + bytes[at]! - 0x30
    if (bytes[at++] !== quote || row === 0 || column === 0 || row > limits.rows || column > limits.columns) return 0
    let style = 0
    if (startsWith(bytes, at, stylePrefix)) {
      at += stylePrefix.length
      const first = at
      for (; bytes[at]! > 0x2f && bytes[at]! < 0x3a && at - first < 9; at++) style = style * 10 + bytes[at]! - 0x30
      if (bytes[at++] !== quote) return 0
    }
    this.row = row
    this.column = column
    this.style = style
    return at
  }
}

/** Over shared strings written `<si><t>…</t></si>`, collected in `texts`. */
export class TextStride {
  readonly texts: string[] = []
  readonly #part: string

  constructor(part: string) {
    this.#part = part
  }

  readonly overTexts = (bytes: SliceableBuffer, from: number): number => {
    let at = from
    while (this.texts.length <= limits.sharedStrings) {
      let start = at
      if (startsWith(bytes, at, textStart)) start += textStart.length
      else if (startsWith(bytes, at, spacedTextStart)) start += spacedTextStart.length
      else return at
      let end = start
      let looks = 0
      for (; end < bytes.length && bytes[end] !== lessThan; end++) looks |= lookOfByte[bytes[end]!]!
      if (!startsWith(bytes, end, textEnd)) return at
      this.texts.push(sliceText(bytes, start, end, looks, this.#part))
      at = end + textEnd.length
    }
    return at
  }
}
