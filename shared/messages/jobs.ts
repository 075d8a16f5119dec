import { texts } from './text.ts'

/** What each kind of long work is called in a list. */
export const jobKindTexts = texts({
  templates: { vi: 'Xuất biểu mẫu', en: 'Write the workbooks' },
  import: { vi: 'Nhận báo cáo', en: 'Take in submissions' },
  report: { vi: 'Dựng báo cáo', en: 'Build the report' },
  submit: { vi: 'Chốt và trình báo cáo', en: 'Fix and submit the report' },
  approve: { vi: 'Ghi duyệt báo cáo', en: 'Record the approval' },
  backup: { vi: 'Sao lưu dữ liệu', en: 'Back the data up' },
  grid: { vi: 'Xuất bảng số liệu', en: 'Export the figures' },
  papers: { vi: 'Lập văn bản gửi đơn vị', en: 'Write papers to units' },
  audit: { vi: 'Kiểm tra toàn bộ dữ liệu', en: 'Check all data' },
  sample: { vi: 'Dựng dữ liệu mẫu', en: 'Build the sample data' },
})

/** What is being done just now, where one word for the whole kind would say too little. */
export const jobProgressTexts = texts({
  preparing: { vi: 'Đang chuẩn bị…', en: 'Preparing…' },
  reading: { vi: 'Đang đọc {done}/{total}', en: 'Reading {done} of {total}' },
  storing: { vi: 'Đang ghi {done}/{total}', en: 'Storing {done} of {total}' },
  counting: { vi: 'Đang làm {done}/{total}', en: 'Working, {done} of {total}' },
  working: { vi: 'Đang làm…', en: 'Working…' },
  checking: { vi: 'Đang kiểm tra, đã xong {percent} %', en: 'Checking, {percent} % done' },
  building: { vi: 'Đang dựng, đã xong {percent} %', en: 'Building, {percent} % done' },
  stopping: { vi: 'Đang dừng…', en: 'Stopping…' },
})

export const trayTexts = texts({
  title: { vi: 'Việc đang chạy', en: 'Work in progress' },
  none: { vi: 'Không có việc nào đang chạy', en: 'Nothing is running' },
  some: { vi: 'Đang chạy {count} việc', en: 'Running: {count}' },
  running: { vi: 'Đang chạy', en: 'Running' },
  recent: { vi: 'Đã kết thúc', en: 'Ended' },
  empty: {
    vi: 'Chưa có việc dài nào. Khi nhận báo cáo, xuất biểu mẫu, dựng báo cáo hoặc sao lưu, tiến độ và kết quả hiện ở đây.',
    en: 'No long work yet. When submissions are taken in, workbooks written, a report built or a backup made, its progress and outcome are shown here.',
  },
  by: { vi: '{actor}, {at}', en: '{actor}, {at}' },
  older: { vi: 'Các việc cũ hơn có trong Nhật ký và kiểm chứng.', en: 'Older work is in Journal and checks.' },
  started: { vi: 'Bắt đầu: {job}', en: 'Started: {job}' },
  ended: { vi: '{job}: {outcome}', en: '{job}: {outcome}' },
})

export const jobButtons = texts({
  stop: { vi: 'Dừng', en: 'Stop' },
  stopOf: { vi: 'Dừng: {job}', en: 'Stop: {job}' },
  download: { vi: 'Tải về', en: 'Download' },
  save: { vi: 'Lưu…', en: 'Save…' },
  downloadOf: { vi: 'Tải về: {name}', en: 'Download: {name}' },
  saveOf: { vi: 'Lưu: {name}', en: 'Save: {name}' },
})

/** How it ended. The parts of an import are joined by commas. */
export const jobOutcomeTexts = texts({
  importNothing: { vi: 'Không có tệp nào để nhận', en: 'There was no file to take in' },
  imported: { vi: 'Đã tiếp nhận {count}', en: 'Taken in: {count}' },
  duplicate: { vi: 'trùng {count}', en: 'duplicates: {count}' },
  held: { vi: 'chờ xử lý {count}', en: 'waiting for an answer: {count}' },
  attached: { vi: 'lưu kèm {count}', en: 'attached: {count}' },
  rejected: { vi: 'chưa đọc được {count}', en: 'not readable: {count}' },
  submitted: { vi: 'Đã trình', en: 'Submitted' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  templates: { vi: 'Đã ghi {count} biểu mẫu', en: 'Workbooks written: {count}' },
  report: { vi: 'Đã dựng báo cáo {pages} trang', en: 'The report is built, pages: {pages}' },
  backup: { vi: 'Đã sao lưu {size}', en: 'Backed up {size}' },
  grid: { vi: 'Đã xuất {rows} đơn vị, {columns} cột', en: 'Exported: units {rows}, columns {columns}' },
  papers: { vi: 'Đã lập {count} văn bản', en: 'Papers written: {count}' },
  auditPassed: { vi: 'Dữ liệu nguyên vẹn', en: 'The data are intact' },
  auditFailed: {
    vi: 'Có {count} chỗ khác với lúc ghi; xem trang Nhật ký và kiểm chứng',
    en: 'Differences from what was recorded: {count}; see Journal and checks',
  },
  sample: { vi: 'Đã dựng xong dữ liệu mẫu', en: 'The sample data are ready' },
  done: { vi: 'Đã xong', en: 'Done' },
  cancelled: { vi: 'Đã dừng theo yêu cầu', en: 'Stopped as asked' },
  cancelledAfter: { vi: 'Đã dừng theo yêu cầu. {outcome}', en: 'Stopped as asked. {outcome}' },
  interruptedKeepsDone: {
    vi: 'Đã bị ngắt; làm lại sẽ bỏ qua phần đã xong',
    en: 'Was interrupted; doing it again skips what is done',
  },
  interrupted: { vi: 'Đã bị ngắt trước khi xong; hãy làm lại', en: 'Was interrupted before its end; do it again' },
})
