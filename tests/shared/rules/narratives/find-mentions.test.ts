import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { agreesWithRate, contradiction } from '../../../../shared/rules/narratives/check-mentions.ts'
import { findMentions, mentionLabels } from '../../../../shared/rules/narratives/find-mentions.ts'

const programme = bundledProgramme()
const labels = mentionLabels(programme)
const counts: Readonly<Record<string, number>> = {
  um_total: 1250,
  um_informed: 1130,
  uc_total: 64,
  uc_trained: 60,
  ent_total: 48,
  ent_dialogue: 31,
}

function said(text: string): [string, string, string | undefined][] {
  const all = new Set(Object.values(counts))
  const pairOf = (code: string) => programme.indicators.find((indicator) => indicator.code === code)
  return findMentions('tsk.1.1', text, labels).map((mention) => {
    expect(text.slice(mention.start, mention.end).replaceAll('.', '').replace(',', '.')).toBe(mention.value)
    return [mention.code, mention.value, contradiction(mention, { countOf: (field) => counts[field], pairOf, all })?.expected]
  })
}

describe('[N6] numbers in prose', () => {
  it.each([
    ['Tổng số đoàn viên công đoàn toàn xã là 1.310 người.', [['um_total', '1310', '1250']]],
    ['Tổng số đoàn viên công đoàn: 1.250 người; giữ ổn định.', [['um_total', '1250', undefined]]],
    ['Đã tuyên truyền, phổ biến, học tập, quán triệt cho 1.400 đoàn viên công đoàn.', [['um_informed', '1400', '1130']]],
    ['Đã có 60 cán bộ công đoàn được tập huấn, bồi dưỡng.', [['uc_trained', '60', undefined]]],
    ['Lũy kế có 52 cán bộ công đoàn được tập huấn, bồi dưỡng.', [['uc_trained', '52', '60']]],
    ['Tỷ lệ cán bộ công đoàn được tập huấn đạt 93,8 %.', [['ind.union_cadres_trained', '93.8', undefined]]],
    ['Tỷ lệ cán bộ công đoàn được tập huấn đạt 98%.', [['ind.union_cadres_trained', '98', '93.75']]],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    // One class of several may well be smaller than the sum of them.
    'Tuyên truyền, phổ biến, học tập, quán triệt cho 120 đoàn viên công đoàn tại buổi sinh hoạt.',
    'Ngày 15/12/2025 ban hành Kế hoạch số 12-KH/ĐU về đoàn viên công đoàn.',
    'Năm 2026 có nhiều đoàn viên công đoàn được tuyên truyền, phổ biến, học tập, quán triệt.',
    'Tổng số 1.310 đoàn viên công đoàn, trong đó 400 người được tuyên truyền.',
    'Có 900 người tham gia ngày hội.',
    'Thực hiện Chỉ thị số 58-CT/TW, 31/48 doanh nghiệp đã tổ chức đối thoại tại nơi làm việc.',
    'Tổng số doanh nghiệp đang hoạt động tăng 5 %.',
  ])('leaves alone: %s', (text) => {
    expect(said(text).filter(([, , expected]) => expected !== undefined)).toEqual([])
  })

  it('takes a typed decimal for the whole interval that it can stand for', () => {
    const rate = { numerator: 2, denominator: 3 }
    expect(['66.7', '66.67', '67', '66.6', '66.66', '66', '70'].map((typed) => agreesWithRate(typed, rate))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(agreesWithRate('12.5', { numerator: 1249, denominator: 10_000 })).toBe(true)
    expect(agreesWithRate('13', { numerator: 125, denominator: 1000 })).toBe(true)
  })
})
