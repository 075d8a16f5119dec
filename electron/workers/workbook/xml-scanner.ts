import { limits } from './limits.ts'
import { WorkbookRefusal, damaged, tooLarge } from './workbook-refusal.ts'
import { isNameByte, isSpace, localName } from './xml-names.ts'
import { decodeText, lookOfByte, looksOf, sliceText, toUtf8 } from './xml-text.ts'
import type { SliceableBuffer } from './xml-text.ts'

export const tokens = { end: 0, open: 1, close: 2, text: 3 } as const
export type Token = (typeof tokens)[keyof typeof tokens]

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f

/**
 * A pull parser over the bytes of one part, strict where two readers could differ: matched tags, quoted and unique attributes,
 * the five predefined entities only, no DTD, bounded depth. Every byte is looked at once, so time is linear in any input.
 * Names are local names: `x:row` and `row` are the same; callers look at the place in the tree, not at the prefix.
 */
export class XmlScanner {
  readonly #bytes: SliceableBuffer
  readonly #part: string
  #at = 0
  #names: string[] = []
  #stack = new Int32Array(2 * limits.depth)
  #spans = new Int32Array(4 * limits.attributes)
  #attributeCount = 0
  #pendingClose = false
  #rootSeen = false
  #textStart = 0
  #textEnd = 0
  #looks = 0
  #cdata = false
  #tokenCount = 0
  /** Open elements around the current token, the one just opened included. */
  depth = 0
  /** Local name of the element opened or closed last. */
  name = ''
  /** What `readAddress` read last, 1-based. */
  row = 0
  column = 0

  constructor(bytes: Buffer, part: string) {
    this.#bytes = toUtf8(bytes, part)
    this.#part = part
    if (this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf) this.#at = 3
  }

  fail(what: string): WorkbookRefusal {
    return damaged(`${this.#part}: ${what} at ${this.#at}`)
  }

  /** Opens the root, which must have this name: a part that is something else is not read as what it was called. */
  openRoot(name: string): void {
    if (this.next() !== tokens.open || this.name !== name) throw this.fail(`root ${this.name}`)
  }

