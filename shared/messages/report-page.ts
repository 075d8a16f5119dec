import { texts } from './text.ts'

export const reportPageTexts = texts({
  title: { vi: 'Báo cáo', en: 'Report' },
  noPeriod: { vi: 'Chưa có kỳ báo cáo nào', en: 'There is no period yet' },
  noPeriodHow: {
    vi: 'Mở kỳ báo cáo trước, sau đó dự thảo dựng được ngay.',
    en: 'Open a period first; the draft can then be built at once.',
  },
  empty: { vi: 'Chưa có dự thảo', en: 'There is no draft yet' },
  emptyHow: {
    vi: 'Ứng dụng dựng sẵn đề cương và bảng số liệu từ {received}/{expected} báo cáo đã nhận.',
    en: 'The outline and the tables are built from {received} of {expected} submissions received.',
  },
  emptyNobody: { vi: 'Chuyên viên tổng hợp dựng dự thảo.', en: 'The clerk builds the draft.' },
  kind: { vi: 'Loại báo cáo', en: 'Kind of report' },
  topicIs: { vi: 'Nội dung: {indicators} chỉ tiêu, {tasks} nhiệm vụ', en: 'About: {indicators} indicators, {tasks} tasks' },
  topicOfEverything: { vi: 'Nội dung: toàn bộ chương trình', en: 'About: the whole programme' },
  replacement: { vi: 'Lập bản thay thế…', en: 'Replace an issued report…' },
  replacementIs: { vi: 'Bản tới thay thế số {number}', en: 'The next one replaces {number}' },
  replacementTitle: { vi: 'Lập bản thay thế', en: 'Replace an issued report' },
  replacementHow: {
    vi: 'Lời văn của bản tới nêu số, ngày của báo cáo được thay thế; khi phát hành, báo cáo đó không còn dùng và có thông báo gửi cùng nơi nhận. Dựng lại để có dự thảo mới.',
    en: 'The text of the next one names number and day of what it replaces; once it is issued that one is superseded, with a notice to the same recipients. Build again to have the draft.',
  },
  topicTitle: { vi: 'Nội dung báo cáo chuyên đề', en: 'What the thematic report is about' },
  topicHow: {
    vi: 'Báo cáo chỉ giữ lại chỉ tiêu, nhiệm vụ được chọn. Không chọn gì là toàn bộ chương trình. Dự thảo đã dựng không thay đổi; dựng lại để có nội dung mới. Lời cơ quan đã viết cho báo cáo chuyên đề của kỳ được giữ ở từng mục: xem lại khi đổi nội dung.',
    en: 'The report keeps the chosen indicators and tasks only. Nothing chosen is the whole programme. A draft that is built stays as it is; build again to have it. What the office wrote for thematic reports of the period stays in its sections: look at it again when the topic changes.',
  },
  topicIndicators: { vi: 'Chỉ tiêu', en: 'Indicators' },
  topicTasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  building: { vi: 'Dựng dự thảo', en: 'Build the draft' },
  same: {
    vi: 'Số liệu chưa thay đổi từ lần dựng trước, nên đây vẫn là bản dựng lúc {at}.',
    en: 'Nothing has changed since the last build, so this is still the one of {at}.',
  },
  changed: {
    vi: 'Số liệu đã thay đổi sau khi dựng (lần cuối {at}). Dựng lại để có số mới.',
    en: 'Figures have changed since this was built (last at {at}). Build again to have them.',
  },
  about: { vi: '{kind}, {pages} trang', en: '{kind}, {pages} pages' },
  outline: { vi: 'Đề cương', en: 'Outline' },
  outlineReading: { vi: 'Đang đọc đề cương…', en: 'Reading the outline…' },
  complete: { vi: 'đủ', en: 'complete' },
  incomplete: { vi: 'thiếu', en: 'to be written' },
  incompleteHow: {
    vi: 'Phần ghi “thiếu” còn chỗ do cơ quan soạn thảo bổ sung.',
    en: 'A section marked “to be written” has a place the drafting office still fills in.',
  },
  blockers: { vi: 'Phải xử lý trước khi trình', en: 'To settle before submitting' },
  noBlockers: { vi: 'Không còn điểm phải xử lý.', en: 'Nothing is left to settle.' },
  blocked: { vi: 'Chưa trình được: còn {count} điểm phải xử lý.', en: 'Cannot be submitted yet: {count} to settle.' },
  settle: { vi: 'Xử lý {count} điểm', en: 'Settle them ({count})' },
  history: { vi: 'Các bản đã dựng', en: 'Versions built' },
  version: { vi: '{at} · {actor}', en: '{at} · {actor}' },
  versionPages: { vi: '{kind}, {pages} trang, {state}', en: '{kind}, {pages} pages, {state}' },
  technical: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  fingerprint: { vi: 'Mã băm SHA-256 của tệp', en: 'SHA-256 of the file' },
  identity: { vi: 'Mã báo cáo', en: 'Report id' },
  road: { vi: 'Đường đi của báo cáo', en: 'The way of the report' },
  reviewTitle: { vi: 'Ghi nhận đã thẩm định?', en: 'Record as reviewed?' },
  reviewQuestion: {
    vi: 'Bản dự thảo dựng lúc {at} ({pages} trang) được ghi nhận là đã thẩm định. Người dựng hoặc đã điều chỉnh số liệu của kỳ không thẩm định bản này.',
    en: 'The draft built {at} ({pages} pages) is recorded as reviewed. Who built it, or adjusted figures of the period, does not review it.',
  },
  printing: { vi: 'Đang chuẩn bị bản in: trang {page}/{pages}', en: 'Preparing the print: page {page}/{pages}' },
  unknown: {
    vi: 'Không còn bản báo cáo này. Chọn một bản trong danh sách.',
    en: 'This version of the report is not there. Choose one from the list.',
  },
})

