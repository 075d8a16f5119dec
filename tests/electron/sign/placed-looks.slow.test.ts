import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { drawPicture } from '../../../electron/sign/draw-look.ts'
import { fillFields } from '../../../electron/sign/fill-fields.ts'
import { readPng } from '../../../electron/sign/read-png.ts'
import { signPdf } from '../../../electron/sign/sign-pdf.ts'
import { verifyPdf } from '../../../electron/sign/verify-pdf.ts'
import { renderReport } from '../../../electron/workers/report/render-report.ts'
import { reportFields } from '../../../shared/domain/report-fields.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { buildPaper } from '../../kit/build-paper.ts'
import { keyOf, makeCertificate } from '../../kit/make-certificates.ts'
import { makeReportSource } from '../../kit/report-source.ts'
import { describeWithTools } from '../../kit/system-tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'tonghop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string): string => join(folder, name)
const at = '2026-06-29T03:00:00.000Z'

/** A transparent PNG of one colour with a clear margin of a tenth on each side. */
function picture(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = Math.ceil(height / 10); y < height - height / 10; y++)
    for (let x = Math.ceil(width / 10); x < width - width / 10; x++) rows.set([red, green, blue, 255], y * (width * 4 + 1) + 1 + x * 4)
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ])
}

type Box = { left: number; right: number; top: number; bottom: number }

/** Where a colour stands on a page, in points from the top left; undefined where it does not. */
function boxOf(pdf: string, page: number, isColour: (red: number, green: number, blue: number) => boolean): Box | undefined {
  const ppm = execFileSync('pdftoppm', ['-r', '72', '-f', String(page), '-l', String(page), pdf], { maxBuffer: 64 * 1_048_576 })
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!
  const [width, height] = [Number(head[1]), Number(head[2])]
  const dots = ppm.subarray(head[0].length)
  let box: Box | undefined
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = (y * width + x) * 3
      if (!isColour(dots[place]!, dots[place + 1]!, dots[place + 2]!)) continue
      box = box
        ? { left: Math.min(box.left, x), right: Math.max(box.right, x + 1), top: box.top, bottom: y + 1 }
        : { left: x, right: x + 1, top: y, bottom: y + 1 }
    }
  return box
}

/** Where words stand, in points from the top left. */
function wordsOn(pdf: string, page: number, pattern: RegExp): Box[] {
  const layout = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-'], { encoding: 'utf8' })
  return [...layout.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
    .filter((match) => pattern.test(match[5]!.normalize('NFC')))
    .map(([, left, top, right, bottom]) => ({ left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) }))
}

const isBlue = (red: number, green: number, blue: number): boolean => blue > 150 && red < 100 && green < 100
const isRed = (red: number, green: number, blue: number): boolean => red > 150 && blue < 100 && green < 100

describeWithTools(['poppler-utils', 'qpdf'], 'what a signature looks like', () => {
  it('a blue hand stands between position and name, the red seal over a third of it on its left; both files are whole', async () => {
    const person = await makeCertificate({ name: 'CN=Tran Quoc Toan' })
    const office = await makeCertificate({ name: 'CN=Tinh uy' })
    const source = makeReportSource({ communes: 8 })
    const { bytes, pages } = await renderReport(assembleReport({ ...source, draft: false, trial: false }))
    const draw = (png: Buffer) => drawPicture(readPng(png))
    const signed = await signPdf(bytes, {
      field: reportFields.person,
      key: keyOf(person),
      at,
      draw: draw(picture(300, 150, [20, 40, 220])),
    })
    const numbered = fillFields(signed, { number: 127, day: '2026-06-30', printedYear: '2026' })
    const issued = await signPdf(numbered, {
      field: reportFields.office,
      key: keyOf(office),
      at,
      draw: draw(picture(300, 300, [230, 20, 20])),
    })
    writeFileSync(path('signed.pdf'), signed)
    writeFileSync(path('issued.pdf'), issued)
    expect(verifyPdf(issued, [])).toMatchObject({ integrity: true, signatures: [{ digest: 'right' }, { digest: 'right' }] })

    const page = Array.from({ length: pages }, (_, index) => index + 1).find((one) => boxOf(path('signed.pdf'), one, isBlue))!
    const hand = boxOf(path('signed.pdf'), page, isBlue)!
    const seal = boxOf(path('issued.pdf'), page, isRed)!
    const centreOf = ({ left, right }: Box): number => (left + right) / 2
    // Under the position, above the name, in the middle of both.
    const { position, name } = source.programme.signature
    const lastOf = (words: string): RegExp => new RegExp(`^${words.split(' ').at(-1)!}$`, 'u')
    const above = wordsOn(path('issued.pdf'), page, lastOf(position)).filter(({ left }) => left > 280)
    const below = wordsOn(path('issued.pdf'), page, lastOf(name)).filter(({ top }) => top > hand.top)
    expect(above.some(({ bottom }) => bottom <= hand.top + 3)).toBe(true)
    expect(below.some(({ top }) => top >= hand.bottom - 3)).toBe(true)
    expect(centreOf(hand)).toBeGreaterThan(297)

    // Its left part lies outside of the hand, a third of the hand's room is under it.
    expect(seal.left).toBeLessThan(hand.left)
    const room = (hand.right - hand.left) / 0.8
    const from = hand.left - room / 10
    const covered = (seal.right + (seal.right - seal.left) / 8 - from) / room
    expect(covered).toBeGreaterThan(0.2)
    expect(covered).toBeLessThan(0.45)
    expect(Math.abs((seal.top + seal.bottom) / 2 - (hand.top + hand.bottom) / 2)).toBeLessThan(40)
  })

  it('papers with tables of objects in streams are read, signed and judged like others', async () => {
    const person = await makeCertificate({ name: 'CN=Tran Quoc Toan' })
    writeFileSync(path('plain.pdf'), buildPaper())
    execFileSync('qpdf', ['--object-streams=generate', path('plain.pdf'), path('packed.pdf')])
    const packed = readFileSync(path('packed.pdf'))
    expect(packed.toString('latin1')).toContain('/ObjStm')
    const signed = await signPdf(packed, {
      field: reportFields.person,
      key: keyOf(person),
      at,
      draw: () => ({ content: 'q Q', images: [] }),
    })
    expect(verifyPdf(signed, [])).toMatchObject({ readable: 'yes', integrity: true, signatures: [{ digest: 'right' }] })
    writeFileSync(path('packed-signed.pdf'), signed)
    execFileSync('qpdf', ['--check', path('packed-signed.pdf')])
    const changed = Uint8Array.from(signed)
    changed[Math.floor(packed.length / 2)]! ^= 1
    expect(verifyPdf(changed, []).integrity).toBe(false)
  })
})
