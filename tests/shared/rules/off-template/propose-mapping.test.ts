import { describe, expect, it } from 'vitest'
import type { MappingProposal } from '../../../../shared/domain/layout-mapping.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../../shared/programmes/bundled-units.ts'
import { mapByLayout } from '../../../../shared/rules/off-template/map-by-layout.ts'
import { proposeMapping } from '../../../../shared/rules/off-template/propose-mapping.ts'
import { plainSheet, plainWorkbook, type SheetOptions, type Written } from '../../../kit/plain-workbook.ts'

const programme = bundledProgramme()
const units = bundledUnits()
const workbookOf = (rows: readonly (readonly Written[])[], options: SheetOptions = {}) =>
  plainWorkbook([plainSheet('Sheet1', rows, options)])
const propose = (rows: readonly (readonly Written[])[], options: SheetOptions = {}): MappingProposal =>
  proposeMapping(workbookOf(rows, options), programme, units)
/** `fld.um_total C5 sure` for every input that got a cell. */
const suggested = (proposal: MappingProposal): string[] =>
  proposal.suggestions.flatMap(({ name, cell, confidence }) => (cell ? [`${name} ${cell.cell} ${confidence}`] : []))

describe('a proposal', () => {
  it('takes the cumulative column and the groups above a row', () => {
    const proposal = propose([
      ['ĐẢNG ỦY XÃ TIÊN LA'],
      ['BIỂU TỔNG HỢP'],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kỳ trước', 'Trong kỳ', 'Lũy kế từ đầu năm', 'Ghi chú'],
      ['I', 'Đoàn viên công đoàn'],
      [1, 'Tổng số đoàn viên CĐ', 'người', 1, 2, 3],
      [2, 'Được tuyên truyền, phổ biến', 'người', 1, 2, 3],
      ['II', 'Công đoàn cơ sở'],
      [1, 'Khu vực nhà nước', 'CĐCS', 1, 2, 3],
      [2, 'Ngoài NN', 'CĐCS', 1, 2, 3],
    ])
    expect(suggested(proposal)).toEqual([
      'fld.um_total F5 sure',
      'fld.um_informed F6 sure',
      'fld.ub_state F8 sure',
      'fld.ub_nonstate F9 sure',
    ])
    expect(proposal.units).toEqual(['org.du_xa.12634'])
    expect(proposal.tables[0]!.columns.map(({ role }) => role)).toEqual([
      'number',
      'label',
      'unit_of_count',
      'previous_period',
      'in_period',
      'cumulative',
      'note',
    ])
  })

  it('parts the rows of indicators into total and done, and leaves the percentage alone', () => {
    const proposal = propose([
      ['TT', 'Chỉ tiêu', 'Tổng số', 'Đã thực hiện', 'Tỷ lệ (%)'],
      [1, 'Đoàn viên công đoàn được tuyên truyền, phổ biến', 1000, 900, '90%'],
      [2, 'Tỷ lệ CĐCS khu vực NN có QCDC', 10, 9, '90%'],
    ])
    expect(suggested(proposal)).toEqual([
      'fld.um_total C2 sure',
      'fld.um_informed D2 sure',
      'fld.ub_state C3 sure',
      'fld.ub_state_dr D3 sure',
    ])
  })

  it('reads a table that runs to the right under merged heads', () => {
    const proposal = propose(
      [
        ['TT', 'Đơn vị', 'Đoàn viên công đoàn', null, 'Công nhân lao động', null],
        [null, null, 'Tổng số', 'Được tuyên truyền', 'Tổng số', 'Được tuyên truyền'],
        ['A', 'B', 1, 2, 3, 4],
        [1, 'Xã Tiên La', 10, 9, 100, 90],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
    )
    expect(suggested(proposal)).toEqual([
      'fld.um_total C4 sure',
      'fld.um_informed D4 sure',
      'fld.w_total E4 sure',
      'fld.w_informed F4 sure',
    ])
  })

  it('is not sure where two cells are called the same', () => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'Số lượng'],
      [1, 'Tổng số đoàn viên', 5],
      [2, 'Tổng số đoàn viên', 6],
    ]
    expect(suggested(propose(rows))).toEqual(['fld.um_total C2 doubtful'])
  })
})

describe('a confirmed mapping', () => {
  it('reads its cells and no others', () => {
    const workbook = workbookOf([
      ['TT', 'Chỉ tiêu', 'Số lượng'],
      [1, 'Tổng số đoàn viên', '1.234'],
      [2, 'Số đoàn viên được tuyên truyền', 'không'],
    ])
    const { layout, figures } = mapByLayout(workbook, programme, {
      inputs: [
        { name: 'fld.um_total', sheet: 'Sheet1', cell: 'C2' },
        { name: 'fld.um_informed', sheet: 'Sheet1', cell: 'C3' },
      ],
      reading: { encoding: 'unicode', separators: 'ask' },
    })
    expect(layout).toBe('mapped')
    expect(figures.filter(({ state }) => state !== 'blank').map(({ field, state, value }) => [field, state, value])).toEqual([
      ['um_total', 'value', 1234],
      ['um_informed', 'nil', null],
    ])
  })
})
