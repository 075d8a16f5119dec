import { isUtf8 } from 'node:buffer'
import { limits } from './limits.ts'
import { WorkbookRefusal, damaged, tooLarge } from './workbook-refusal.ts'

export const tokens = { end: 0, open: 1, close: 2, text: 3 } as const
export type Token = (typeof tokens)[keyof typeof tokens]

const formatNames =
  'Types Default Override Relationships Relationship workbook workbookPr sheets sheet definedNames definedName sst si t r rPr rFont rPh styleSheet numFmts numFmt fonts font name cellXfs xf ' +
  'worksheet dimension sheetViews sheetFormatPr cols col sheetData row c v f is mergeCells mergeCell b i sz u color family charset scheme border left right top bottom fill alignment protection'

/** Names of the format by the hash of `#nameAt`, so that a name already known makes no string. Never grows: a part may hold a million names. */
const knownNames = new Map(
  formatNames.split(' ').map((name) => [Buffer.from(name).reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0), { name, bytes: Buffer.from(name) }]),
)

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const ampersand = 0x26
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** What `toString` calls after checking its arguments; a sheet has some ten thousand texts. */
type SliceableBuffer = Buffer & { latin1Slice(start: number, end: number): string; utf8Slice(start: number, end: number): string }

/** Space, tab, line feed, carriage return. */
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/**
 * A pull parser over the bytes of one part, strict where two readers could differ: matched tags, quoted and unique attributes,
 * the five predefined entities only, no DTD, bounded depth. Every byte is looked at once, so time is linear in any input.
 * Names are local names: `x:row` and `row` are the same; callers look at the place in the tree, not at the prefix.
 */
export class XmlScanner {
  readonly #bytes: SliceableBuffer
  readonly #part: string
  #at = 0
  #stack = new Int32Array(2 * limits.depth)
  #spans = new Int32Array(4 * limits.attributes)
  #attributeCount = 0
  #pendingClose = false
  #rootSeen = false
  #textStart = 0
  #textEnd = 0
  #plain = true
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
    this.#bytes = toUtf8(bytes, part) as SliceableBuffer
    this.#part = part
    if (this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf) this.#at = 3
  }

  fail(what: string): WorkbookRefusal {
    return damaged(`${this.#part}: ${what} at ${this.#at}`)
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
    return this.#decode(this.#textStart, this.#textEnd, this.#plain, this.#cdata)
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
    let plain = true
    let blank = true
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === lessThan) break
      if (byte > 0x20 && byte < 0x80 && byte !== ampersand) blank = false
      else if (byte >= 0x80 || byte === ampersand || byte < 0x20) {
        if (!isSpace(byte)) blank = false
        plain = false
      }
    }
    this.#at = at
    if (this.depth === 0) {
      if (!blank) throw this.fail('text outside the root')
      return false
    }
    this.#textStart = start
    this.#textEnd = at
    this.#plain = plain
    this.#cdata = false
    return true
  }

  #scanClose(): Token {
    const bytes = this.#bytes
    let at = this.#at + 2
    if (this.depth === 0) throw this.fail('close without open')
    this.depth--
    const end = this.#stack[2 * this.depth + 1]!
    for (let open = this.#stack[2 * this.depth]!; open < end; open++, at++) if (bytes[at] !== bytes[open]) throw this.fail('mismatched close')
    while (isSpace(bytes[at])) at++
    if (bytes[at] !== greaterThan) throw this.fail('mismatched close')
    this.#at = at + 1
    const start = this.#stack[2 * this.depth]!
    this.name = this.#nameAt(start, end)
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
    this.depth++
    this.name = this.#nameAt(start, at)
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
    for (;; at++) {
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
      this.#plain = false
      this.#cdata = true
      return true
    }
    if (bytes.toString('latin1', this.#at, this.#at + 9) === '<!DOCTYPE') throw new WorkbookRefusal('unsafe', `${this.#part}: document type declaration`)
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
    // Cell types are mostly one letter.
    if (end - start === 1 && this.#bytes[start]! > 0x40 && this.#bytes[start]! < 0x80) return String.fromCharCode(this.#bytes[start]!)
    return this.#decode(start, end, false, false).replace(/[\t\n]/g, ' ')
  }

  #decode(start: number, end: number, plain: boolean, cdata: boolean): string {
    if (plain) return this.#bytes.latin1Slice(start, end)
    let text = this.#bytes.utf8Slice(start, end)
    if (forbiddenCharacters.test(text)) throw this.fail('forbidden character')
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
    return cdata || !text.includes('&') ? text : text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});|&/g, (_: string, entity?: string) => this.#resolve(entity))
  }

  #resolve(entity: string | undefined): string {
    switch (entity) {
      case 'lt':
        return '<'
      case 'gt':
        return '>'
      case 'amp':
        return '&'
      case 'quot':
        return '"'
      case 'apos':
        return "'"
    }
    if (!entity?.startsWith('#')) throw new WorkbookRefusal('unsafe', `${this.#part}: entity ${entity ?? 'unclosed'}`)
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw this.fail('character reference')
    const character = String.fromCodePoint(code)
    if (forbiddenCharacters.test(character)) throw this.fail('character reference')
    return character
  }

  #nameAt(start: number, end: number): string {
    let from = start
    let hash = 0
    for (let at = start; at < end; at++) {
      const byte = this.#bytes[at]!
      if (byte === 0x3a) {
        from = at + 1
        hash = 0
      } else hash = (Math.imul(hash, 31) + byte) | 0
    }
    const known = knownNames.get(hash)
    if (known && known.bytes.length === end - from) {
      let at = 0
      while (at < known.bytes.length && known.bytes[at] === this.#bytes[from + at]) at++
      if (at === known.bytes.length) return known.name
    }
    return this.#bytes.utf8Slice(from, end)
  }
}

/** Letters, digits, `-._:` and anything beyond ASCII; close enough to NameChar to find where a name ends. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x2d && byte <= 0x3a && byte !== slash) || byte === 0x5f || byte >= 0x80
}

function toUtf8(bytes: Buffer, part: string): Buffer {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  if (utf16) return Buffer.from(new TextDecoder(utf16).decode(bytes))
  if (!isUtf8(bytes)) throw damaged(`${part}: not UTF-8`)
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1]
  if (declared && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) throw damaged(`${part}: encoding ${declared}`)
  return bytes
}
