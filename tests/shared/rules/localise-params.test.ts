import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { paramLocaliser, printCounts } from '../../../shared/rules/localise-params.ts'
import { lineTexts } from '../../../shared/messages/reconcile.ts'

const programme = bundledProgramme()
const inEnglish = paramLocaliser(programme, 'en')
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

describe('params of findings in another language', () => {
  it('every label that a finding of the bundled programme can carry has its own word', () => {
    const labels = [
      ...programme.fields.map(({ label }) => label.vi),
      ...programme.tasks.map(({ label }) => label.vi),
      ...programme.milestones.map(({ label }) => label.vi),
      ...programme.monitors.flatMap(({ parts }) => parts.map(({ label }) => label.vi)),
      ...programme.indicators.map(({ shortLabel }) => shortLabel.vi),
      ...Object.values(lineTexts).map(({ vi }) => vi),
      'Kiến nghị 10',
      'Ghi chú chung',
    ]
    expect(labels.map((label) => inEnglish({ label })['label']).filter((label) => vietnamese.test(String(label)))).toEqual([])
  })

  it('counts change their marks, dates and what a unit typed do not', () => {
    expect(inEnglish({ expected: '1.234.567–2.000', actual: '≥ 45.000', value: '12', raw: '1.234', found: 'các xã, phường' })).toEqual({
      expected: '1,234,567–2,000',
      actual: '≥ 45,000',
      value: '12',
      raw: '1.234',
      found: 'các xã, phường',
    })
    expect(inEnglish({ actual: '05/03/2026', due: '16:30 ngày 17/06/2026' })).toEqual({ actual: '05/03/2026', due: '16:30 on 17/06/2026' })
    expect(inEnglish({ expected: 'không phát sinh', actual: 'để trống' })).toEqual({ expected: 'nil', actual: 'blank' })
  })

  it('a label of another programme, or of two meanings, stays', () => {
    expect(inEnglish({ label: 'Số mục tự đặt' })).toEqual({ label: 'Số mục tự đặt' })
    const [first, ...others] = programme.fields
    const twice = {
      ...programme,
      fields: [
        { ...first!, label: { vi: 'Tổng số', en: 'One' } },
        { ...first!, code: 'other', label: { vi: 'Tổng số', en: 'Two' } },
        ...others,
      ],
    }
    expect(paramLocaliser(twice, 'en')({ label: 'Tổng số' })).toEqual({ label: 'Tổng số' })
  })

  it('in Vietnamese they stay as they are', () => {
    const params = { label: programme.fields[0]!.label.vi, expected: '1.234' }
    expect(paramLocaliser(programme, 'vi')(params)).toBe(params)
  })
})

it('few are written in two digits in Vietnamese; version numbers are no counts', () => {
  expect(printCounts({ count: 3, figures: 12, texts: 0, found: 1 }, 'vi')).toEqual({ count: '03', figures: '12', texts: '0', found: 1 })
  expect(printCounts({ count: 3, figures: 1234 }, 'en')).toEqual({ count: '3', figures: '1,234' })
})
