import { texts } from './text.ts'

export const formErrors = texts({
  'form.not_office': {
    vi: '{file} không phải tệp .xlsx hoặc .docx. Lưu biểu mẫu thành .xlsx hoặc .docx rồi chọn lại.',
    en: '{file} is neither .xlsx nor .docx. Save the form as one of them and choose it again.',
  },
  'form.unreadable': {
    vi: 'Chưa đọc được biểu mẫu {file}: tệp hỏng hoặc có mật khẩu. Mở tệp, lưu lại không đặt mật khẩu rồi chọn lại.',
    en: 'The form {file} was not read: it is damaged or locked. Open it, save it without a password and choose it again.',
  },
})

/** What marks of a form are called. */
export const formTexts = texts({
  place: { vi: 'Số thứ tự đơn vị', en: 'Place of the unit' },
  name: { vi: 'Tên đơn vị', en: 'Name of the unit' },
  state: { vi: 'Tình trạng gửi', en: 'State of sending' },
  rate: { vi: 'kết quả', en: 'result' },
  numerator: { vi: 'tử số', en: 'numerator' },
  denominator: { vi: 'mẫu số', en: 'denominator' },
  uncounted: { vi: 'Chưa có số liệu', en: 'No figures' },
  nothing: { vi: 'Không phát sinh đối tượng', en: 'Nothing to count' },
})

export const formPageTexts = texts({
  open: { vi: 'Đổ số vào mẫu của cơ quan', en: 'Fill the office’s own form' },
  how: {
    vi: 'Trong biểu mẫu Excel hoặc Word, ghi mã số liệu trong hai cặp ngoặc nhọn, ví dụ {{ind.cba_signed.rate}}. Một dòng có {{#units}} được lặp cho từng đơn vị, với {{unit.name}}, {{fld.um_total@unit}}. Phần còn lại của mẫu giữ nguyên.',
    en: 'Write names of figures in double braces into the Excel or Word form, for example {{ind.cba_signed.rate}}. A row with {{#units}} comes once for each unit, with {{unit.name}}, {{fld.um_total@unit}}. The rest of the form stays as it is.',
  },
  form: { vi: 'Biểu mẫu của cơ quan (.xlsx, .docx)', en: 'The office’s form (.xlsx, .docx)' },
  reading: { vi: 'Đang đọc biểu mẫu…', en: 'Reading the form…' },
  none: {
    vi: 'Biểu mẫu này chưa có mã số liệu nào. Chép mã ở danh sách dưới vào biểu mẫu.',
    en: 'There is no mark in this form yet. Copy marks from the list below into it.',
  },
  willFill: { vi: 'Sẽ điền {count} chỗ.', en: 'Places that will be filled: {count}.' },
  unknown: { vi: 'Chưa rõ mã, giữ nguyên', en: 'Unknown, left as it is' },
  blocked: { vi: 'Chưa lặp được dòng này, giữ nguyên', en: 'This row is not repeated, left as it is' },
  known: { vi: 'Sẽ điền', en: 'Will be filled' },
  perUnit: { vi: '{label} (từng đơn vị)', en: '{label} (each unit)' },
  repeated: { vi: 'Lặp dòng cho từng đơn vị', en: 'The row comes once for each unit' },
  blockedHow: {
    vi: 'Dòng lặp phải là dòng cuối của trang tính, hoặc bên dưới chỉ có chữ và số: không công thức, bảng, hình hay ô gộp nhiều dòng; mỗi trang tính một dòng lặp.',
    en: 'A repeated row is the last of its sheet, or only plain cells stand below it: no formulas, tables, drawings or cells merged over rows; one such row per sheet.',
  },
  formulas: {
    vi: 'Biểu mẫu có {count} công thức: kết quả cũ được bỏ, mở tệp bằng Excel và cho phép chỉnh sửa để tính lại.',
    en: 'The form has formulas ({count}): their old results are dropped; open it in Excel and enable editing to calculate.',
  },
  filled: { vi: 'Đã điền {count} chỗ: {name}', en: 'Places filled, {count}: {name}' },
  live: { vi: 'Số liệu lúc này, chưa chốt.', en: 'Figures as they are now, not fixed.' },
  frozen: { vi: 'Số liệu đã chốt của bản trình.', en: 'The figures that were fixed when it was submitted.' },
  marks: { vi: 'Mã số liệu để chép vào biểu mẫu', en: 'Marks to copy into the form' },
  mark: { vi: 'Mã', en: 'Mark' },
  label: { vi: 'Số liệu', en: 'Figure' },
  value: { vi: 'Giá trị', en: 'Value' },
  place: { vi: 'Chỗ', en: 'Place' },
  state: { vi: 'Tình trạng', en: 'State' },
  find: { vi: 'Tìm số liệu', en: 'Find a figure' },
  save: { vi: 'Điền và lưu…', en: 'Fill and save…' },
  copy: { vi: 'Chép {mark}', en: 'Copy {mark}' },
  close: { vi: 'Đóng', en: 'Close' },
  fileEnd: { vi: 'da-dien', en: 'filled' },
})

export const formOutput = texts({
  filled: { vi: 'Đã điền {count} chỗ: {path}', en: 'Places filled, {count}: {path}' },
  left: { vi: '  Giữ nguyên {mark} ({place}): chưa rõ mã', en: '  Left as it is: {mark} ({place}) is unknown' },
  blocked: {
    vi: '  Giữ nguyên {mark} ({place}): chưa lặp được dòng này',
    en: '  Left as it is: {mark} ({place}), the row is not repeated',
  },
})
