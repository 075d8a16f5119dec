/** A value of ITU-T X.690; `bytes` with its head, `content` without. */
export type DerValue = {
  /** Class, form and number as the first byte has them; numbers over 30 are not used by any of our formats. */
  tag: number
  bytes: Uint8Array
  content: Uint8Array
  /** Of a constructed value. */
  children: readonly DerValue[]
}

export class DerTrouble extends Error {}

const deepest = 32

/**
 * The value at the start of `bytes`, and how long it is. Lengths that are left open (BER) are read, because widespread
 * libraries write them round a signature; what is signed itself is DER and is compared byte for byte. Throws DerTrouble.
 */
export function readDer(bytes: Uint8Array, depth = 0): DerValue & { length: number } {
  const tag = bytes[0]
  if (tag === undefined || tag === 0 || depth > deepest || (tag & 31) === 31) throw new DerTrouble('tag')
  const isConstructed = (tag & 32) !== 0
  const first = bytes[1]
  if (first === undefined) throw new DerTrouble('length')
  if (first === 128) return readOpen(bytes, tag, isConstructed, depth)
  let [size, head] = [first, 2]
  if (first > 128) {
    const count = first - 128
    if (count > 4) throw new DerTrouble('length')
    size = 0
    for (let index = 0; index < count; index++) size = size * 256 + (bytes[2 + index] ?? Number.NaN)
    head = 2 + count
  }
  if (!(head + size <= bytes.length)) throw new DerTrouble('length')
  const content = bytes.subarray(head, head + size)
  return {
    tag,
    bytes: bytes.subarray(0, head + size),
    content,
    children: isConstructed ? readAll(content, depth + 1) : [],
    length: head + size,
  }
}

function readOpen(bytes: Uint8Array, tag: number, isConstructed: boolean, depth: number): DerValue & { length: number } {
  if (!isConstructed) throw new DerTrouble('length')
  const children: DerValue[] = []
  let at = 2
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const child = readDer(bytes.subarray(at), depth + 1)
    children.push(child)
    at += child.length
  }
  return { tag, bytes: bytes.subarray(0, at + 2), content: bytes.subarray(2, at), children, length: at + 2 }
}

function readAll(content: Uint8Array, depth: number): DerValue[] {
  const values: DerValue[] = []
  for (let at = 0; at < content.length;) {
    const value = readDer(content.subarray(at), depth)
    values.push(value)
    at += value.length
  }
  return values
}

/** Universal tags that are used here. */
export const tags = {
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  utcTime: 23,
  generalizedTime: 24,
  sequence: 48,
  set: 49,
} as const

/** `[n]`, constructed. */
export const contextTag = (number: number): number => 160 + number

export function oidOf(value: DerValue | undefined): string {
  if (value?.tag !== tags.oid) throw new DerTrouble('oid')
  const parts: number[] = []
  let part = 0
  for (const byte of value.content) {
    part = part * 128 + (byte & 127)
    if (byte < 128) {
      parts.push(part)
      part = 0
    }
  }
  const first = parts[0] ?? 0
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...parts.slice(1)].join('.')
}

/** An octet string that may come in pieces. */
export function octetsOf(value: DerValue | undefined): Uint8Array {
  if (value?.tag === tags.octetString) return value.content
  if (value?.tag === tags.octetString + 32) return Buffer.concat(value.children.map(octetsOf))
  throw new DerTrouble('octets')
}

export function derInstant(value: DerValue | undefined): string {
  const text = Buffer.from(value?.content ?? []).toString('latin1')
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(text)
  if (!match) throw new DerTrouble('time')
  const [, year = '', month, day, hour, minute, second] = match
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`
  return `${full}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

export const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  const digits: number[] = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest & 255)
  return Buffer.concat([Uint8Array.from([tag, ...(size < 128 ? [size] : [128 + digits.length, ...digits])]), ...parts])
}

export function derOid(dotted: string): Uint8Array {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [top * 40 + second, ...rest].flatMap((part) => {
    const digits = [part & 127]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 127) | 128)
    return digits
  })
  return der(tags.oid, Uint8Array.from(bytes))
}

/** The members of a SET OF in the order DER demands. */
export const derSetOf = (tag: number, members: readonly Uint8Array[]): Uint8Array =>
  der(tag, ...members.toSorted((a, b) => Buffer.compare(a, b)))