  next(): Token {
    if (this.#pendingClose) {
      this.#pendingClose = false
      this.depth--
      return tokens.close
    }
    const bytes = this.#bytes
    for (;;) {
      if (++this.#tokenCount > limits.tokens) throw tooLarge(`${this.#part}: elements`)
      if (this.#at >= bytes.length) {
        if (this.depth > 0 || !this.#rootSeen) throw this.fail('unexpected end')
        return tokens.end
      }
      if (bytes[this.#at] !== lessThan) {
        if (this.#scanText()) return tokens.text
        continue
      }
      const following = bytes[this.#at + 1]
      if (following === slash) return this.#scanClose()
      if (following === 0x3f) this.#skipTo('?>', 2)
      else if (following === 0x21) {
        if (this.#scanDeclaration()) return tokens.text
      } else return this.#scanOpen()
    }
  }

  /** Whether the element just opened is written `<a/>`. */
  get isEmptyElement(): boolean {
    return this.#pendingClose
  }

  /** Goes on to just after the close of the element opened last. */
  skip(): void {
    const outside = this.depth - 1
    while (this.depth > outside) this.next()
  }

  /**
   * Runs `stride` over the bytes that stand next, where it may recognise one exact spelling of well-formed elements and give
   * the offset after their end, or `at` again where anything else stands; false then, and `next` reads on as ever.
   */
  stride(stride: (bytes: SliceableBuffer, at: number) => number): boolean {
    if (this.#pendingClose) return false
    const next = stride(this.#bytes, this.#at)
    if (next === this.#at) return false
    this.#at = next
    return true
  }

  /** All text inside the element opened last, child elements left out; goes on to just after its close. */
  readText(): string {
    const outside = this.depth - 1
    let text = ''
    for (;;) {
      const token = this.next()
      if (token === tokens.text) {
        if (this.depth === outside + 1) text += this.text()
      } else if (token === tokens.close && this.depth === outside) return text
    }
  }

  /** The text token just read, entities resolved and line ends made `\n`. */
  text(): string {
    return this.#cdata
      ? decodeText(this.#bytes, this.#textStart, this.#textEnd, true, this.#part)
      : sliceText(this.#bytes, this.#textStart, this.#textEnd, this.#looks, this.#part)
  }

  /** Value of the attribute with this exact, unprefixed name. */
  attribute(name: string): string | undefined {
    const span = this.#findSpan(name, false)
    return span < 0 ? undefined : this.#attributeText(span)
  }

  /** Value of the prefixed attribute with this local name, such as `r:id`. */
  prefixedAttribute(name: string): string | undefined {
    const span = this.#findSpan(name, true)
    return span < 0 ? undefined : this.#attributeText(span)
  }

  /** The attribute as a whole number ≥ 0; -1 when it is not there. */
  integerAttribute(name: string): number {
    const span = this.#findSpan(name, false)
    if (span < 0) return -1
    let value = 0
    const end = this.#spans[span + 3]!
    for (let at = this.#spans[span + 2]!; at < end; at++) {
      const digit = this.#bytes[at]! - 0x30
      if (digit < 0 || digit > 9 || value > 1e9) throw this.fail(`attribute ${name} is not a number`)
      value = value * 10 + digit
    }
    return value
  }

  /** Reads an address such as `B7` into `row` and `column`; false when the attribute is not there. */
  readAddress(name: string): boolean {
    const span = this.#findSpan(name, false)
    if (span < 0) return false
    const end = this.#spans[span + 3]!
    let at = this.#spans[span + 2]!
    let column = 0
    for (; at < end; at++) {
      const letter = this.#bytes[at]! - 0x40
      if (letter < 1 || letter > 26) break
      column = column * 26 + letter
      if (column > limits.columns) throw this.fail('column beyond the sheet')
    }
    let row = 0
    for (; at < end; at++) {
      const digit = this.#bytes[at]! - 0x30
      if (digit < 0 || digit > 9) throw this.fail('cell address')
      row = row * 10 + digit
      if (row > limits.rows) throw this.fail('row beyond the sheet')
    }
    if (row === 0 || column === 0) throw this.fail('cell address')
    this.row = row
    this.column = column
    return true
  }

  #scanText(): boolean {
    const bytes = this.#bytes
    const start = this.#at
    let at = start
    let looks = 0
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === lessThan) break
      looks |= lookOfByte[byte]!
    }
    this.#at = at
    if (this.depth === 0) {
      for (let outside = start; outside < at; outside++) if (!isSpace(bytes[outside])) throw this.fail('text outside the root')
      return false
    }
    this.#textStart = start
    this.#textEnd = at
    this.#looks = looks
    this.#cdata = false
    return true
  }

  #scanClose(): Token {
    const bytes = this.#bytes
    let at = this.#at + 2
    if (this.depth === 0) throw this.fail('close without open')
    this.depth--
    const end = this.#stack[2 * this.depth + 1]!
    for (let open = this.#stack[2 * this.depth]!; open < end; open++, at++)
      if (bytes[at] !== bytes[open]) throw this.fail('mismatched close')
    while (isSpace(bytes[at])) at++
    if (bytes[at] !== greaterThan) throw this.fail('mismatched close')
    this.#at = at + 1
    this.name = this.#names[this.depth]!
    return tokens.close
  }

  #scanOpen(): Token {
    const bytes = this.#bytes
    const start = this.#at + 1
    if (this.depth === 0 && this.#rootSeen) throw this.fail('second root')
    if (this.depth >= limits.depth) throw new WorkbookRefusal('unsafe', `${this.#part}: nested deeper than ${limits.depth}`)
    this.#rootSeen = true
    let at = start
    while (isNameByte(bytes[at])) at++
    if (at === start) throw this.fail('element name')
    this.#stack[2 * this.depth] = start
    this.#stack[2 * this.depth + 1] = at
    this.name = localName(bytes, start, at)
    this.#names[this.depth++] = this.name
    this.#attributeCount = 0
    for (;;) {
      const before = at
      while (isSpace(bytes[at])) at++
      const byte = bytes[at]
      if (byte === greaterThan) break
      if (byte === slash) {
        if (bytes[++at] !== greaterThan) throw this.fail('element')
        this.#pendingClose = true
        break
      }
      if (before === at) throw this.fail('attribute')
      at = this.#scanAttribute(at)
    }
    this.#at = at + 1
    return tokens.open
  }

  #scanAttribute(start: number): number {
    const bytes = this.#bytes
    let at = start
    while (isNameByte(bytes[at])) at++
    const nameEnd = at
    while (isSpace(bytes[at])) at++
    if (nameEnd === start || bytes[at] !== 0x3d) throw this.fail('attribute')
    at++
    while (isSpace(bytes[at])) at++
    const quote = bytes[at]
    if (quote !== 0x22 && quote !== 0x27) throw this.fail('attribute')
    const valueStart = ++at
    for (; ; at++) {
      const byte = bytes[at]
      if (byte === quote) break
      if (byte === undefined || byte === lessThan) throw this.fail('attribute value')
    }
    if (this.#attributeCount >= limits.attributes) throw tooLarge(`${this.#part}: attributes`)
    for (let span = 0; span < 4 * this.#attributeCount; span += 4) {
      let other = this.#spans[span]!
      if (this.#spans[span + 1]! - other !== nameEnd - start) continue
      let own = start
      while (own < nameEnd && bytes[own] === bytes[other]) {
        own++
        other++
      }
      if (own === nameEnd) throw this.fail('attribute given twice')
    }
    const span = 4 * this.#attributeCount++
    this.#spans[span] = start
    this.#spans[span + 1] = nameEnd
    this.#spans[span + 2] = valueStart
    this.#spans[span + 3] = at
    return at + 1
  }

  #scanDeclaration(): boolean {
    const bytes = this.#bytes
    if (bytes[this.#at + 2] === 0x2d && bytes[this.#at + 3] === 0x2d) {
      this.#skipTo('-->', 4)
      return false
    }
    if (bytes.toString('latin1', this.#at, this.#at + 9) === '<![CDATA[' && this.depth > 0) {
      this.#textStart = this.#at + 9
      this.#skipTo(']]>', 9)
      this.#textEnd = this.#at - 3
      this.#cdata = true
      return true
    }
    if (bytes.toString('latin1', this.#at, this.#at + 9) === '<!DOCTYPE')
      throw new WorkbookRefusal('unsafe', `${this.#part}: document type declaration`)
    throw this.fail('declaration')
  }

  #skipTo(mark: string, from: number): void {
    const found = this.#bytes.indexOf(mark, this.#at + from, 'latin1')
    if (found < 0) throw this.fail('unclosed declaration')
    this.#at = found + mark.length
  }

  #findSpan(name: string, prefixed: boolean): number {
    for (let span = 0; span < 4 * this.#attributeCount; span += 4) {
      const start = this.#spans[span + 1]! - name.length
      const first = this.#spans[span]!
      if (prefixed ? start < first + 2 || this.#bytes[start - 1] !== 0x3a : start !== first) continue
      let at = 0
      while (at < name.length && this.#bytes[start + at] === name.charCodeAt(at)) at++
      if (at === name.length) return span
    }
    return -1
  }

  #attributeText(span: number): string {
    const start = this.#spans[span + 2]!
    const end = this.#spans[span + 3]!
    let looks = 0
    for (let at = start; at < end; at++) looks |= lookOfByte[this.#bytes[at]!]!
    const text = sliceText(this.#bytes, start, end, looks, this.#part)
    return looks & (looksOf.special | looksOf.breaking) ? text.replace(/[\t\n]/g, ' ') : text
  }
}
