import { texts } from './text.ts'

/** The origin of a number: the panel beside a page, and the sheet as it looks. */
export const traceTexts = texts({
  open: { vi: 'Xem ô gốc', en: 'See the source cell' },
  title: { vi: 'Ô gốc của số liệu', en: 'The source of a figure' },
  widen: { vi: 'Mở rộng', en: 'Full width' },
  narrow: { vi: 'Thu gọn', en: 'Beside the page' },
  close: { vi: 'Đóng', en: 'Close' },
  inEffect: { vi: 'Số được tính', en: 'Counts as' },
  reported: { vi: 'Đơn vị báo cáo', en: 'Reported by the unit' },
  raw: { vi: 'Ô ghi', en: 'Cell reads' },
  rawEmpty: { vi: 'Ô trống', en: 'Empty cell' },
  how: { vi: 'Đọc là', en: 'Read as' },
  numberFormat: { vi: '{how}, định dạng {format}', en: '{how}, format {format}' },
  place: { vi: 'Vị trí', en: 'Place' },
  placeAt: { vi: 'Ô {cell}, trang “{sheet}”', en: 'Cell {cell}, sheet “{sheet}”' },
  noCell: {
    vi: 'Tệp không có ô nào cho mục này. Xem cả tệp bên dưới, hoặc hỏi lại đơn vị.',
    en: 'The file has no cell for this item. Look through the file below, or ask the unit.',
  },
  file: { vi: 'Tệp', en: 'File' },
  received: { vi: 'Nhận', en: 'Received' },
  receivedBy: { vi: '{at}, qua {channel}', en: '{at}, by {channel}' },
  fileVersion: { vi: '{file} (bản {version})', en: '{file} (version {version})' },
  proposal: { vi: 'Kiến nghị {number}', en: 'Proposal {number}' },
  note: { vi: 'Ghi chú của đơn vị', en: 'Note of the unit' },
  noPeriod: {
    vi: 'Chưa có kỳ báo cáo nào nên chưa có ô gốc để xem.',
    en: 'There is no period yet, so there is no source cell to see.',
  },
  badAddress: {
    vi: 'Địa chỉ này không chỉ vào số liệu nào. Đóng lại và bấm vào một con số trong bảng.',
    en: 'This address does not name a figure. Close it and choose a number in a table.',
  },
  none: { vi: '{unit}: chưa có báo cáo được tính', en: '{unit}: no submission counts yet' },
  noneHow: {
    vi: 'Kỳ {period} chưa có báo cáo nào của đơn vị này được tiếp nhận nên chưa có ô gốc. Đôn đốc đơn vị gửi, hoặc nhận tệp nếu đã có trong tay.',
    en: 'No submission of this unit has been taken in for {period}, so there is no source cell. Remind the unit, or take in its file if it is at hand.',
  },
  pendingHow: {
    vi: 'Đơn vị đã gửi, tệp đang chờ xử lý. Trả lời câu hỏi của tệp ở trang Tiếp nhận, sau đó xem được ô gốc tại đây.',
    en: 'The unit has sent a file that waits for an answer. Answer its question on the page Intake, then its cells can be seen here.',
  },
  goIntake: { vi: 'Mở trang Tiếp nhận', en: 'Open Intake' },
  goRegister: { vi: 'Xem tình hình gửi', en: 'See who has sent' },
})

/** Marks before the words: a state is never told by colour alone. */
export const stateGlyphs = { value: '●', nil: '–', not_applicable: '×', blank: '○', unreadable: '?' } as const

/** How a cell came to its reading, by the codes that are stored. */
export const readingTexts = texts({
  number: { vi: 'số', en: 'a number' },
  text: { vi: 'chữ', en: 'text' },
  date: { vi: 'ngày', en: 'a date' },
  boolean: { vi: 'đúng hoặc sai', en: 'true or false' },
  formula: { vi: 'kết quả của công thức', en: 'the result of a formula' },
  formula_without_result: { vi: 'công thức chưa có kết quả', en: 'a formula without a result' },
  error: { vi: 'ô báo mã của Excel', en: 'a mark of Excel for what it cannot compute' },
  missing: { vi: 'không có ô', en: 'no cell' },
  nil_report: { vi: 'theo báo cáo không phát sinh', en: 'by the nil report' },
  tcvn3: { vi: 'đã chuyển từ phông TCVN3 (.Vn…)', en: 'decoded from a TCVN3 font (.Vn…)' },
  vni: { vi: 'đã chuyển từ phông VNI', en: 'decoded from a VNI font' },
})