export const reportButtons = texts({
  build: { vi: 'Dựng dự thảo', en: 'Build the draft' },
  keepTopic: { vi: 'Ghi lựa chọn', en: 'Record the choice' },
  leaveTopic: { vi: 'Quay lại', en: 'Back' },
  rebuild: { vi: 'Dựng lại', en: 'Build again' },
  save: { vi: 'Lưu PDF…', en: 'Save PDF…' },
  tables: { vi: 'Lưu bảng Excel…', en: 'Save tables (Excel)…' },
  word: { vi: 'Xuất Word…', en: 'Export to Word…' },
  wordBack: { vi: 'Nhận lại bản Word…', en: 'Take the Word file in again…' },
  wordName: { vi: 'bao-cao-{period}.docx', en: 'report-{period}.docx' },
  print: { vi: 'In…', en: 'Print…' },
  more: { vi: 'Khác', en: 'More' },
  review: { vi: 'Ghi nhận đã thẩm định', en: 'Record as reviewed' },
  readOn: { vi: 'Đọc tiếp', en: 'Read on' },
  openPeriod: { vi: 'Mở kỳ báo cáo', en: 'Open a period' },
})

/** As the kinds are chosen from. */
export const reportKindNames = texts({
  periodic: { vi: 'Báo cáo định kỳ', en: 'Periodic report' },
  interim: { vi: 'Báo cáo sơ kết', en: 'Interim report' },
  final: { vi: 'Báo cáo tổng kết', en: 'Final report' },
  thematic: { vi: 'Báo cáo chuyên đề', en: 'Thematic report' },
})

/** The whole way of a report, built or not. */
export const roadTexts = texts({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  reviewed: { vi: 'Đã thẩm định', en: 'Reviewed' },
  submitted: { vi: 'Đã trình', en: 'Submitted' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  superseded: { vi: 'Đã được thay thế', en: 'Superseded' },
  issued: { vi: 'Đã phát hành', en: 'Issued' },
})
