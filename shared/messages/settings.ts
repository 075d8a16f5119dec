import { texts } from './text.ts'

export const settingsSections = texts({
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  periods: { vi: 'Kỳ báo cáo', en: 'Periods' },
  units: { vi: 'Đơn vị', en: 'Units' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  rules: { vi: 'Quy tắc kiểm tra', en: 'Rules' },
  style: { vi: 'Bản in', en: 'Print' },
  trust: { vi: 'Chữ ký và số văn bản', en: 'Signatures and numbers' },
  inbox: { vi: 'Nơi nhận tệp', en: 'Inbox' },
  backup: { vi: 'Sao lưu', en: 'Backup' },
  display: { vi: 'Hiển thị', en: 'Display' },
})

export const accountTableTexts = texts({
  about: {
    vi: 'Mỗi người một tài khoản: nhật ký ghi ai đã làm gì, và người lập báo cáo không thể tự thẩm định hoặc duyệt.',
    en: 'One account for each person: the journal says who did what, and who prepares a report can neither review nor approve it.',
  },
  trial: {
    vi: 'Chưa có tài khoản nào. Dữ liệu đang ở chế độ thử nghiệm và mọi bản in đều ghi như vậy.',
    en: 'There are no accounts yet. The workspace is a trial, and every print says so.',
  },
  createFirst: { vi: 'Tạo tài khoản đầu tiên', en: 'Create the first account' },
  create: { vi: 'Thêm tài khoản', en: 'Add an account' },
  displayName: { vi: 'Họ và tên', en: 'Full name' },
  name: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  lastSignIn: { vi: 'Đăng nhập gần nhất', en: 'Last signed in' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  state: { vi: 'Trạng thái', en: 'State' },
  active: { vi: 'Đang dùng', en: 'In use' },
  inactive: { vi: 'Đã ngừng', en: 'Stopped' },
  waiting: { vi: 'Tạm khóa đến {at} vì sai mật khẩu {count} lần', en: 'Locked until {at} after {count} wrong passwords' },
  change: { vi: 'Sửa…', en: 'Change…' },
  changeOf: { vi: 'Sửa tài khoản {name}', en: 'Change the account {name}' },
  setPassword: { vi: 'Đặt lại mật khẩu…', en: 'Set a new password…' },
  setPasswordOf: { vi: 'Đặt lại mật khẩu của {name}', en: 'Set a new password for {name}' },
  passwordSet: {
    vi: 'Đã đặt mật khẩu mới cho {name}. Các phiên đang mở của tài khoản này đã kết thúc.',
    en: 'The new password of {name} is set. Its open sessions have ended.',
  },
  stop: { vi: 'Ngừng dùng', en: 'Stop' },
  resume: { vi: 'Cho dùng lại', en: 'Allow again' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordAgain: { vi: 'Nhập lại mật khẩu', en: 'Password again' },
  passwordHow: { vi: 'Ít nhất 8 ký tự. Tắt Unikey khi nhập.', en: 'At least 8 characters. Switch Unikey off while typing.' },
  passwordDiffers: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two entries differ.' },
  save: { vi: 'Lưu', en: 'Save' },
  leave: { vi: 'Quay lại', en: 'Go back' },
  administratorOnly: { vi: 'Tài khoản do người có vai trò Quản trị lập và sửa.', en: 'Accounts are made and changed by an administrator.' },
  idle: { vi: 'Tự khóa màn hình sau', en: 'Lock the screen after' },
  minutes: { vi: 'phút không có thao tác', en: 'minutes without a key or a click' },
  idleRange: { vi: 'Nhập số phút từ 1 đến 240.', en: 'Give a number of minutes from 1 to 240.' },
})

export const periodTableTexts = texts({
  none: { vi: 'Chưa có kỳ báo cáo nào', en: 'There is no period yet' },
  noneHow: { vi: 'Mở kỳ đầu tiên ở trang Bắt đầu.', en: 'Open the first one on the page Start.' },
  open: { vi: 'Mở kỳ mới', en: 'Open a period' },
  code: { vi: 'Kỳ', en: 'Period' },
  span: { vi: 'Thời gian', en: 'Span' },
  cutOff: { vi: 'Ngày chốt số liệu', en: 'Cut-off' },
  due: { vi: 'Hạn gửi', en: 'Due' },
  endsYear: { vi: 'Kết thúc năm', en: 'Ends the year' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  state: { vi: 'Trạng thái', en: 'State' },
  isOpen: { vi: 'Đang mở', en: 'Open' },
  isClosed: { vi: 'Đã chốt', en: 'Closed' },
  close: { vi: 'Chốt kỳ…', en: 'Close…' },
  closeTitle: { vi: 'Chốt kỳ {period}?', en: 'Close {period}?' },
  closeHow: {
    vi: 'Báo cáo gửi sau vẫn được nhận và lưu riêng là “bổ sung sau khi chốt”, nhưng không tính vào số liệu. Có thể mở lại kỳ và nêu lý do.',
    en: 'Submissions that come later are still kept as “after the closing”, but do not count. The period can be opened again with a reason.',
  },
  closeNow: { vi: 'Chốt kỳ', en: 'Close the period' },
  reopen: { vi: 'Mở lại…', en: 'Open again…' },
  reopenTitle: { vi: 'Mở lại kỳ {period}?', en: 'Open {period} again?' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reopenNow: { vi: 'Mở lại kỳ', en: 'Open again' },
  register: { vi: 'Nhập mẫu số đã biết…', en: 'Take in known denominators…' },
  registered: {
    vi: 'Đã ghi {counts} mẫu số của {units} đơn vị cho kỳ {period}.',
    en: 'Recorded {counts} denominators of {units} units for {period}.',
  },
  registerHow: {
    vi: 'Mẫu số đã biết lấy từ danh sách của Liên đoàn Lao động hoặc sở, ngành giúp ước lượng phần của đơn vị chưa gửi.',
    en: 'Denominators from a list of the federation or a department bound what missing units can still change.',
  },
})

export const unitTableTexts = texts({
  count: { vi: '{count} đơn vị', en: '{count} units' },
  find: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  findHow: { vi: 'Gõ tên hoặc mã, không cần dấu', en: 'Name or code, tone marks are not needed' },
  import: { vi: 'Nhập danh sách Excel…', en: 'Take in an Excel list…' },
  imported: {
    vi: 'Đã thêm {added}, cập nhật {changed}, giữ nguyên {unchanged} đơn vị.',
    en: '{added} units added, {changed} changed, {unchanged} unchanged.',
  },
  importHow: {
    vi: 'Danh sách có các cột mã, tên, loại, tuyến, đơn vị cấp trên, thứ tự, hiệu lực từ, hiệu lực đến, tên gọi khác.',
    en: 'The list has the columns code, name, kind, line, parent, rank, valid_from, valid_to, aliases.',
  },
  none: { vi: 'Không có đơn vị nào khớp. Xóa bớt chữ để tìm rộng hơn.', en: 'No unit is like that. Type less to find more.' },
  name: { vi: 'Tên', en: 'Name' },
  code: { vi: 'Mã', en: 'Code' },
  line: { vi: 'Tuyến số liệu', en: 'Source line' },
  valid: { vi: 'Hiệu lực', en: 'Valid' },
  aliases: { vi: 'Tên gọi khác', en: 'Aliases' },
  always: { vi: 'Không giới hạn', en: 'Always' },
  from: { vi: 'từ {from}', en: 'from {from}' },
  until: { vi: 'đến {to}', en: 'until {to}' },
})

export const programmePageTexts = texts({
  version: { vi: 'Mã {code}, phiên bản {version}', en: 'Code {code}, version {version}' },
  contents: {
    vi: '{indicators} chỉ tiêu · {fields} mục số liệu · {tasks} nhiệm vụ',
    en: '{indicators} indicators · {fields} fields · {tasks} tasks',
  },
  howNext: {
    vi: 'Chương trình là dữ liệu: chương trình sau được nạp từ một tệp khi tạo dữ liệu mới, không phải viết lại ứng dụng.',
    en: 'A programme is data: the next one comes from a file when a workspace is made, without a new application.',
  },
  indicators: { vi: 'Chỉ tiêu và cách tính', en: 'Indicators and how they are computed' },
  formula: { vi: 'Tử số: {numerator}. Mẫu số: {denominator}.', en: 'Numerator: {numerator}. Denominator: {denominator}.' },
  source: { vi: 'Nguyên văn ({clause})', en: 'The programme’s own words ({clause})' },
  notes: { vi: 'Ghi chú phương pháp', en: 'Method notes' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
})

export const backupPageTexts = texts({
  none: {
    vi: 'Chưa có bản sao lưu nào trên ổ khác. Cắm USB và bấm Sao lưu ngay.',
    en: 'There is no backup on another drive yet. Plug in a stick and press Back up now.',
  },
  last: { vi: 'Bản sao lưu gần nhất đã kiểm tra: {name}, lúc {at}, {size}.', en: 'Last verified backup: {name}, {at}, {size}.' },
  lastUnverified: {
    vi: 'Bản sao lưu gần nhất ({name}, lúc {at}) chưa được kiểm tra lại. Nên sao lưu lại.',
    en: 'The last backup ({name}, {at}) was not verified. Back up again.',
  },
  now: { vi: 'Sao lưu ngay', en: 'Back up now' },
  how: {
    vi: 'Một tệp chứa toàn bộ dữ liệu và các tệp đã nhận. Để trên ổ khác với máy này, ví dụ USB cất trong tủ.',
    en: 'One file with all data and every file received. Keep it on another drive than this machine, a stick in a cupboard for one.',
  },
  restore: { vi: 'Khôi phục từ bản sao lưu', en: 'Restore from a backup' },
  restoreHow: { vi: 'Khôi phục ở trang Bắt đầu.', en: 'Restoring is done on the page Start.' },
  toStart: { vi: 'Mở trang Bắt đầu', en: 'Open Start' },
})

export const trustSectionTexts = texts({
  about: {
    vi: 'Người ký được xác nhận khi chứng thư dẫn tới một chứng thư gốc đã cài ở đây. Việc này làm trên máy, không cần mạng.',
    en: 'A signer is confirmed when the certificate leads to a root that is installed here. This needs no network.',
  },
  add: { vi: 'Cài chứng thư gốc…', en: 'Install a root…' },
  administratorOnly: {
    vi: 'Chứng thư gốc do người có vai trò Quản trị cài và gỡ.',
    en: 'Roots are installed and removed by an administrator.',
  },
  none: { vi: 'Chưa cài chứng thư gốc nào.', en: 'No root is installed yet.' },
  name: { vi: 'Chứng thư gốc', en: 'Root certificate' },
  valid: { vi: 'Hiệu lực', en: 'Valid' },
  fingerprint: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  remove: { vi: 'Gỡ', en: 'Remove' },
  removeOf: { vi: 'Gỡ chứng thư gốc {name}', en: 'Remove the root {name}' },
  removeTitle: { vi: 'Gỡ chứng thư gốc?', en: 'Remove the root?' },
  removeHow: {
    vi: 'Người ký có chứng thư dẫn tới {name} sẽ không còn được xác nhận. Văn bản đã ký không thay đổi.',
    en: 'Signers whose certificates lead to {name} will no longer be confirmed. Signed papers do not change.',
  },
  term: { vi: 'Số văn bản', en: 'Numbers of papers' },
  termIs: { vi: 'Số văn bản nối tiếp từ ngày {from}, ngày bắt đầu nhiệm kỳ.', en: 'Numbers run on from {from}, when the term began.' },
  termFrom: { vi: 'Số văn bản nối tiếp từ ngày bắt đầu nhiệm kỳ', en: 'Numbers run on from the day the term began' },
  dayWrong: { vi: 'Gõ ngày như 03/10/2025.', en: 'Write the day like 03/10/2025.' },
  save: { vi: 'Lưu', en: 'Save' },
})