export const channelTexts = texts({
  usb: { vi: 'USB', en: 'USB stick' },
  zalo: { vi: 'Zalo', en: 'Zalo chat' },
  lan: { vi: 'mạng nội bộ', en: 'the internal network' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
  paper: { vi: 'bản giấy', en: 'paper' },
  phone: { vi: 'điện thoại', en: 'phone' },
  other: { vi: 'cách khác', en: 'another way' },
})

export const adjustTexts = texts({
  title: { vi: 'Điều chỉnh', en: 'Adjustments' },
  open: { vi: 'Điều chỉnh…', en: 'Adjust…' },
  value: { vi: 'Số đúng', en: 'Right figure' },
  valueHow: {
    vi: 'Số đơn vị báo cáo vẫn được giữ và hiện bên cạnh.',
    en: 'What the unit reported is kept and shown beside it.',
  },
  valueWrong: {
    vi: 'Chưa rõ số nào: ghi một số nguyên từ 0, ví dụ 1.250.',
    en: 'It is not clear which number: type a whole one from 0, such as 1,250.',
  },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHow: {
    vi: 'Ai xác nhận, khi nào, ở đâu; được in trong biên bản đối chiếu với đơn vị.',
    en: 'Who confirmed it, when, where; it is printed in the minutes with the unit.',
  },
  reasonMissing: { vi: 'Chưa nêu lý do. Ghi lý do rồi làm lại.', en: 'No reason is given. State it and try again.' },
  save: { vi: 'Ghi điều chỉnh', en: 'Save the adjustment' },
  saving: { vi: 'Đang ghi…', en: 'Saving…' },
  leave: { vi: 'Để sau', en: 'Not now' },
  saved: { vi: 'Đã điều chỉnh thành {value}. Bảng số liệu đã tính lại.', en: 'Adjusted to {value}. The tables are computed again.' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  undoReason: { vi: 'Hoàn tác ngay sau khi ghi', en: 'Undone right after it was saved' },
  withdraw: { vi: 'Rút điều chỉnh', en: 'Withdraw the adjustment' },
  withdrawHow: {
    vi: 'Số đơn vị báo cáo sẽ được tính lại. Điều chỉnh vẫn còn trong lịch sử.',
    en: 'What the unit reported will count again. The adjustment stays in the history.',
  },
  withdrawn: {
    vi: 'Đã rút điều chỉnh; số đơn vị báo cáo được tính lại.',
    en: 'The adjustment is withdrawn; what the unit reported counts again.',
  },
  line: { vi: '{value}: {state}', en: '{value}: {state}' },
  by: { vi: '{actor}, {at}', en: '{actor}, {at}' },
  based: { vi: '{basis}: {reason}', en: '{basis}: {reason}' },
  over: { vi: 'thay cho số đơn vị báo cáo: {reported}', en: 'over what the unit reported: {reported}' },
  suspended: {
    vi: 'Đơn vị đã gửi bản có số khác nên điều chỉnh này tạm ngừng. Điều chỉnh lại hoặc rút.',
    en: 'The unit has sent another figure since, so this adjustment is suspended. Adjust again or withdraw it.',
  },
  who: { vi: 'Chuyên viên tổng hợp có thể điều chỉnh số liệu này.', en: 'A clerk can adjust this figure.' },
  changed: {
    vi: 'Số đơn vị báo cáo đã thay đổi trong lúc nhập, nay là: {reported}. Xem lại rồi ghi lần nữa nếu vẫn đúng.',
    en: 'What the unit reported has changed meanwhile, it is now: {reported}. Look again, and save once more if it still holds.',
  },
  closed: { vi: 'Kỳ đã chốt nên không điều chỉnh được nữa.', en: 'The period is closed, so nothing can be adjusted.' },
})

export const sheetTexts = texts({
  sheetOf: { vi: 'Trang “{sheet}” của tệp {file}', en: 'Sheet “{sheet}” of {file}' },
  outlined: { vi: 'Ô được khoanh: {cell}, ghi “{text}”.', en: 'Outlined cell: {cell}, reads “{text}”.' },
  tabs: { vi: 'Các trang của tệp', en: 'Sheets of the file' },
  hiddenTab: { vi: '{sheet} (trang ẩn)', en: '{sheet} (hidden)' },
  smaller: { vi: 'Thu nhỏ', en: 'Smaller' },
  larger: { vi: 'Phóng to', en: 'Larger' },
  fit: { vi: 'Vừa khung', en: 'Fit to the panel' },
  percent: { vi: '{percent} %', en: '{percent}%' },
  showHidden: { vi: 'Hiện hàng, cột ẩn ({count})', en: 'Show hidden rows and columns ({count})' },
  hiddenRows: { vi: 'Hàng ẩn: {first}–{last}', en: 'Hidden rows {first}–{last}' },
  hiddenColumns: { vi: 'Cột ẩn: {first}–{last}', en: 'Hidden columns {first}–{last}' },
  tcvn3: {
    vi: 'Chữ gõ bằng phông .Vn (TCVN3) hiện ra ở đây đã được chuyển mã; tệp gốc giữ nguyên.',
    en: 'Text typed in .Vn fonts (TCVN3) is shown decoded; the file itself is unchanged.',
  },
  vni: {
    vi: 'Chữ gõ bằng phông VNI hiện ra ở đây đã được chuyển mã; tệp gốc giữ nguyên.',
    en: 'Text typed in VNI fonts is shown decoded; the file itself is unchanged.',
  },
  withoutResult: {
    vi: 'Ô được khoanh có công thức nhưng tệp không kèm kết quả.',
    en: 'The outlined cell holds a formula, but the file has no result of it.',
  },
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
