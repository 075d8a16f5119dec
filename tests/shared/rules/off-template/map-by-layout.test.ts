import { describe, expect, it } from 'vitest'
import type { LayoutMapping } from '../../../../shared/domain/layout-mapping.ts'
import type { PlainWorkbook } from '../../../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { labelMapping } from '../../../../shared/rules/off-template/label-of-cell.ts'
import { mapByLayout } from '../../../../shared/rules/off-template/map-by-layout.ts'
import { plainSheet, plainWorkbook, type SheetOptions, type Written } from '../../../kit/plain-workbook.ts'

const programme = bundledProgramme()
const workbookOf = (rows: readonly (readonly Written[])[], options: SheetOptions = {}): PlainWorkbook =>
  plainWorkbook([plainSheet('S', rows, options)])
const mappingOf = (cells: Readonly<Record<string, string>>, rest: Partial<LayoutMapping['reading']> = {}): LayoutMapping => ({
  inputs: Object.entries(cells).map(([name, cell]) => ({ name: /^(?:nar|mil|mon)\./.test(name) ? name : `fld.${name}`, sheet: 'S', cell })),
  reading: { encoding: 'unicode', separators: 'ask', ...rest },
})
const read = (
  rows: readonly (readonly Written[])[],
  cells: Readonly<Record<string, string>>,
  rest: Partial<LayoutMapping['reading']> = {},
) => mapByLayout(workbookOf(rows), programme, mappingOf(cells, rest))
const figure = (submission: ReturnType<typeof read>, code: string) => {
  const { state, value } = submission.figures.find(({ field }) => field === code)!
  return [state, value]
}
/** `M24 um_total C2, D2`: rule, subject and cells of one rule's findings. */
const said = (submission: ReturnType<typeof read>, ...rules: string[]): string[] =>
  submission.findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, subject, cells }) => `${rule} ${subject ?? '–'} ${cells.map(({ cell }) => cell).join(', ')}`)

const spans = ['TT', 'Chỉ tiêu', 'Trong kỳ', 'Lũy kế']
const plain = ['TT', 'Chỉ tiêu', 'ĐVT', 'Số lượng']
const pairs = ['TT', 'Chỉ tiêu', 'Tổng số', 'Đã thực hiện', 'Tỷ lệ (%)']

describe('a mapping replayed', () => {
  const rows = [plain, [1, 'Tổng số đoàn viên', 'người', 5], [2, 'Số đoàn viên được tuyên truyền', 'người', 4]]
  const kept = labelMapping(workbookOf(rows), programme, mappingOf({ um_total: 'D2', um_informed: 'D3' }))

  it('[M20] is refused where a label or a head reads otherwise, and not where only case, marks or the year moved', () => {
    expect(kept.inputs[0]).toMatchObject({ label: 'Tổng số đoàn viên › Số lượng' })
    const swapped = mapByLayout(workbookOf([plain, rows[2]!, rows[1]!]), programme, kept)
    expect(said(swapped, 'M20')).toEqual(['M20 um_total D2', 'M20 um_informed D3'])
    expect(swapped.findings.find(({ rule }) => rule === 'M20')).toMatchObject({
      severity: 'blocking',
      actual: 'Số đoàn viên được tuyên truyền › Số lượng',
    })
    const same = mapByLayout(workbookOf([plain, [1, 'TỔNG SỐ ĐOÀN VIÊN', 'người', 9], rows[2]!]), programme, kept)
    expect(said(same, 'M20')).toEqual([])
    expect(figure(same, 'um_total')).toEqual(['value', 9])
  })

  it('[M26] says which cells are gone', () => {
    const other = mapByLayout(plainWorkbook([plainSheet('Khác', rows)]), programme, kept)
    expect(other.findings.filter(({ rule }) => rule === 'M26').map(({ counterpart }) => counterpart)).toEqual(['S!D2', 'S!D3'])
    expect(figure(other, 'um_total')).toEqual(['blank', null])
  })
})

