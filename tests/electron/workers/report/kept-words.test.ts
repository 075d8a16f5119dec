import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptWords } from '../../../../electron/workers/report/kept-words.ts'

/** Texts with the places marked where a line may end. */
const texts = [
  'còn| thiếu| 0,4 điểm %.',
  'tăng| +1,2 điểm %;| đạt',
  '58,9%| (mục| tiêu| ≥ 65%);| chưa| tới',
  'công| nhân| khu| nhà| trọ.| (15 đơn vị)',
  '(18 đơn vị;| đã| chuyển)',
  'Còn| 03 đơn vị| chưa| gửi',
  'có| 104/108| đơn| vị| báo| cáo',
  'Chỉ| thị| số 58-CT/TW,| ngày| 10/01/2026',
  'ngày 30 tháng 6| năm 2026./.',
  'nêu| tại| mục IV| trước',
  'tổ| chức| chính| trị -| xã| hội',
  '-| Tổng| số 251.523| người.',
  '92,41% – 94,85%',
] as const

describe('words that are read as one', () => {
  it.each(texts)('ST11: %s', (marked) => {
    const text = marked.replaceAll('|', '')
    expect(keptWords(text)).toEqual(marked.split('| '))
  })

  it('ST11: joined by spaces they are the text again, whatever it is', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '',
        '-',
        '–',
        '≥',
        '15',
        '0,4',
        '58,9%',
        'điểm',
        '%.',
        'đơn',
        'vị',
        'số',
        'ngày',
        'năm',
        '2026',
        'mục',
        'IV',
        '58-CT/TW',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ')
        expect(keptWords(text).join(' ')).toBe(text)
      }),
    )
  })
})
