import { texts } from './text.ts'

export const pageErrors = texts({
  'page.not_built': {
    vi: 'Chưa có trang để mở tại {path}. Chạy npm run serve, lệnh này dựng trang trước rồi mới mở.',
    en: 'There is no page to open at {path}. Run npm run serve, which builds the page first.',
  },
})

/** What the window says before or without its page. */
export const windowTexts = texts({
  engineLost: {
    vi: 'Ứng dụng gặp sự cố (mã {reference}). Những gì đã ghi vẫn nguyên. Đóng rồi mở lại ứng dụng.',
    en: 'Something went wrong (reference {reference}). What was recorded is unchanged. Close the application and open it again.',
  },
})

export const frameTexts = texts({
  title: { vi: 'Tổng Hợp', en: 'Tổng Hợp' },
  skip: { vi: 'Tới nội dung', en: 'Skip to content' },
  strip: { vi: 'Kỳ đang xem', en: 'Period in view' },
  period: { vi: 'Kỳ', en: 'Period' },
  periodClosed: { vi: '{period} (đã chốt)', en: '{period} (closed)' },
  due: { vi: 'Hạn', en: 'Due' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  next: { vi: 'Việc tiếp theo', en: 'Next' },
  navigation: { vi: 'Các trang', en: 'Pages' },
  sample: { vi: 'DỮ LIỆU MẪU', en: 'SAMPLE DATA' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  loading: { vi: 'Đang đọc số liệu…', en: 'Reading the figures…' },
})

/** The pages by their ids. */
export const pageTexts = texts({
  start: { vi: 'Bắt đầu', en: 'Start' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  intake: { vi: 'Tiếp nhận', en: 'Take in' },
  register: { vi: 'Tình hình gửi báo cáo', en: 'Submissions' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  reconcile: { vi: 'Đối chiếu', en: 'Reconcile' },
  review: { vi: 'Thẩm định', en: 'Review' },
  report: { vi: 'Báo cáo', en: 'Report' },
  journal: { vi: 'Nhật ký và kiểm chứng', en: 'Journal and checks' },
  settings: { vi: 'Thiết lập', en: 'Settings' },
})

/** Trouble between the page and its engine. */
export const connectionTexts = texts({
  notOpened: { vi: 'Chưa mở được trang', en: 'The page could not be opened' },
  noSession: {
    vi: 'Địa chỉ này đã được dùng hoặc đã quá một phút. Chạy lại lệnh serve rồi mở địa chỉ mới.',
    en: 'This address was used before or is older than a minute. Run serve again and open the new address.',
  },
  crashed: {
    vi: 'Trang này gặp sự cố nên chưa hiện được. Dữ liệu không thay đổi. Tải lại trang bằng phím F5; nếu vẫn vậy, đóng rồi mở lại ứng dụng.',
    en: 'This page broke and cannot be shown. The data is unchanged. Load it again with F5; if that does not help, close the application and open it again.',
  },
  lost: {
    vi: 'Mất liên lạc với phần xử lý dữ liệu nên số liệu trên trang có thể chưa mới nhất. Ứng dụng đang nối lại.',
    en: 'The connection to the engine is lost, so the figures on this page may be out of date. Reconnecting.',
  },
  unreachable: {
    vi: 'Chưa đọc được số liệu vì mất liên lạc với phần xử lý dữ liệu. Mở lại ứng dụng nếu tình trạng này kéo dài.',
    en: 'The figures could not be read because the connection to the engine is lost. Open the application again if this lasts.',
  },
})

/** Completes “Việc tiếp theo: …”. */
export const nextStepTexts = texts({
  open_period: { vi: 'mở kỳ báo cáo', en: 'open a period' },
  take_in: { vi: 'nhận báo cáo', en: 'take in submissions' },
  answer: { vi: 'xử lý {count} tệp đang chờ', en: 'waiting files ({count})' },
  settle: { vi: 'xử lý {count} điểm trước khi trình', en: 'settle findings ({count})' },
  chase: { vi: 'nhắc {count} đơn vị chưa gửi', en: 'remind units ({count} not sent)' },
  build: { vi: 'dựng dự thảo báo cáo', en: 'build the draft report' },
  rebuild: { vi: 'dựng lại dự thảo báo cáo', en: 'build the draft again' },
  answer_remarks: { vi: 'trả lời {count} ý kiến', en: 'answer remarks ({count})' },
  review: { vi: 'đọc, ghi nhận đã thẩm định', en: 'read and review the draft' },
  submit: { vi: 'chốt và trình duyệt', en: 'fix and submit' },
  approve: { vi: 'đọc bản trình và duyệt', en: 'read and decide' },
  sign: { vi: 'ký số báo cáo', en: 'sign the report' },
  issue: { vi: 'ghi số và phát hành', en: 'number and issue' },
  seal: { vi: 'ký số của cơ quan', en: 'sign for the office' },
  close: { vi: 'chốt kỳ báo cáo', en: 'close the period' },
  read_issued: { vi: 'xem báo cáo đã phát hành', en: 'see the issued report' },
  wait_draft: { vi: 'chờ cán bộ thẩm định', en: 'wait for the reviewer' },
  wait_reviewed: { vi: 'chờ chuyên viên trình duyệt', en: 'wait for the clerk' },
  wait_submitted: { vi: 'chờ lãnh đạo duyệt', en: 'wait for the leader' },
  wait_approved: { vi: 'chờ lãnh đạo ký', en: 'wait for the signature' },
  wait_signed: { vi: 'chờ văn thư ghi số', en: 'wait for the number' },
  look: { vi: 'xem tình hình của kỳ', en: 'see where the period stands' },
})

export const overviewTexts = texts({
  title: { vi: 'Tổng quan', en: 'Overview' },
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  span: { vi: 'Số liệu từ {from} đến {to}', en: 'Figures from {from} to {to}' },
  receivedAll: { vi: 'Đã nhận đủ {received}/{expected} báo cáo', en: 'All submissions are in ({received}/{expected})' },
  received: { vi: 'Đã nhận {received}/{expected} báo cáo', en: '{received} of {expected} submissions are in' },
  pending: { vi: '{count} đơn vị đã gửi, chờ xử lý', en: 'waiting for an answer: {count}' },
  unsent: { vi: 'còn {count} đơn vị chưa gửi', en: 'still to come: {count}' },
  between: { vi: ', ', en: '; ' },
  conclusionsStand: { vi: 'kết luận không đổi', en: 'the conclusions will not change' },
  conclusionsOpen: { vi: 'kết luận của {count} chỉ tiêu có thể đổi', en: 'conclusions that can still change: {count}' },
  blockingAndWarning: {
    vi: 'Còn {blocking} điểm phải xử lý trước khi trình, {warning} điểm nên xem lại.',
    en: 'Findings to settle before submitting: {blocking}; to look at again: {warning}.',
  },
  warningOnly: {
    vi: 'Không còn điểm phải xử lý trước khi trình; {warning} điểm nên xem lại.',
    en: 'Nothing has to be settled before submitting; findings to look at again: {warning}.',
  },
  counting: { vi: 'Đang tìm các điểm cần kiểm tra…', en: 'Looking for what needs a check…' },
  nothingToCheck: { vi: 'Không còn điểm phải xử lý hoặc nên xem lại.', en: 'Nothing has to be settled or looked at again.' },
  register: { vi: 'Tình hình gửi báo cáo', en: 'Submissions' },
  late: { vi: 'Chậm', en: 'Late' },
  findings: { vi: 'Điểm cần kiểm tra', en: 'Findings' },
  indicators: { vi: 'Kết quả các chỉ tiêu', en: 'Indicators' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  result: { vi: 'Kết quả', en: 'Result' },
  target: { vi: 'Mục tiêu', en: 'Target' },
  bar: { vi: 'So với mục tiêu', en: 'Against target' },
  verdict: { vi: 'Kết luận', en: 'Conclusion' },
  coverage: { vi: 'Đơn vị đã có số liệu', en: 'Units with figures' },
  provisional: { vi: 'Tạm tính', en: 'Provisional' },
  points: { vi: '{count} điểm\u00a0%', en: '{count} points' },
  barOf: { vi: 'Kết quả {result}, mục tiêu {target}', en: 'Result {result}, target {target}' },
  barWithout: { vi: 'Chưa có kết quả, mục tiêu {target}', en: 'No result yet, target {target}' },
  barBounds: { vi: '{bar}, còn có thể từ {low} đến {high}', en: '{bar}, can still be from {low} to {high}' },
  legend: { vi: 'Thanh là kết quả, vạch đứng là mục tiêu.', en: 'The bar is the result, the upright line the target.' },
  legendBounds: {
    vi: 'Thanh là kết quả, vạch đứng là mục tiêu. Ngoặc mảnh là khoảng kết quả còn có thể có khi các đơn vị còn lại có số liệu, nếu mẫu số của các đơn vị đó không vượt mức {basis}.',
    en: 'The bar is the result, the upright line the target. The thin bracket is where the result can still be once the remaining units have figures, if their denominators do not exceed {basis}.',
  },
  noPeriod: { vi: 'Chưa có kỳ báo cáo nào', en: 'There is no period yet' },
  noPeriodHow: {
    vi: 'Mở kỳ báo cáo để bắt đầu. Trang này tự hiện số liệu khi kỳ đã mở.',
    en: 'Open a period to begin. This page shows its figures as soon as it is open.',
  },
  nothingReceived: { vi: 'Chưa nhận báo cáo nào của kỳ này', en: 'Nothing has been received for this period' },
  nothingReceivedHow: {
    vi: 'Nhận tệp của các đơn vị; các chỉ tiêu hiện ra ngay khi có số liệu.',
    en: 'Take in the units’ files; the indicators appear as soon as there are figures.',
  },
  openPeriod: { vi: 'Mở kỳ báo cáo', en: 'Open a period' },
  takeIn: { vi: 'Nhận báo cáo…', en: 'Take in submissions…' },
})

/** Completes the condition of the bounds. */
export const basisTexts = texts({
  reported: { vi: 'chính đơn vị đã báo', en: 'what these units reported themselves' },
  registered: { vi: 'đã đăng ký khi mở kỳ', en: 'what was registered at opening' },
  last_period: { vi: 'của kỳ trước', en: 'those of the last period' },
  peer_max: { vi: 'lớn nhất của đơn vị cùng loại', en: 'the largest of a unit of the same kind' },
  mixed: {
    vi: 'đã đăng ký, của kỳ trước hoặc của đơn vị cùng loại',
    en: 'those registered, of the last period, or of units of the same kind',
  },
})
