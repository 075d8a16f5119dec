import { inflateSync } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'

/** Samples row by row: three bytes of colour a dot, and one of opacity. */
export type Picture = { width: number; height: number; colours: Uint8Array; opacity: Uint8Array }

const largestSide = 2_000
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Samples a dot by colour type (PNG §11.2.2). */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A PNG with eight bits a sample, not interlaced. Refuses with `sign.picture_unreadable`. */
export function readPng(bytes: Uint8Array): Picture {
  try {
    return decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch (error) {
    throw new AppError('sign.picture_unreadable', {}, { cause: error })
  }
}

function decode(bytes: Buffer): Picture {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('no PNG')
  const chunks = chunksOf(bytes)
  const header = chunks.find(({ kind }) => kind === 'IHDR')!.data
  const [width, height, bits, type, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]!, header[12]]
  const count = channels[type]
  if (!count || bits !== 8 || interlaced !== 0 || width < 1 || height < 1 || width > largestSide || height > largestSide)
    throw new Error('form')
  const packed = Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data))
  const rows = unfilter(inflateSync(packed, { maxOutputLength: (width * count + 1) * height }), width * count, height, count)
  const palette = chunks.find(({ kind }) => kind === 'PLTE')?.data
  const transparency = chunks.find(({ kind }) => kind === 'tRNS')?.data
  const colours = new Uint8Array(width * height * 3)
  const opacity = new Uint8Array(width * height).fill(255)
  for (let dot = 0; dot < width * height; dot++) {
    const [a, b, c, d] = [rows[dot * count]!, rows[dot * count + 1], rows[dot * count + 2], rows[dot * count + 3]]
    const isGrey = type === 0 || type === 4
    const colour = type === 3 ? [palette![a * 3]!, palette![a * 3 + 1]!, palette![a * 3 + 2]!] : isGrey ? [a, a, a] : [a, b!, c!]
    colours.set(colour, dot * 3)
    if (type === 6) opacity[dot] = d!
    else if (type === 4) opacity[dot] = b!
    else if (type === 3) opacity[dot] = transparency?.[a] ?? 255
  }
  return { width, height, colours, opacity }
}

function chunksOf(bytes: Buffer): { kind: string; data: Buffer }[] {
  const chunks: { kind: string; data: Buffer }[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) throw new Error('chunk')
    chunks.push({ kind: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** PNG §9: each row is told by the one above and the dot to the left. */
function unfilter(data: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  if (data.length !== (stride + 1) * height) throw new Error('length')
  const plain = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const kind = data[row * (stride + 1)]!
    if (kind > 4) throw new Error('filter')
    for (let column = 0; column < stride; column++) {
      const to = row * stride + column
      const left = column >= step ? plain[to - step]! : 0
      const up = row > 0 ? plain[to - stride]! : 0
      const corner = row > 0 && column >= step ? plain[to - stride - step]! : 0
      const paeth = nearest(left, up, corner)
      plain[to] = (data[row * (stride + 1) + 1 + column]! + [0, left, up, (left + up) >> 1, paeth][kind]!) & 255
    }
  }
  return plain
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}
