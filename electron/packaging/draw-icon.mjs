/** Draws the application's icon and writes it as icon.png and icon.ico: `node electron/packaging/draw-icon.mjs`. */
import { writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const paper = [0x1c, 0x5d, 0x99]
const ink = [0xff, 0xff, 0xff]
/** Sigma, the sign of a sum, in a square of one. */
const sigma = [
  [0.27, 0.2],
  [0.75, 0.2],
  [0.75, 0.33],
  [0.47, 0.33],
  [0.63, 0.5],
  [0.47, 0.67],
  [0.75, 0.67],
  [0.75, 0.8],
  [0.27, 0.8],
  [0.27, 0.69],
  [0.45, 0.5],
  [0.27, 0.31],
]
const corner = 0.18
const samples = 4

const isInSquare = (x, y) => {
  const dx = Math.max(corner - x, x - (1 - corner), 0)
  const dy = Math.max(corner - y, y - (1 - corner), 0)
  return Math.hypot(dx, dy) <= corner
}

const isInSigma = (x, y) => {
  let isInside = false
  for (let at = 0, before = sigma.length - 1; at < sigma.length; before = at++) {
    const [x1, y1] = sigma[at]
    const [x2, y2] = sigma[before]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside
  }
  return isInside
}

function pixel(size, column, row) {
  let covered = 0
  let inked = 0
  for (let sample = 0; sample < samples * samples; sample++) {
    const x = (column + ((sample % samples) + 0.5) / samples) / size
    const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size
    if (!isInSquare(x, y)) continue
    covered++
    if (isInSigma(x, y)) inked++
  }
  const share = covered === 0 ? 0 : inked / covered
  return [...paper.map((value, at) => Math.round(value + (ink[at] - value) * share)), Math.round((255 * covered) / samples ** 2)]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

function drawPng(size) {
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(size, column, row)).flat()]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function packIco(sizes) {
  const images = sizes.map(drawPng)
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let place = head.length
  for (const [at, image] of images.entries()) {
    const entry = 6 + 16 * at
    head[entry] = sizes[at] % 256
    head[entry + 1] = sizes[at] % 256
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(image.length, entry + 8)
    head.writeUInt32LE(place, entry + 12)
    place += image.length
  }
  return Buffer.concat([head, ...images])
}

const beside = (name) => new URL(`icons/${name}`, import.meta.url)
writeFileSync(beside('icon.png'), drawPng(512))
writeFileSync(beside('icon.ico'), packIco([16, 24, 32, 48, 64, 128, 256]))
