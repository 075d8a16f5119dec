import { isUtf8 } from 'node:buffer'
import { WorkbookRefusal, damaged } from './workbook-refusal.ts'

/** What `toString` calls after checking its arguments; a sheet has some ten thousand texts. */
export type SliceableBuffer = Buffer & { latin1Slice(start: number, end: number): string; utf8Slice(start: number, end: number): string }

/** What no XML 1.0 document may hold, even by number. */
function hasForbidden(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xfffe || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) return true
  }
  return false
}

/** What a byte calls for when its text is made; `special` is an entity, a carriage return, a forbidden character or what may begin one. */
export const looksOf = { wide: 1, special: 2, breaking: 4 } as const

function lookOf(byte: number): number {
  if (byte === 0x09 || byte === 0x0a) return looksOf.breaking
  if (byte < 0x20 || byte === 0x26) return looksOf.special
  // U+FFFE and U+FFFF begin with this one.
  if (byte === 0xef) return looksOf.wide | looksOf.special
  return byte < 0x80 ? 0 : looksOf.wide
}
export const lookOfByte = Uint8Array.from({ length: 256 }, (_, byte) => lookOf(byte))

/** Text between two offsets whose bytes look as `looks` says, entities resolved. */
export function sliceText(bytes: SliceableBuffer, start: number, end: number, looks: number, part: string): string {
  if (looks & looksOf.special) return decodeText(bytes, start, end, false, part)
  return (looks & looksOf.wide) === 0 ? bytes.latin1Slice(start, end) : bytes.utf8Slice(start, end)
}

/** Text between two offsets, line ends made `\n`; entities resolved unless it is CDATA. */
export function decodeText(bytes: SliceableBuffer, start: number, end: number, cdata: boolean, part: string): string {
  let text = bytes.utf8Slice(start, end)
  if (hasForbidden(text)) throw damaged(`${part}: forbidden character at ${start}`)
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  return cdata ? text : resolveEntities(text, part)
}

function resolveEntities(text: string, part: string): string {
  let from = 0
  let resolved = ''
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    // The longest reference is `&#x10ffff;`; what has no end soon is none.
    const end = text.indexOf(';', at)
    const entity = end < 0 || end - at > 10 ? undefined : text.slice(at + 1, end)
    resolved += text.slice(from, at) + resolve(entity, part)
    from = end + 1
  }
  return from === 0 ? text : resolved + text.slice(from)
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])
const reference = /^#(?:x[0-9a-fA-F]{1,6}|\d{1,7})$/

function resolve(entity: string | undefined, part: string): string {
  const predefined = entity === undefined ? undefined : entities.get(entity)
  if (predefined !== undefined) return predefined
  if (entity === undefined || !reference.test(entity)) throw new WorkbookRefusal('unsafe', `${part}: entity ${entity ?? 'unclosed'}`)
  const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw damaged(`${part}: character reference ${entity}`)
  const character = String.fromCodePoint(code)
  if (hasForbidden(character)) throw damaged(`${part}: character reference ${entity}`)
  return character
}

/** The part as UTF-8; refuses bytes and declarations that say otherwise. */
export function toUtf8(bytes: Buffer, part: string): SliceableBuffer {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  if (utf16) return sliceable(Buffer.from(new TextDecoder(utf16).decode(bytes)))
  if (!isUtf8(bytes)) throw damaged(`${part}: not UTF-8`)
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1]
  if (declared && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) throw damaged(`${part}: encoding ${declared}`)
  return sliceable(bytes)
}

const sliceable = (bytes: Buffer): SliceableBuffer => bytes as SliceableBuffer