describe('what a unit summed and divided itself', () => {
  it('[M21] is added up again, down and along, unless a formula did it', () => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'Thôn Đông', 'Thôn Đoài', 'Cộng'],
      [1, 'Tổng số đoàn viên', 5, 6, 12],
      [2, 'Số đoàn viên được tuyên truyền', 5, 5, { kind: 'number', value: 99, formula: 'C3+D3' }],
    ] as const
    expect(said(read(rows, { um_total: 'E2', um_informed: 'E3' }), 'M21')).toEqual(['M21 – E2, D2, C2'])
    const down = [plain, [1, 'CĐCS khu vực nhà nước', 'CĐCS', 3], [2, 'CĐCS ngoài nhà nước', 'CĐCS', 4], [null, 'Cộng', 'CĐCS', 8]]
    expect(said(read(down, { ub_state: 'D2', ub_nonstate: 'D3' }), 'M21')).toEqual(['M21 – D4, D3, D2'])
    const right = [...down.slice(0, 3), [null, 'Cộng', 'CĐCS', 7]]
    expect(said(read(right, { ub_state: 'D2', ub_nonstate: 'D3' }), 'M21')).toEqual([])
  })

  it('[M22] [M23] is a check and never a figure: wrong, off by rounding, or right', () => {
    const rows = [
      pairs,
      [1, 'Đoàn viên công đoàn được tuyên truyền', 1000, 905, '95%'],
      [2, 'CNLĐ tại DN được tuyên truyền', 3, 2, '66%'],
      [3, 'DN tổ chức đối thoại', 8, 7, '87,5 %'],
    ]
    const submission = read(rows, { um_total: 'C2', um_informed: 'D2', w_total: 'C3', w_informed: 'D3' })
    expect(said(submission, 'M22', 'M23')).toEqual(['M22 – E2, D2, C2', 'M23 – E3, D3, C3'])
    expect(submission.findings.find(({ rule }) => rule === 'M22')).toMatchObject({ expected: '90,50%', actual: '95%' })
    const row = [
      plain,
      [1, 'Tổng số ĐVCĐ', 'người', 200],
      [2, 'ĐVCĐ được tuyên truyền', 'người', 100],
      [3, 'Tỷ lệ ĐVCĐ được tuyên truyền', '%', '90%'],
    ]
    expect(said(read(row, { um_total: 'D2', um_informed: 'D3' }), 'M22')).toEqual(['M22 um_informed D4, D3, D2'])
  })

  it('[M27] stands once as a total', () => {
    const rows = [pairs, [1, 'CNLĐ tại DN được tuyên truyền', 10, 9, null], [2, 'CNLĐ tham gia học tập nâng cao tay nghề', 12, 9, null]]
    expect(said(read(rows, { w_total: 'C2' }), 'M27')).toEqual(['M27 w_total C2, C3'])
  })
})

describe('a cell beside the right one', () => {
  it('[M24] is told where the mapped one is empty', () => {
    expect(said(read([spans, [1, 'Số đoàn viên được tuyên truyền', 7, null]], { um_informed: 'D2' }), 'M24')).toEqual([
      'M24 um_informed D2, C2',
    ])
    expect(said(read([spans, [1, 'Số đoàn viên được tuyên truyền', 7, 0]], { um_informed: 'D2' }), 'M24')).toEqual([])
  })

  it('[M25] counts attendances', () => {
    expect(said(read([plain, [1, 'Số đoàn viên được tuyên truyền', 'lượt', 7]], { um_informed: 'D2' }), 'M25')).toEqual([
      'M25 um_informed D2',
    ])
    expect(said(read([plain, [1, 'Số lượt người được tuyên truyền', 'lượt', 7]], { propaganda_turns: 'D2' }), 'M25')).toEqual([])
  })

  it('[M28] is of the unit’s own', () => {
    const rows = [plain, [1, 'Tổng số đoàn viên', 'người', 5], [2, 'Số hộ nghèo', 'hộ', 7], [3, 'Tỷ lệ hộ nghèo', '%', 7]]
    expect(read(rows, { um_total: 'D2' }).findings.find(({ rule }) => rule === 'M28')).toMatchObject({ actual: '1', params: { rows: '3' } })
  })
})

describe('numbers and texts of one column', () => {
  const groups = [plain, [1, 'Tổng số đoàn viên', 'người', '1,234'], [2, 'Tổng số CNLĐ', 'người', '1,234,567']]

  it('are read by what the column shows, or by what a person settled', () => {
    expect(figure(read(groups, { um_total: 'D2' }), 'um_total')).toEqual(['value', 1234])
    expect(figure(read(groups.slice(0, 2), { um_total: 'D2' }), 'um_total')).toEqual(['unreadable', null])
    expect(figure(read(groups.slice(0, 2), { um_total: 'D2' }, { separators: 'groups' }), 'um_total')).toEqual(['value', 1234])
  })

  it('are decoded as a person settled, the original kept', () => {
    const { texts } = read(
      [
        ['Nhiệm vụ', 'Kết quả'],
        ['x', 'T«i ®i häc'],
      ],
      { 'nar.tsk.1.1': 'B2' },
      { encoding: 'tcvn3' },
    )
    expect(texts).toEqual([{ name: 'nar.tsk.1.1', text: 'Tôi đi học', raw: 'T«i ®i häc', sheet: 'S', cell: 'B2', how: 'text+tcvn3' }])
  })

  it('go on over several cells, and a plan’s sentence gives its number and its day', () => {
    const rows = [['Kết quả'], ['Đoạn một.'], ['Đoạn hai.'], ['Kế hoạch số 15-KH/ĐU ngày 20/02/2026 của Đảng ủy']]
    const mapping = mappingOf({ 'mil.plan.number': 'A4', 'mil.plan.date': 'A4' })
    const { texts } = mapByLayout(workbookOf(rows), programme, {
      ...mapping,
      inputs: [...mapping.inputs, ...['A2', 'A3'].map((cell) => ({ name: 'nar.tsk.2.1', sheet: 'S', cell }))],
    })
    expect(texts.map(({ name, text }) => [name, text])).toEqual([
      ['nar.tsk.2.1', 'Đoạn một.\nĐoạn hai.'],
      ['mil.plan.number', '15-KH/ĐU'],
      ['mil.plan.date', '2026-02-20'],
    ])
  })
})
