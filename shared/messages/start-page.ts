import { texts } from './text.ts'

export const startTexts = texts({
  about: { vi: 'Ba bước là gửi được biểu mẫu cho đơn vị.', en: 'Three steps, and the workbooks can go out to the units.' },
  done: { vi: 'Đã xong', en: 'Done' },
  toDo: { vi: 'Chưa làm', en: 'To do' },
  postponed: { vi: 'Làm sau', en: 'Later' },
  now: { vi: 'Đang làm', en: 'In progress' },
  notYet: { vi: 'Chưa tới', en: 'Not yet' },
  step: { vi: 'Bước {number}', en: 'Step {number}' },
})

export const accountStepTexts = texts({
  title: { vi: 'Tạo tài khoản đầu tiên (người phụ trách máy này)', en: 'Create the first account (who looks after this machine)' },
  why: {
    vi: 'Có tài khoản thì nhật ký ghi đúng người làm, và máy tự khóa khi không ai dùng.',
    en: 'With an account the journal names who did what, and the screen locks when nobody is there.',
  },
  displayName: { vi: 'Họ và tên', en: 'Full name' },
  name: { vi: 'Tên đăng nhập', en: 'Name to sign in with' },
  nameHow: { vi: 'Chữ thường không dấu, ví dụ lan', en: 'Plain small letters, such as lan' },
  again: { vi: 'Nhập lại mật khẩu', en: 'The password again' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  create: { vi: 'Tạo tài khoản', en: 'Create the account' },
  incomplete: { vi: 'Điền đủ bốn ô ở trên để tạo.', en: 'Fill in the four fields above first.' },
  administratorStays: { vi: 'Người phụ trách máy luôn có vai trò này.', en: 'Who looks after the machine always has this role.' },
  later: { vi: 'Làm sau', en: 'Later' },
  laterMeans: {
    vi: 'Để sau cũng được. Cho tới khi có tài khoản, ai mở máy này cũng làm được mọi việc, và bản in mang dòng “Dữ liệu thử nghiệm”.',
    en: 'This can wait. Until there is an account, whoever opens this machine may do everything, and prints carry “trial data”.',
  },
  createNow: { vi: 'Tạo tài khoản', en: 'Create an account' },
  isThere: { vi: '{name} đang đăng nhập. Thêm người khác trong', en: '{name} is signed in. Others are added in' },
  accounts: { vi: 'Thiết lập, Tài khoản', en: 'Settings, Accounts' },
})

export const programmeStepTexts = texts({
  title: { vi: 'Chương trình và đơn vị', en: 'Programme and units' },
  counts: {
    vi: '{indicators} chỉ tiêu, {tasks} nhiệm vụ, {units} đơn vị có sẵn.',
    en: 'Indicators: {indicators}; tasks: {tasks}; units: {units}.',
  },
  list: { vi: 'Xem danh sách đơn vị', en: 'See the list of units' },
  import: { vi: 'Nhập danh sách từ Excel…', en: 'Take in a list from Excel…' },
  imported: {
    vi: 'Danh sách đã nhập: thêm {added}, cập nhật {changed}, giữ nguyên {unchanged} đơn vị.',
    en: 'The list is in. Units added: {added}; changed: {changed}; unchanged: {unchanged}.',
  },
  needed: {
    vi: 'Danh sách có sẵn dùng được ngay. Chỉ nhập khi cơ quan có danh sách khác.',
    en: 'The list that is there can be used at once. Take another one in only if the office has its own.',
  },
})

export const periodStepTexts = texts({
  title: { vi: 'Mở kỳ', en: 'Open a period' },
  which: { vi: 'Kỳ báo cáo', en: 'Period' },
  span: { vi: 'Thời gian lấy số liệu', en: 'Span of the figures' },
  fromTo: { vi: '{from} – {to}', en: '{from} to {to}' },
  byProgramme: { vi: 'Theo năm báo cáo của chương trình', en: 'By the reporting year of the programme' },
  byCalendar: { vi: 'Theo năm dương lịch', en: 'By the calendar year' },
  code: { vi: 'Mã kỳ', en: 'Code' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To the end of' },
  cutOff: { vi: 'Ngày chốt số liệu', en: 'Cut-off' },
  dueDay: { vi: 'Hạn gửi: ngày', en: 'Due: day' },
  dueTime: { vi: 'Giờ', en: 'Time' },
  endsYear: {
    vi: 'Kỳ này kết thúc năm: kết luận đạt hay chưa đạt mục tiêu năm',
    en: 'This period ends the year: it concludes on the yearly targets',
  },
  preview: {
    vi: 'Kỳ {code} lấy số liệu từ {from} đến hết {to}. {units} đơn vị phải gửi báo cáo trước {due}.',
    en: 'Period {code} takes figures from {from} to the end of {to}. Units that must send: {units}, before {due}.',
  },
  open: { vi: 'Mở kỳ', en: 'Open the period' },
  back: { vi: 'Quay lại', en: 'Back' },
  who: { vi: 'Kỳ do Chuyên viên tổng hợp mở.', en: 'A period is opened by a Clerk.' },
})

/** What is wrong with a field of the period, below it. */
export const periodProblemTexts = texts({
  code: { vi: 'Gõ mã kỳ, ví dụ 2026-H1.', en: 'Type a code such as 2026-H1.' },
  known: { vi: 'Kỳ này đã được mở.', en: 'This period is open already.' },
  day: { vi: 'Gõ ngày dạng 14/06/2026.', en: 'Type a day as 14/06/2026.' },
  order: { vi: 'Ngày này phải sau ngày đầu kỳ.', en: 'This day must come after the first one.' },
  outside: { vi: 'Ngày chốt phải nằm trong kỳ.', en: 'The cut-off must lie within the period.' },
  dueEarly: { vi: 'Hạn gửi phải sau ngày đầu kỳ.', en: 'The due day must come after the first day.' },
  time: { vi: 'Gõ giờ dạng 16:30.', en: 'Type a time as 16:30.' },
})

export const sendOutTexts = texts({
  units: { vi: 'Xuất biểu mẫu gửi đơn vị', en: 'Write the workbooks for the units' },
  common: { vi: 'Xuất biểu mẫu dùng chung', en: 'Write the common workbook' },
  how: {
    vi: 'Mỗi đơn vị một tệp Excel. Biểu mẫu dùng chung để gửi vào nhóm: đơn vị chọn tên mình ở trang bìa.',
    en: 'One workbook per unit. The common one is for a group: the unit is chosen on its cover.',
  },
  denominators: { vi: 'Nhập mẫu số đã biết…', en: 'Take in known denominators…' },
  denominatorsHow: {
    vi: 'Nếu đã có danh sách mẫu số từ nguồn khác (không bắt buộc), nhập ngay để khoảng kết quả còn có thể đổi hẹp lại.',
    en: 'If denominators are known from elsewhere (not required), take them in now: the range in which results can still change becomes narrower.',
  },
  denominatorsDone: { vi: 'Đã ghi {counts} mẫu số của {units} đơn vị.', en: 'Denominators recorded: {counts}; units: {units}.' },
  archiveName: { vi: 'bieu-mau_{period}.zip', en: 'workbooks_{period}.zip' },
})

/** The half-year, from opening to the report. */
export const halfYearTexts = texts({
  title: { vi: 'Việc của kỳ {period}', en: 'The work of {period}' },
  opened: { vi: 'Mở kỳ', en: 'Open' },
  openedHow: {
    vi: 'Số liệu từ {from} đến hết {to}; hạn gửi {due}.',
    en: 'Figures from {from} to the end of {to}; due {due}.',
  },
  openNext: { vi: 'Mở kỳ khác', en: 'Open another period' },
  sendOut: { vi: 'Gửi biểu mẫu', en: 'Send out' },
  takeIn: { vi: 'Tiếp nhận báo cáo', en: 'Take in' },
  takeInHow: { vi: 'Đã nhận {received}/{expected} báo cáo.', en: '{received} of {expected} submissions are in.' },
  waiting: { vi: 'Chờ xử lý: {count}.', en: 'Waiting for an answer: {count}.' },
  toIntake: { vi: 'Nhận báo cáo', en: 'Take in submissions' },
  toRegister: { vi: 'Xem đơn vị chưa gửi', en: 'See who has not sent' },
  reconcile: { vi: 'Đối chiếu', en: 'Reconcile' },
  reconcileHow: {
    vi: 'Phải xử lý trước khi trình: {blocking}; nên xem lại: {warning}.',
    en: 'To settle before submitting: {blocking}; to look at again: {warning}.',
  },
  reconcileNone: { vi: 'Không còn điểm phải xử lý trước khi trình.', en: 'Nothing has to be settled before submitting.' },
  toReconcile: { vi: 'Đối chiếu số liệu', en: 'Reconcile the figures' },
  report: { vi: 'Báo cáo', en: 'Report' },
  reportHow: { vi: 'Bản dự thảo đã dựng: {count}.', en: 'Drafts built: {count}.' },
  reportState: { vi: 'Báo cáo {state}.', en: 'The report is {state}.' },
  reportNone: {
    vi: 'Ứng dụng dựng sẵn đề cương và bảng số liệu khi đã có báo cáo của đơn vị.',
    en: 'The outline and the tables are built from what the units have sent.',
  },
  toReport: { vi: 'Mở trang Báo cáo', en: 'Open the page Report' },
  later: { vi: 'Làm sau khi có báo cáo của đơn vị.', en: 'After the first submissions are in.' },
})

export const otherWayTexts = texts({
  title: { vi: 'Cách khác', en: 'Other ways' },
  sample: { vi: 'Xem thử với dữ liệu mẫu', en: 'Look around with sample data' },
  sampleHow: {
    vi: 'Một nửa năm làm sẵn để xem và thử mọi nút. Dữ liệu của cơ quan để riêng, không bị đụng tới. Lần đầu cần khoảng nửa phút để dựng.',
    en: 'A half-year made up to look around and try every button. The office’s own data stay apart, untouched. The first time takes about half a minute.',
  },
  restore: { vi: 'Khôi phục từ bản sao lưu…', en: 'Restore a backup…' },
  restoreHow: {
    vi: 'Khi thay máy, hoặc khi cần trở về dữ liệu của một lần sao lưu trước.',
    en: 'For a new machine, or to go back to an earlier backup.',
  },
  restored: { vi: 'Đã khôi phục dữ liệu về {at}.', en: 'The data are restored as of {at}.' },
  restoredKept: {
    vi: 'Đã khôi phục dữ liệu về {at}. Dữ liệu trước đó được giữ trong tệp {file}, thư mục backups của dữ liệu.',
    en: 'The data are restored as of {at}. What was there before is kept as {file}, in the folder backups of the data.',
  },
  damaged: {
    vi: 'Dữ liệu không còn nguyên vẹn ({detail}) nên chỉ mở để xem, chưa ghi thêm được. Khôi phục từ bản sao lưu mới nhất, ở cuối trang này.',
    en: 'The data are damaged ({detail}), so they open for reading only. Restore the newest backup, at the end of this page.',
  },
  reading: { vi: 'Đang kiểm tra bản sao lưu…', en: 'Checking the backup…' },
  tooLarge: {
    vi: 'Tệp {name} quá lớn để gửi qua trình duyệt. Khôi phục trong cửa sổ của ứng dụng.',
    en: 'The file {name} is too large for the browser. Restore it in the window of the application.',
  },
  unreadable: {
    vi: 'Tệp {name} chưa đọc được. Kiểm tra USB rồi chọn lại.',
    en: 'The file {name} cannot be read. Check the stick and choose again.',
  },
})

export const restoreTexts = texts({
  title: { vi: 'Khôi phục về {at}?', en: 'Restore as of {at}?' },
  from: {
    vi: 'Bản sao lưu {name}, do {actor} lập, đã đọc lại và còn nguyên vẹn.',
    en: 'The backup {name}, made by {actor}, was read and is whole.',
  },
  other: {
    vi: 'Đây là bản sao lưu của dữ liệu khác, không phải của máy này.',
    en: 'This is a backup of other data than those on this machine.',
  },
  gone: {
    vi: '{what} nhập sau lúc đó sẽ không còn trong dữ liệu đang dùng. Dữ liệu hiện nay được sao lưu trước.',
    en: 'What was recorded after that will no longer be in the data in use ({what}). The present data are backed up first.',
  },
  damaged: {
    vi: 'Dữ liệu hiện nay đã hỏng nên chưa đếm được phần nhập sau lúc đó. Bản hỏng được giữ nguyên trong thư mục backups để người có chuyên môn xem.',
    en: 'The present data are damaged, so what was recorded after that cannot be counted. They are kept as they are in the folder backups, for somebody who knows how to look.',
  },
  nothingGone: {
    vi: 'Sau lúc đó chưa nhập thêm gì. Dữ liệu hiện nay được sao lưu trước.',
    en: 'Nothing was recorded after that. The present data are backed up first.',
  },
  empty: { vi: 'Ở đây chưa có kỳ nào nên không mất gì.', en: 'There is no period here yet, so nothing is lost.' },
  sessions: {
    vi: 'Sau khi khôi phục, đăng nhập lại bằng tài khoản có trong bản sao lưu, nếu có.',
    en: 'Afterwards, sign in again with an account of the backup, if it has any.',
  },
  submissions: { vi: '{count} báo cáo', en: 'submissions: {count}' },
  adjustments: { vi: '{count} điều chỉnh', en: 'adjustments: {count}' },
  others: { vi: '{count} việc khác', en: 'other entries: {count}' },
  and: { vi: ' và ', en: ', ' },
  restore: { vi: 'Khôi phục', en: 'Restore' },
  later: { vi: 'Để sau', en: 'Not now' },
  restoring: { vi: 'Đang khôi phục. Không tắt máy lúc này…', en: 'Restoring. Leave the machine on…' },
})
