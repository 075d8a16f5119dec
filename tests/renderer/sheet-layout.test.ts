import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTraceAddress, traceAddress } from '../../renderer/client/trace-address.ts'
import { readCountTyped } from '../../shared/vietnamese/read-count-typed.ts'
import { readingWords } from '../../renderer/features/trace/reading-words.ts'
import { buildAxis, endOf, indexAt, spanOf, startOf } from '../../renderer/ui/sheet-axis.ts'
import { outlineOf, placeCells } from '../../renderer/ui/sheet-layout.ts'
import { cellMarks, type SheetStyle, type SheetWindow } from '../../shared/domain/sheet-window.ts'

const plain: SheetStyle = { face: 'sans', size: 11, vertical: 'bottom' }
type Given = { at: [number, number]; text: string; style?: Partial<SheetStyle>; marks?: number }

function windowWith(cells: readonly Given[], more: Partial<SheetWindow> = {}): SheetWindow {
  return {
    sheets: [],
    sheet: 'S',
    rows: 5,
    columns: 5,
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
    heights: [5, 20],
    widths: [5, 60],
    hiddenRows: [],
    hiddenColumns: [],
    top: 1,
    left: 1,
    bottom: 5,
    right: 5,
    styles: cells.map(({ style }) => ({ ...plain, ...style })),
    cells: {
      row: cells.map(({ at }) => at[0]),
      column: cells.map(({ at }) => at[1]),
      style: cells.map((_, index) => index),
      text: cells.map(({ text }) => text),
      marks: cells.map(({ marks = 0 }) => marks),
    },
    merges: [],
    decodedFrom: [],
    ...more,
  }
}
const axesOf = (window: SheetWindow, isOpen = false) =>
  [
    buildAxis({ count: window.rows, runs: window.heights, hidden: window.hiddenRows, isOpen, band: 10 }),
    buildAxis({ count: window.columns, runs: window.widths, hidden: window.hiddenColumns, isOpen, band: 8 }),
  ] as const
const placed = (window: SheetWindow, isOpen = false) => placeCells([window], ...axesOf(window, isOpen))

describe('the rows of a sheet', () => {
  it('stand one after the other, a run of hidden ones as one band, or open at their size', () => {
    const order = { count: 6, runs: [2, 20, 4, 30], hidden: [3, 5], band: 10 }
    expect([...buildAxis({ ...order, isOpen: false }).starts]).toEqual([0, 20, 40, 50, 50, 50, 80])
    expect([...buildAxis({ ...order, isOpen: true }).starts]).toEqual([0, 20, 40, 70, 100, 130, 160])
  })

  it('are found by their place and their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }), fc.nat(4000), (sizes, place) => {
        const axis = buildAxis({ count: sizes.length, runs: sizes.flatMap((size) => [1, size]), hidden: [], isOpen: false, band: 10 })
        const index = indexAt(axis, place)
        const whole = endOf(axis, sizes.length)
        expect(startOf(axis, index)).toBeLessThanOrEqual(place)
        if (place < whole) expect(endOf(axis, index)).toBeGreaterThan(place)
        else expect(index).toBe(sizes.length)
      }),
    )
  })

  it('know the run of hidden ones they belong to', () => {
    const axis = buildAxis({ count: 20, runs: [20, 5], hidden: [2, 3, 7, 7, 10, 12], isOpen: false, band: 10 })
    expect([1, 2, 3, 4, 7, 11, 13].map((index) => spanOf(axis, index)?.first)).toEqual([undefined, 2, 2, undefined, 7, 10, undefined])
  })
})

