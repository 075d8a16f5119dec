import { texts } from './text.ts'

export const searchTexts = texts({
  label: { vi: 'Tìm kiếm', en: 'Search' },
  placeholder: { vi: 'Tìm (Ctrl+K)', en: 'Search (Ctrl+K)' },
  results: { vi: 'Kết quả tìm kiếm', en: 'Search results' },
  hint: {
    vi: 'Gõ tên đơn vị, chỉ tiêu, mục số liệu, lời trong báo cáo, nhận xét, tên tệp hoặc việc đã làm. Không cần gõ dấu.',
    en: 'Type a unit, an indicator, an item, words of a submission, a note, a file name or something that was done. Tone marks are not needed.',
  },
  looking: { vi: 'Đang tìm…', en: 'Searching…' },
  nothing: { vi: 'Không có gì khớp với “{text}”. Thử ít từ hơn.', en: 'Nothing matches “{text}”. Try fewer words.' },
  found: { vi: 'Có {count} kết quả', en: 'Results: {count}' },
  keys: { vi: '↑ ↓ chọn · Enter mở · Esc đóng', en: '↑ ↓ choose · Enter open · Esc close' },
  ofPeriod: { vi: '{unit}, kỳ {period}', en: '{unit}, period {period}' },
  noUnit: { vi: 'Chưa rõ đơn vị', en: 'Unit not known' },
  note: { vi: 'Ghi chú chung', en: 'General note' },
  proposal: { vi: 'Kiến nghị {number}', en: 'Proposal {number}' },
})

/** What a result is and where choosing it leads. */
export const searchGroupTexts = texts({
  pages: { vi: 'Trang', en: 'Pages' },
  units: { vi: 'Đơn vị, mở trong Số liệu', en: 'Units, shown in Figures' },
  indicators: { vi: 'Chỉ tiêu, mở trong Số liệu', en: 'Indicators, shown in Figures' },
  fields: { vi: 'Mục số liệu, mở trong Số liệu', en: 'Items, shown in Figures' },
  tasks: { vi: 'Nhiệm vụ, mở trong Chương trình', en: 'Tasks, shown in the programme' },
  periods: { vi: 'Kỳ báo cáo', en: 'Periods' },
  passages: { vi: 'Lời trong báo cáo của đơn vị', en: 'Words of submissions' },
  findings: { vi: 'Điểm cần kiểm tra', en: 'Findings' },
  notes: { vi: 'Nhận xét, tồn tại, mở trong Thẩm định', en: 'Notes and shortcomings, shown in Review' },
  files: { vi: 'Tệp đã nhận, mở trong Tiếp nhận', en: 'Received files, shown in Take in' },
  entries: { vi: 'Nhật ký', en: 'Journal' },
  help: { vi: 'Hướng dẫn', en: 'Help' },
})
export type SearchGroup = keyof typeof searchGroupTexts
