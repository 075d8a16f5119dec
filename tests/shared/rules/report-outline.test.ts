import { describe, expect, it } from 'vitest'
import { openText } from '../../../shared/rules/assemble-sections.ts'
import { outlineOfPages } from '../../../shared/rules/report-outline.ts'

const headings = [
  { number: 'I', text: 'ĐẶC ĐIỂM TÌNH HÌNH', level: 1 },
  { number: '1', text: 'Ưu điểm', level: 2 },
  { number: 'II', text: 'KHÔNG CÓ TRONG BẢN NÀY', level: 1 },
  { number: 'II', text: 'KIẾN NGHỊ', level: 1 },
]

describe('the outline of a built report', () => {
  it('finds each section after the one before it, in pieces and across lines, and says where the office still has to write', () => {
    const pages = [
      'MỞ ĐẦU 1. Ưu điểm của cách làm cũ I- ĐẶC ĐIỂM \n TÌNH HÌNH Đoàn viên: 10',
      `tiếp 1. Ưu đ iểm tốt ${openText.slice(0, 12)}\n${openText.slice(12)} II- KIẾN NGHỊ không`,
      '3 DỰ THẢO DỮ LIỆU MẪU Phụ lục 1 KẾT QUẢ',
      'DỰ THẢO 4 tiếp bảng xem Phụ lục 1',
    ]
    expect(outlineOfPages(pages, headings)).toEqual([
      { text: 'I. ĐẶC ĐIỂM TÌNH HÌNH', level: 1, page: 1, isComplete: false },
      { text: '1. Ưu điểm', level: 2, page: 2, isComplete: false },
      { text: 'II. KIẾN NGHỊ', level: 1, page: 2, isComplete: true },
      { text: 'Phụ lục 1', level: 1, page: 3, isComplete: true },
    ])
  })

  it('has nothing to say of a document that is no such report', () => {
    expect(outlineOfPages([], headings)).toEqual([])
    expect(outlineOfPages(['một tờ khác'], headings)).toEqual([])
  })
})