describe('the cells of a sheet', () => {
  it('let a text run on over empty neighbours, never over a filled one, a merged one or by a number', () => {
    const texts = (cells: Given[], more?: Partial<SheetWindow>) =>
      placed(windowWith(cells, more)).map(({ textX, textWidth }) => [textX, textWidth])
    expect(texts([{ at: [1, 1], text: 'tiêu đề dài' }])).toEqual([[0, 300]])
    expect(
      texts([
        { at: [1, 1], text: 'a' },
        { at: [1, 3], text: 'b' },
      ])[0],
    ).toEqual([0, 120])
    expect(texts([{ at: [1, 1], text: 'a', style: { wrap: true } }])).toEqual([[0, 60]])
    expect(texts([{ at: [1, 1], text: '12', marks: cellMarks.right }])).toEqual([[0, 60]])
    expect(texts([{ at: [1, 3], text: 'a', style: { horizontal: 'right' } }])).toEqual([[0, 180]])
    expect(texts([{ at: [1, 2], text: 'a', style: { horizontal: 'centre' } }])).toEqual([[0, 180]])
    expect(
      texts([
        { at: [1, 1], text: 'a' },
        { at: [1, 2], text: '' },
      ])[0],
    ).toEqual([0, 300])
  })

  it('stand once for a merged area, with the borders of its far sides', () => {
    const border = { line: 'thin', colour: '#000000' } as const
    const cells = placed(
      windowWith(
        [
          { at: [1, 1], text: 'a' },
          { at: [1, 2], text: '', style: { right: border } },
          { at: [2, 1], text: '', style: { bottom: border } },
        ],
        {
          merges: [1, 1, 2, 2],
        },
      ),
    )
    expect(cells).toHaveLength(1)
    expect(cells[0]).toMatchObject({ width: 120, height: 40, rows: 2, columns: 2, right: border, bottom: border })
  })

  it('are not drawn while a band stands for them, and are marked when it is opened', () => {
    const window = windowWith(
      [
        { at: [2, 1], text: 'ẩn' },
        { at: [3, 1], text: 'b' },
      ],
      { hiddenRows: [2, 2] },
    )
    expect(placed(window).map(({ text, y }) => [text, y])).toEqual([['b', 30]])
    expect(placed(window, true).map(({ text, isHidden }) => [text, isHidden])).toEqual([
      ['ẩn', true],
      ['b', false],
    ])
  })

  it('survive a merged area as large as a sheet', () => {
    const cells = placed(
      windowWith(
        [
          { at: [1, 1], text: 'a' },
          { at: [2, 2], text: 'b' },
        ],
        { merges: [1, 1, 1_048_576, 16_384] },
      ),
    )
    expect(cells.map(({ text, height }) => [text, height])).toEqual([['a', 100]])
  })

  it('have an outline around all they are merged with', () => {
    const window = windowWith([{ at: [1, 1], text: 'a' }], { merges: [1, 1, 2, 2] })
    const axes = axesOf(window)
    expect(outlineOf([window], ...axes, { row: 2, column: 2 })).toEqual({
      row: 1,
      column: 1,
      rows: 2,
      columns: 2,
      x: 0,
      y: 0,
      width: 120,
      height: 40,
    })
    expect(outlineOf([window], ...axes, { row: 9, column: 1 })).toBeUndefined()
  })
})

describe('the address of a trace', () => {
  it('reads what it writes, whatever the codes hold', () => {
    const part = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.array(fc.record({ unit: part, input: part }), { minLength: 1, maxLength: 2 }), (inputs) => {
        expect(readTraceAddress(traceAddress(inputs))).toEqual(inputs)
      }),
    )
  })

  it('is plain where codes are, and leaves out what it cannot read', () => {
    expect(traceAddress([{ unit: 'org.du_xa.11953', input: 'um_total' }])).toBe('org.du_xa.11953/um_total')
    expect(readTraceAddress('a/b,c,/d,e/f/g,h/i')).toEqual([
      { unit: 'a', input: 'b' },
      { unit: 'h', input: 'i' },
    ])
    expect([readTraceAddress(undefined), readTraceAddress('%E0%A4/x')]).toEqual([[], [{ unit: '%E0%A4', input: 'x' }]])
  })
})

describe('what is typed into an adjustment', () => {
  it('is one whole number or none', () => {
    const read = (text: string) => readCountTyped(text, 'vi')
    expect(['1250', '1.250', ' 0 ', '1.234.567'].map(read)).toEqual([1250, 1250, 0, 1_234_567])
    expect(['', '1,5', '1.25', '-3', '12 người', '1,250', '1e3', '1.000.000.000.000'].map(read)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    )
    expect(readCountTyped('1,250', 'en')).toBe(1250)
  })

  it('is laid over a reading told in words', () => {
    expect(readingWords('text+tcvn3', 'vi')).toBe('chữ, đã chuyển từ phông TCVN3 (.Vn…)')
    expect(readingWords('formula', 'en')).toBe('the result of a formula')
    expect(readingWords('something_new', 'vi')).toBe('something_new')
  })
})
