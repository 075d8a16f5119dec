import { texts } from './text.ts'

/** Around the pages of a PDF on the screen. */
export const pdfTexts = texts({
  opening: { vi: 'Đang mở các trang…', en: 'Opening the pages…' },
  unreadable: {
    vi: 'Tệp PDF này chưa mở được để xem. Tệp gốc vẫn nguyên; có thể lưu về máy và mở bằng chương trình khác.',
    en: 'This PDF could not be opened for viewing. The file itself is unchanged; it can be saved and opened in another program.',
  },
  locked: {
    vi: 'Tệp PDF này có mật khẩu nên chưa xem được. Đề nghị nơi gửi cung cấp bản không đặt mật khẩu.',
    en: 'This PDF has a password and cannot be shown. Ask its sender for a copy without one.',
  },
  pages: { vi: 'Các trang của {name}', en: 'Pages of {name}' },
  page: { vi: 'Trang {page}', en: 'Page {page}' },
  pageNotDrawn: { vi: 'Trang {page} chưa hiện được.', en: 'Page {page} could not be drawn.' },
  place: { vi: 'Trang {page}/{pages}', en: 'Page {page}/{pages}' },
  before: { vi: 'Trang trước', en: 'Previous page' },
  after: { vi: 'Trang sau', en: 'Next page' },
  smaller: { vi: 'Thu nhỏ (Ctrl −)', en: 'Smaller (Ctrl −)' },
  larger: { vi: 'Phóng to (Ctrl +)', en: 'Larger (Ctrl +)' },
  fit: { vi: 'Vừa bề rộng', en: 'Fit width' },
  zoom: { vi: '{percent}%', en: '{percent}%' },
})
