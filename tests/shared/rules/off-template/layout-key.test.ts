import { array, assert, constantFrom, integer, nat, oneof, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownWords } from '../../../../shared/domain/layout-mapping.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../../shared/programmes/bundled-units.ts'
import { assign } from '../../../../shared/rules/off-template/assign.ts'
import { proposeMapping } from '../../../../shared/rules/off-template/propose-mapping.ts'
import { encodeTcvn3 } from '../../../../shared/vietnamese/tcvn3.ts'
import { plainSheet, plainWorkbook, type SheetOptions, type Written } from '../../../kit/plain-workbook.ts'

const programme = bundledProgramme()
const units = bundledUnits()
type Rows = readonly (readonly Written[])[]
const propose = (rows: Rows, options: SheetOptions = {}, known: KnownWords = {}) =>
  proposeMapping(plainWorkbook([plainSheet('S', rows, options)]), programme, units, { known })
const suggestion = (rows: Rows, name: string, known: KnownWords = {}): string => {
  const { cell, confidence } = propose(rows, {}, known).suggestions.find((one) => one.name === name)!
  return `${cell?.cell ?? '–'} ${confidence}`
}
const table = (first: Written, second: Written, head = 'Năm 2026', label = 'Tổng số đoàn viên'): Rows => [
  ['TT', 'Chỉ tiêu', head],
  [1, label, first],
  [2, 'Số đoàn viên được tuyên truyền', second],
]

describe('a layout', () => {
  it('is the same whatever the values, the year and the look', () => {
    const { layoutKey } = propose(table(1, 2))
    const written = oneof(nat(), constantFrom<Written>('không', '-', '1.234', '90%', null, 'x'))
    assert(
      property(written, written, (first, second) => {
        expect(propose(table(first, second)).layoutKey).toBe(layoutKey)
      }),
      { numRuns: 40 },
    )
    expect(propose(table(1, 2, 'Năm 2027', 'TỔNG SỐ ĐOÀN VIÊN')).layoutKey).toBe(layoutKey)
  })

  it('is another where a head, a label or a place is another', () => {
    const { layoutKey } = propose(table(1, 2))
    const others = [propose(table(1, 2, 'Số lượng')), propose(table(1, 2, 'Năm 2026', 'Tổng số CNLĐ')), propose(table(1, 2), { top: 2 })]
    expect(others.map((other) => other.layoutKey === layoutKey)).toEqual([false, false, false])
    expect(new Set(others.map((other) => other.layoutKey)).size).toBe(3)
  })
})

describe('words that a person confirmed earlier', () => {
  const rows: Rows = [
    ['TT', 'Chỉ tiêu', 'Số lượng'],
    [1, 'Quân số của tổ chức mình', 5],
  ]
  it('are known again, on this unit’s sheets only', () => {
    expect(suggestion(rows, 'fld.um_total')).toBe('– weak')
    expect(suggestion(rows, 'fld.um_total', { 'Quân số của tổ chức mình › Số lượng': 'fld.um_total' })).toBe('C2 sure')
    expect(suggestion([rows[0]!, [1, 'x', 1], rows[1]!], 'fld.um_total', { 'QUÂN SỐ của tổ chức mình': 'fld.um_total' })).toBe('C3 sure')
  })

  it('do not decide between columns', () => {
    const two: Rows = [
      ['TT', 'Chỉ tiêu', 'Thôn Đông', 'Thôn Đoài'],
      [1, 'Quân số của tổ chức mình', 5, 6],
    ]
    expect(suggestion(two, 'fld.um_total', { 'Quân số của tổ chức mình': 'fld.um_total' })).toMatch(/ doubtful$/)
  })
})

describe('what is never settled without a person', () => {
  it('text in an old encoding that only voting suspects', () => {
    const old = (text: string): Written => ({ kind: 'text', value: encodeTcvn3(text), fontName: 'Arial' })
    const rows: Rows = [
      [old('Số thứ tự'), old('Chỉ tiêu'), old('Số lượng')],
      [1, old('Tổng số đoàn viên công đoàn'), 5],
      [2, old('Số đoàn viên được tuyên truyền'), 4],
      [3, old('Số công đoàn cơ sở khu vực nhà nước'), 3],
    ]
    const proposal = propose(rows)
    expect(proposal.reading.encoding).toBe('tcvn3')
    expect(proposal.suggestions.filter(({ cell }) => cell).map(({ name, confidence }) => `${name} ${confidence}`)).toEqual([
      'fld.um_total doubtful',
      'fld.um_informed doubtful',
      'fld.ub_state doubtful',
    ])
    const settled = proposeMapping(plainWorkbook([plainSheet('S', rows)]), programme, units, { reading: { encoding: 'tcvn3' } })
    expect(settled.suggestions.filter(({ confidence }) => confidence === 'sure')).toHaveLength(3)
  })

  it('a flow in a column of the period alone', () => {
    const rows: Rows = [
      ['TT', 'Chỉ tiêu', 'Trong kỳ'],
      [1, 'Số đoàn viên được tuyên truyền', 5],
      [2, 'Tổng số đoàn viên', 5],
    ]
    expect(suggestion(rows, 'fld.um_informed')).toBe('C2 doubtful')
    expect(suggestion(rows, 'fld.um_total')).toBe('C3 sure')
  })

  it('columns of plans and of the year before, and percentages', () => {
    for (const head of ['Kế hoạch năm 2026', 'Kỳ trước', 'Tỷ lệ %', 'So với cùng kỳ'])
      expect(
        suggestion(
          [
            ['TT', 'Chỉ tiêu', 'Ghi chú', head],
            [1, 'Tổng số đoàn viên', null, 5],
          ],
          'fld.um_total',
        ),
        head,
      ).toBe('– weak')
  })

  it('which unit it is: Thư Vũ or Vũ Thư, a former district or the commune of its name', () => {
    const said = (text: string): readonly string[] => propose([[text], ...table(1, 2)]).units
    expect(said('ĐẢNG ỦY XÃ THƯ VŨ')).toEqual(['org.du_xa.13264'])
    expect(said('ĐẢNG ỦY XÃ VŨ THƯ')).toEqual(['org.du_xa.13192'])
    expect(said('Đảng ủy phường Thái Bình')).toEqual(['org.du_xa.13225'])
    expect(said('Huyện ủy Tiên Lữ, huyện Tiên Lữ')).not.toContain('org.du_xa.12364')
    expect(said('Đảng ủy xã Tiên La và Đảng ủy xã Tiên Lữ')).toHaveLength(2)
  })
})

describe('the best assignment', () => {
  it('is best as a whole, as trying all of them shows', () => {
    const best = (scores: readonly (readonly number[])[], from: number, used: ReadonlySet<number>): number =>
      from === scores.length
        ? 0
        : Math.max(
            best(scores, from + 1, used),
            ...scores[from]!.map((score, column) => (used.has(column) ? 0 : score + best(scores, from + 1, new Set([...used, column])))),
          )
    const matrix = integer({ min: 1, max: 4 }).chain((columns) =>
      array(array(integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    )
    assert(
      property(matrix, (scores) => {
        const columns = assign(scores)
        const taken = columns.filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : scores[row]![column]!), 0)).toBe(best(scores, 0, new Set()))
      }),
      { numRuns: 200 },
    )
  })
})
