import { expect, it } from 'vitest'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { suggestFigures } from '../../../../shared/rules/papers/suggest-figures.ts'
import { paperOf } from '../../../kit/paper-blocks.ts'

const programme = bundledProgramme()
const labelOf = (code: string): string => programme.fields.find((field) => field.code === code)!.label.vi

it('figures in the tables of a paper are suggested by the rules of workbooks, unreadable ones as they stand', () => {
  const rows = [
    ['TT', 'Nội dung', 'ĐVT', 'Số lượng', 'Ghi chú'],
    ['1', labelOf('um_total'), 'người', '1.234', ''],
    ['2', labelOf('um_informed'), 'người', 'khoảng 1.100', ''],
    ['3', labelOf('ub_total'), 'CĐCS', '12', ''],
    ['4', labelOf('cba_new'), 'bản', '-', ''],
    ['5', labelOf('ent_lt10'), 'DN', '', ''],
  ]
  const suggested = suggestFigures(paperOf('BÁO CÁO', 'kết quả', { heading: 'II. KẾT QUẢ', level: 2 }, { rows }), programme)
  expect(Object.fromEntries(suggested.map(({ field, reading, raw }) => [field, reading.value ?? `${reading.state} ${raw}`]))).toEqual({
    um_total: 1234,
    um_informed: 'unreadable khoảng 1.100',
    ub_total: 12,
    cba_new: 'nil -',
  })
  expect(suggested.every(({ place }) => place === 4)).toBe(true)
})

it('a paper without tables, or with none on the programme, suggests nothing', () => {
  expect(suggestFigures(paperOf('BÁO CÁO', 'Tổng số đoàn viên công đoàn: 1.234'), programme)).toEqual([])
  expect(suggestFigures(paperOf({ rows: [['Nơi nhận:', 'PHÓ BÍ THƯ']] }), programme)).toEqual([])
})
