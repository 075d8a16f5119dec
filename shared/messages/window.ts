import { texts } from './text.ts'

/** The menus of our own window; `&` stands before the letter that Alt reaches. */
export const menuTexts = texts({
  file: { vi: '&Tệp', en: '&File' },
  intake: { vi: 'Nhận báo cáo…', en: 'Take in submissions…' },
  print: { vi: 'In…', en: 'Print…' },
  preview: { vi: 'Xem trước khi in', en: 'Print preview' },
  quit: { vi: 'Thoát', en: 'Exit' },
  edit: { vi: '&Sửa', en: '&Edit' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  redo: { vi: 'Làm lại', en: 'Redo' },
  cut: { vi: 'Cắt', en: 'Cut' },
  copy: { vi: 'Chép', en: 'Copy' },
  paste: { vi: 'Dán', en: 'Paste' },
  selectAll: { vi: 'Chọn tất cả', en: 'Select all' },
  view: { vi: '&Xem', en: '&View' },
  larger: { vi: 'Chữ to hơn', en: 'Larger text' },
  smaller: { vi: 'Chữ nhỏ hơn', en: 'Smaller text' },
  usual: { vi: 'Cỡ chữ thường', en: 'Usual text size' },
  fullScreen: { vi: 'Toàn màn hình', en: 'Full screen' },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  help: { vi: 'Trợ &giúp', en: '&Help' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  about: { vi: 'Giới thiệu', en: 'About' },
})

/** What the window itself asks and says, in boxes of the system. */
export const windowBoxTexts = texts({
  close: { vi: 'Đóng ứng dụng', en: 'Close the application' },
  goOn: { vi: 'Tiếp tục làm', en: 'Keep working' },
  running: {
    vi: 'Đang {jobs}. Đóng ứng dụng sẽ dừng việc này; phần đã xong vẫn giữ.',
    en: 'Work is going on: {jobs}. Closing the application stops it; what is finished is kept.',
  },
  understood: { vi: 'Đã rõ', en: 'Understood' },
  about: {
    vi: 'Tổng Hợp, bản {version}\n\nỨng dụng chạy trên máy này và không nối mạng. Không dùng cho tài liệu mật.',
    en: 'Tổng Hợp, version {version}\n\nThe application works on this machine and never connects to a network. It is not for classified papers.',
  },
  chooseFiles: { vi: 'Chọn tệp', en: 'Choose files' },
  chooseFolder: { vi: 'Chọn thư mục', en: 'Choose a folder' },
  saveHere: { vi: 'Lưu', en: 'Save' },
  saveFolder: { vi: 'Lưu vào thư mục này', en: 'Save into this folder' },
  kinds: { vi: 'Tệp dùng được ở đây', en: 'Files that can be used here' },
  everything: { vi: 'Mọi tệp', en: 'All files' },
  notPrinted: {
    vi: 'Chưa in được. Kiểm tra máy in đã bật và được nối với máy này, rồi in lại.',
    en: 'Nothing was printed. Check that a printer is switched on and connected to this machine, then print again.',
  },
  pageGone: {
    vi: 'Trang vừa ngừng hoạt động và đã được mở lại. Những gì đã ghi vẫn nguyên; nội dung đang gõ dở có thể đã mất.',
    en: 'The page stopped working and was opened again. What was recorded is intact; what was being typed may be lost.',
  },
})

/** A file that was opened together with the application, and its print preview. */
export const shellPageTexts = texts({
  backupTitle: { vi: 'Bản sao lưu', en: 'Backup' },
  backup: {
    vi: 'Tệp {name} là bản sao lưu dữ liệu của Tổng Hợp. Dữ liệu đang dùng chưa thay đổi. Muốn khôi phục, mở trang Bắt đầu và chọn tệp này; ứng dụng cho xem ngày giờ của bản sao rồi mới hỏi.',
    en: 'The file {name} is a backup of a Tổng Hợp workspace. Nothing has changed. To restore it, open Start and choose this file; the application shows its date and asks before it does anything.',
  },
  toStart: { vi: 'Mở trang Bắt đầu', en: 'Open Start' },
  bundleTitle: { vi: 'Gói bàn giao', en: 'Bundle' },
  bundle: {
    vi: 'Tệp {name} là gói bàn giao từ máy khác. Phần nhận gói bàn giao chưa có trong bản này, nên gói chưa được nhận và dữ liệu không thay đổi. Giữ nguyên tệp để nhận sau.',
    en: 'The file {name} is a bundle from another machine. This version cannot take bundles in yet, so nothing was taken in or changed. Keep the file for later.',
  },
  close: { vi: 'Đóng', en: 'Close' },
  previewTitle: { vi: 'Xem trước khi in', en: 'Print preview' },
  print: { vi: 'In…', en: 'Print…' },
})
