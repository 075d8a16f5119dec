import { describe, expect, it } from 'vitest'
import { drawFieldPart } from '../../../electron/sign/field-appearance.ts'
import type { PdfDict, PdfValue } from '../../../electron/sign/pdf/pdf-value.ts'

const room = 31.5

function placeOf(part: string, more: Readonly<Record<string, PdfValue>> = {}): PdfDict {
  const text = (bytes: string): PdfValue => ({ kind: 'string', bytes, isHex: false, from: 0, to: 0 })
  return {
    kind: 'dict',
    entries: new Map<string, PdfValue>([
      ['NM', text(`${part}-1`)],
      ['THFont', { kind: 'ref', number: 5, generation: 0 }],
      ['THSize', 14],
      ['THBase', 3.5],
      ['THDigits', text('\0'.repeat(20))],
      ['Rect', [100, 600, 100 + room, 616]],
      ...Object.entries(more),
    ]),
  }
}

/** Where the figures begin and end in their place, in points. */
function spanOf(place: PdfDict, value: string, figures: number): [number, number] {
  const content = Buffer.from(drawFieldPart(place, value)!.raw).toString('latin1')
  const [, scale, x] = /([\d.]+) Tz 1 0 0 1 ([\d.]+) /.exec(content)!
  return [Number(x), Number(x) + (figures * 14 * 0.5 * Number(scale)) / 100]
}

describe('what is written into the places of number and day', () => {
  it.each([
    ['7', 2],
    ['128', 3],
    ['1128', 4],
  ])('ST10: number %s stands beside its symbol, apart from the word before it', (value, figures) => {
    const [from, to] = spanOf(placeOf('so', { THEnd: true }), value, figures)
    expect(to).toBeCloseTo(room, 1)
    expect(from).toBeGreaterThanOrEqual(3.5)
  })

  it('ST10: on papers drawn before that was decided it stands in the middle, as it was signed', () => {
    const [from, to] = spanOf(placeOf('so'), '128', 3)
    expect(from).toBeCloseTo(room - to, 1)
  })

  it('ST10: day and month stand in the middle, the year ends its line', () => {
    const [from, to] = spanOf(placeOf('ngay'), '2026-06-30', 2)
    expect(from).toBeCloseTo(room - to, 1)
    expect(spanOf(placeOf('nam'), '2026-06-30', 4)[1]).toBeCloseTo(room, 1)
  })
})
