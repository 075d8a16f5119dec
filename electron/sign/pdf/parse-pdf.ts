import { PdfTrouble, type PdfDict, type PdfString, type PdfValue } from './pdf-value.ts'

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0
const delimiters = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)))
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte)
const deepest = 64

/** A reader of tokens and objects over one stretch of bytes (ISO 32000-1 §7.2, §7.3); strict, never looks behind `end`. */
export type PdfParser = {
  at: number
  /** Keeps `at` where it is when something else stands there. */
  takes(keyword: string): boolean
  skipSpace(): void
  value(): PdfValue
  /** A whole number without sign. */
  natural(): number
}

export function parsePdf(bytes: Uint8Array, from: number, end: number, options: { isFile: boolean }): PdfParser {
  const parser: PdfParser = { at: from, takes, skipSpace, value: () => value(0), natural }
  return parser

  function skipSpace(): void {
    while (parser.at < end) {
      const byte = bytes[parser.at]
      if (isSpace(byte)) parser.at++
      else if (byte === 0x25) while (parser.at < end && bytes[parser.at] !== 10 && bytes[parser.at] !== 13) parser.at++
      else return
    }
  }

  function takes(keyword: string): boolean {
    if (parser.at + keyword.length > end) return false
    for (let index = 0; index < keyword.length; index++) if (bytes[parser.at + index] !== keyword.charCodeAt(index)) return false
    if (
      parser.at + keyword.length < end &&
      isRegular(bytes[parser.at + keyword.length]) &&
      isRegular(keyword.charCodeAt(keyword.length - 1))
    )
      return false
    parser.at += keyword.length
    return true
  }

  function natural(): number {
    const start = parser.at
    let number = 0
    while (parser.at < end) {
      const digit = bytes[parser.at]! - 48
      if (digit < 0 || digit > 9) break
      number = number * 10 + digit
      parser.at++
    }
    if (parser.at === start || parser.at - start > 12) throw new PdfTrouble('number', start)
    return number
  }

  function value(depth: number): PdfValue {
    if (depth > deepest) throw new PdfTrouble('depth', parser.at)
    skipSpace()
    if (parser.at >= end) throw new PdfTrouble('end', parser.at)
    const byte = bytes[parser.at]!
    if (byte === 0x2f) return { kind: 'name', value: name() }
    if (byte === 0x28) return literal()
    if (byte === 0x5b) return array(depth)
    if (byte === 0x3c) return bytes[parser.at + 1] === 0x3c ? dict(depth) : hex()
    if (takes('true')) return true
    if (takes('false')) return false
    if (takes('null')) return null
    return numberOrRef()
  }

  function name(): string {
    parser.at++
    let text = ''
    while (parser.at < end && isRegular(bytes[parser.at])) {
      const byte = bytes[parser.at++]!
      if (byte !== 0x23) {
        text += String.fromCharCode(byte)
        continue
      }
      const code = Number.parseInt(String.fromCharCode(bytes[parser.at] ?? 0, bytes[parser.at + 1] ?? 0), 16)
      if (!Number.isInteger(code)) throw new PdfTrouble('name', parser.at)
      text += String.fromCharCode(code)
      parser.at += 2
    }
    return text
  }

  function literal(): PdfString {
    const start = parser.at++
    const codes: number[] = []
    let open = 1
    while (open > 0) {
      if (parser.at >= end) throw new PdfTrouble('string', start)
      const byte = bytes[parser.at++]!
      if (byte === 0x5c) escape(codes)
      else {
        if (byte === 0x28) open++
        else if (byte === 0x29) open--
        if (open === 0) break
        // Any end of line inside a string reads as a line feed.
        if (byte === 13) {
          if (bytes[parser.at] === 10) parser.at++
          codes.push(10)
        } else codes.push(byte)
      }
    }
    return { kind: 'string', bytes: Buffer.from(codes).toString('latin1'), isHex: false, ...place(start) }
  }

  function escape(codes: number[]): void {
    const byte = bytes[parser.at++]
    const plain = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }[byte ?? 0]
    if (plain !== undefined) codes.push(plain)
    else if (byte === 13) {
      if (bytes[parser.at] === 10) parser.at++
    } else if (byte === 10) return
    else if (byte !== undefined && byte >= 48 && byte <= 55) {
      let code = byte - 48
      for (let more = 0; more < 2 && bytes[parser.at]! >= 48 && bytes[parser.at]! <= 55; more++) code = code * 8 + bytes[parser.at++]! - 48
      codes.push(code & 255)
    } else if (byte !== undefined) codes.push(byte)
  }

  function hex(): PdfString {
    const start = parser.at++
    const from = parser.at
    const to = bytes.indexOf(0x3e, from)
    if (to === -1 || to >= end) throw new PdfTrouble('hex string', start)
    parser.at = to + 1
    const digits = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from)
      .toString('latin1')
      .replace(/[\0\t\n\f\r ]/g, '')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfTrouble('hex string', start)
    const whole = digits.length % 2 === 0 ? digits : `${digits}0`
    return { kind: 'string', bytes: Buffer.from(whole, 'hex').toString('latin1'), isHex: true, ...place(start) }
  }

  function place(start: number): { from: number; to: number } {
    return options.isFile ? { from: start, to: parser.at } : { from: -1, to: -1 }
  }

  function array(depth: number): PdfValue[] {
    parser.at++
    const values: PdfValue[] = []
    for (;;) {
      skipSpace()
      if (takes(']')) return values
      values.push(value(depth + 1))
    }
  }

  function dict(depth: number): PdfDict {
    parser.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      skipSpace()
      if (takes('>>')) return { kind: 'dict', entries }
      if (bytes[parser.at] !== 0x2f || parser.at >= end) throw new PdfTrouble('dictionary', parser.at)
      const key = name()
      // Two readers would take two different ones.
      if (entries.has(key)) throw new PdfTrouble('key twice', parser.at)
      entries.set(key, value(depth + 1))
    }
  }

  function numberOrRef(): PdfValue {
    const start = parser.at
    while (parser.at < end && isRegular(bytes[parser.at])) parser.at++
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(parser.at - start, 40)).toString('latin1')
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw new PdfTrouble('token', start)
    const number = Number(text)
    if (!/^\d+$/.test(text)) return number
    const after = parser.at
    skipSpace()
    if (/^\d$/.test(String.fromCharCode(bytes[parser.at] ?? 0)) && parser.at < end) {
      const from = parser.at
      while (parser.at < end && bytes[parser.at]! >= 48 && bytes[parser.at]! <= 57) parser.at++
      const generation = Number(Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(parser.at - from, 6)).toString('latin1'))
      skipSpace()
      if (takes('R')) return { kind: 'ref', number, generation }
    }
    parser.at = after
    return number
  }
}
