import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../../shared/programmes/bundled-units.ts'
import { proposeMapping } from '../../../../shared/rules/off-template/propose-mapping.ts'
import { plainSheet, plainWorkbook, type Written } from '../../../kit/plain-workbook.ts'

const programme = bundledProgramme()
const units = bundledUnits()
const label = (code: string): string => programme.tasks.find((task) => task.code === code)!.label.vi
/** `nar.tsk.1.1 B3+B4 sure` for every text that got a cell. */
const passages = (rows: readonly (readonly Written[])[]): string[] =>
  proposeMapping(plainWorkbook([plainSheet('Phần lời', rows)]), programme, units).suggestions.flatMap(({ name, cell, more, confidence }) =>
    cell && !name.startsWith('fld.') ? [`${name} ${[cell, ...more].map((one) => one.cell).join('+')} ${confidence}`] : [],
  )

describe('narratives of a workbook that a unit made', () => {
  it('stand in the column that a table says, filled or not', () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Kết quả thực hiện', 'Ghi chú'],
      [1, label('tsk.1.1'), 'Đảng ủy đã ban hành nghị quyết chuyên đề.'],
      [2, 'Đào tạo nghề, đào tạo lại', null],
      [3, 'Tập hợp, đoàn kết, chăm lo công nhân', 'Thăm hỏi, tặng quà 120 công nhân.'],
    ]
    expect(passages(rows)).toEqual(['nar.tsk.1.1 C2 sure', 'nar.tsk.3.2 C4 sure', 'nar.tsk.4.2 C3 sure'])
  })

  it('stand below their heading, up to the next one and the signature', () => {
    const rows = [
      ['BÁO CÁO KẾT QUẢ THỰC HIỆN'],
      [`1.1. ${label('tsk.1.1')}`],
      ['Đã quán triệt tới 12 chi bộ.'],
      ['Phân công đồng chí Phó Bí thư phụ trách.'],
      ['2.1. Đa dạng hóa hình thức tuyên truyền'],
      ['Mở chuyên mục trên trang thông tin của xã.'],
      ['Tiên La, ngày 15 tháng 6 năm 2026'],
      ['NGƯỜI LẬP BIỂU'],
    ]
    expect(passages(rows)).toEqual(['nar.tsk.1.1 A3+A4 doubtful', 'nar.tsk.2.1 A6 sure'])
  })

  it('are only offered where a heading is no more than alike, and not at all where it is something else', () => {
    const rows = [
      ['Công tác đào tạo nghề và đào tạo lại cho công nhân trong khu công nghiệp', 'Mở 03 lớp.'],
      ['Công tác phòng, chống dịch bệnh', 'Phun khử khuẩn.'],
    ]
    const found = passages(rows)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^nar\.tsk\.4\.2 B1 (doubtful|weak)$/)
  })

  it('carry the plan and the proposals with them, never without a person', () => {
    const rows = [
      ['Kế hoạch tổ chức thực hiện Chỉ thị số 58-CT/TW', 'Số 15-KH/ĐU', '20/02/2026'],
      [],
      ['IV. KIẾN NGHỊ, ĐỀ XUẤT'],
      ['Bố trí kinh phí cho thiết chế văn hóa công nhân', 'Ủy ban nhân dân tỉnh'],
      ['Mở lớp bồi dưỡng cho cán bộ công đoàn', 'Liên đoàn Lao động tỉnh'],
    ]
    expect(passages(rows)).toEqual([
      'mil.plan.number B1 doubtful',
      'mil.plan.date C1 doubtful',
      'prop.1.text A4 doubtful',
      'prop.1.addressee B4 doubtful',
      'prop.2.text A5 doubtful',
      'prop.2.addressee B5 doubtful',
    ])
  })
})
