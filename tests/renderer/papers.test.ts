import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigures, readTyped, typedOf } from '../../renderer/features/intake/keyed-typed.ts'
import { paperFormat } from '../../renderer/features/intake/paper-format.ts'
import { passageOf, placesUnder, togglePicked } from '../../renderer/features/intake/pick-passages.ts'
import { moveOf, moveOnSheet } from '../../renderer/ui/move-on-sheet.ts'
import { buildAxis } from '../../renderer/ui/sheet-axis.ts'
import type { DocumentBlock } from '../../renderer/features/intake/intake-values.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'

const text = (place: number, words: string, marker: string | null = null) =>
  ({ kind: 'paragraph', place, text: words, marker, lead: null, encoding: null }) as const
const heading = (place: number, level: number, words: string) =>
  ({ kind: 'heading', place, level, by: 'look', text: words, marker: null, lead: null, encoding: null }) as const

const blocks: DocumentBlock[] = [
  text(1, 'Số 15-BC/ĐU'),
  heading(2, 1, 'I. KẾT QUẢ'),
  heading(3, 2, '1. Tuyên truyền'),
  text(4, 'Đã tổ chức 12 cuộc.'),
  text(5, 'Có 900 người dự.', '-'),
  heading(6, 1, 'II. KIẾN NGHỊ'),
  {
    kind: 'table',
    place: 7,
    rows: [
      ['Mục', 'Số'],
      ['Cuộc', '12'],
    ],
    encoding: null,
  },
]

describe('passages of a document', () => {
  it('takes a heading for everything under it, up to the next one as high', () => {
    expect([placesUnder(blocks, 2), placesUnder(blocks, 3), placesUnder(blocks, 5)]).toEqual([[3, 4, 5], [4, 5], [5]])
    const picked = togglePicked(new Set([1]), blocks, 2)
    expect([...picked]).toEqual([1, 3, 4, 5])
    expect([...togglePicked(picked, blocks, 3)]).toEqual([1, 3])
  })

  it('is one text in the document’s order, without its headings, and knows where it begins', () => {
    expect(passageOf(blocks, new Set([5, 3, 4]))).toEqual({
      text: 'Đã tổ chức 12 cuộc.\n- Có 900 người dự.',
      heading: '1. Tuyên truyền',
      paragraph: 3,
    })
    expect(passageOf(blocks, new Set([7]))?.text).toBe('Mục · Số\nCuộc · 12')
    expect(passageOf(blocks, new Set([1]))?.heading).toBe('')
    expect(passageOf(blocks, new Set())).toBeUndefined()
  })

  it.each([
    ['Báo cáo.PDF', 'pdf'],
    ['bc.docx', 'docx'],
    ['anh chup.jpeg', 'image'],
    ['số liệu.xls', 'workbook'],
    ['bc.doc', 'other'],
    ['bc', 'other'],
  ])('%s is shown as %s', (name, format) => expect(paperFormat(name)).toBe(format))
})

describe('a figure keyed in', () => {
  const field = { unitOfCount: 'person' } as const
  it.each([
    ['1.234', { state: 'value', value: 1234 }],
    ['0', { state: 'value', value: 0 }],
    ['không', { state: 'nil', value: null }],
    ['Không phát sinh', { state: 'nil', value: null }],
    ['x', { state: 'not_applicable', value: null }],
    ['', 'blank'],
    ['…', 'blank'],
    ['12,5', 'wrong'],
    ['khoảng 50', 'wrong'],
    ['-3', 'wrong'],
  ] as const)('“%s”', (typed, read) => expect(readTyped(typed, field, 'vi')).toEqual(read))

  it('is typed again as it was read, in both languages', () => {
    const { fields } = bundledProgramme()
    assert(
      property(integer({ min: 0, max: 9_999_999 }), (value) => {
        for (const language of ['vi', 'en'] as const) {
          const figures = [
            { field: fields[0]!.code, state: 'value', value } as const,
            { field: fields[1]!.code, state: 'nil', value: null } as const,
            { field: fields[2]!.code, state: 'not_applicable', value: null } as const,
          ]
          expect(readFigures(typedOf(figures, language), fields, language).figures).toEqual(figures)
        }
      }),
    )
  })
})

describe('the frame on a sheet', () => {
  const axes = [
    buildAxis({ count: 6, runs: [6, 20], hidden: [3, 4], isOpen: false, band: 10 }),
    buildAxis({ count: 4, runs: [4, 60], hidden: [1, 1], isOpen: false, band: 8 }),
  ] as const
  const place = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns, x: 0, y: 0, width: 0, height: 0 })

  it('moves past what is hidden and past merged cells, and stays at the edge', () => {
    expect(moveOnSheet(place(2, 2), 'down', ...axes)).toEqual({ row: 5, column: 2 })
    expect(moveOnSheet(place(5, 2), 'up', ...axes)).toEqual({ row: 2, column: 2 })
    expect(moveOnSheet(place(1, 2, 2, 2), 'right', ...axes)).toEqual({ row: 1, column: 4 })
    expect(moveOnSheet(place(1, 2), 'left', ...axes)).toEqual({ row: 1, column: 2 })
    expect(moveOnSheet(place(6, 4), 'down', ...axes)).toEqual({ row: 6, column: 4 })
    expect(moveOnSheet(place(6, 4), 'first', ...axes)).toEqual({ row: 1, column: 2 })
  })

  it('hears arrows and the keys beside them, no letters', () => {
    const key = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
    expect(moveOf({ ...key, key: 'ArrowLeft' })).toBe('left')
    expect(moveOf({ ...key, key: 'End', ctrlKey: true })).toBe('last')
    for (const other of ['w', 'a', 'Enter', 'Tab', '1']) expect(moveOf({ ...key, key: other })).toBeUndefined()
    expect(moveOf({ ...key, key: 'ArrowLeft', altKey: true })).toBeUndefined()
  })
})
