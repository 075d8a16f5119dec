import { texts } from './text.ts'

/** The origin of a number: the panel beside a page, and the sheet as it looks. */
export const traceTexts = texts({
  open: { vi: 'Xem ô gốc', en: 'See the source cell' },
})

export const sheetErrors = texts({
  'sheet.submission_not_found': {
    vi: 'Không có báo cáo mang mã {id}. Có thể báo cáo đã được bỏ khỏi kỳ này; quay lại trang trước và mở lại.',
    en: 'There is no submission {id}. It may have been taken out of this period; go back and open it again.',
  },
  'sheet.file_missing': {
    vi: 'Bản lưu của tệp “{name}” không còn trong dữ liệu nên chưa hiện được trang tính. Khôi phục từ bản sao lưu hoặc báo người phụ trách máy.',
    en: 'The kept copy of “{name}” is no longer in the workspace, so its sheet cannot be shown. Restore a backup or tell the administrator.',
  },
  'sheet.file_changed': {
    vi: 'Bản lưu của tệp “{name}” không còn nguyên như khi nhận nên không hiện ra đây. Số liệu đã nhận vẫn nguyên. Chạy kiểm tra ở trang Nhật ký và kiểm chứng.',
    en: 'The kept copy of “{name}” is not what was received, so it is not shown. The figures taken in are unchanged. Run the check on the page Journal and verification.',
  },
  'sheet.not_a_workbook': {
    vi: 'Tệp “{name}” không phải tệp Excel dạng .xlsx hoặc .xlsm nên chưa hiện được trang tính tại đây.',
    en: '“{name}” is not a workbook of type .xlsx or .xlsm, so its sheets cannot be shown here.',
  },
  'sheet.unreadable': {
    vi: 'Chưa hiện được trang tính của tệp “{name}”: tệp hỏng hoặc quá lớn. Số liệu đã nhận từ tệp vẫn nguyên.',
    en: 'The sheet of “{name}” cannot be shown: the file is damaged or too large. The figures taken from it are unchanged.',
  },
  'sheet.no_such_sheet': {
    vi: 'Tệp không có trang tính “{sheet}”. Chọn trang khác.',
    en: 'The file has no sheet “{sheet}”. Choose another one.',
  },
})
