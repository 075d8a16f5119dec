import { texts, type Text } from './text.ts'

export const didYouMean: Text = { vi: ' Có phải là: {word}?', en: ' Did you mean: {word}?' }
export const progressText: Text = { vi: 'Đang xử lý {done}/{total} ({percent} %)', en: 'Working {done}/{total} ({percent} %)' }

export const helpTexts = texts({
  title: { vi: 'Tổng Hợp: tổng hợp báo cáo của các đơn vị, không cần mạng.', en: 'Tổng Hợp: consolidates the submissions of units, without a network.' },
  usage: { vi: 'Cách dùng: tonghop LỆNH [TÙY CHỌN]', en: 'Usage: tonghop COMMAND [OPTIONS]' },
  commands: { vi: 'Các lệnh:', en: 'Commands:' },
  common: {
    vi: 'Tùy chọn chung: --data THƯ_MỤC (nơi lưu dữ liệu) · --json (một tài liệu JSON) · --lang vi|en · --actor TÊN',
    en: 'Everywhere: --data DIR (the workspace) · --json (one JSON document) · --lang vi|en · --actor NAME',
  },
  exits: {
    vi: 'Mã kết thúc: 0 xong · 1 xong, còn điểm phải xử lý · 2 gõ lệnh chưa đúng · 3 chưa thực hiện được · 4 sự cố, có mã tra cứu',
    en: 'Exit codes: 0 done · 1 done, something waits for a person · 2 wrong usage · 3 refused · 4 internal error with a reference',
  },
  example: { vi: 'Ví dụ:', en: 'Example:' },
  one: { vi: 'Cách dùng:', en: 'Usage:' },
})

export const outcomeTexts = texts({
  imported: { vi: 'Đã tiếp nhận', en: 'Imported' },
  duplicate: { vi: 'Trùng, đã nhận trước đó', en: 'Duplicate' },
  held: { vi: 'Chờ xử lý', en: 'Waiting' },
  attached: { vi: 'Lưu kèm', en: 'Attached' },
  rejected: { vi: 'Chưa đọc được', en: 'Not readable' },
})

export const severityTexts = texts({
  blocking: { vi: 'Phải xử lý trước khi trình', en: 'Settle before submitting' },
  warning: { vi: 'Nên xem lại', en: 'Look again' },
  info: { vi: 'Để biết', en: 'For information' },
})

export const cellStateTexts = texts({
  value: { vi: 'số', en: 'value' },
  nil: { vi: 'Không phát sinh', en: 'Nil' },
  not_applicable: { vi: 'Không thuộc đối tượng', en: 'Not applicable' },
  blank: { vi: 'Để trống', en: 'Blank' },
  unreadable: { vi: 'Không rõ số', en: 'Unreadable' },
})

export const stateOfPeriodTexts = texts({ open: { vi: 'đang mở', en: 'open' }, closed: { vi: 'đã chốt', en: 'closed' } })

export const outputTexts = texts({
  initialised: {
    vi: 'Đã tạo dữ liệu tại {directory}: chương trình {programme}, {units} đơn vị. Bước tiếp theo: mở kỳ báo cáo (period open).',
    en: 'Created the workspace at {directory}: programme {programme}, {units} units. Next: open a period (period open).',
  },
  periodOpened: { vi: 'Đã mở kỳ {code} ({from} đến {to}), hạn nộp {due}.', en: 'Opened period {code} ({from} to {to}), due {due}.' },
  periodClosed: { vi: 'Đã chốt kỳ {code}.', en: 'Closed period {code}.' },
  periodReopened: { vi: 'Đã mở lại kỳ {code}.', en: 'Reopened period {code}.' },
  noPeriods: { vi: 'Chưa có kỳ nào. Mở kỳ bằng lệnh period open.', en: 'No periods yet. Open one with period open.' },
  registered: { vi: 'Đã ghi {counts} mẫu số của {units} đơn vị.', en: 'Recorded {counts} denominators of {units} units.' },
  unitsImported: { vi: 'Đã thêm {added}, cập nhật {changed}, giữ nguyên {unchanged} đơn vị.', en: '{added} units added, {changed} changed, {unchanged} unchanged.' },
  templatesWritten: { vi: 'Đã xuất {count} biểu mẫu vào {directory}.', en: 'Wrote {count} workbooks to {directory}.' },
  importTotals: {
    vi: 'Đã tiếp nhận {imported} · trùng {duplicate} · chờ xử lý {held} · lưu kèm {attached} · chưa đọc được {rejected}',
    en: '{imported} imported · {duplicate} duplicate · {held} waiting · {attached} attached · {rejected} not readable',
  },
  importCancelled: { vi: 'Đã dừng theo yêu cầu. Chạy lại lệnh để nhận tiếp phần còn lại.', en: 'Stopped as asked. Run the command again to go on.' },
  nothingHeld: { vi: 'Không có báo cáo nào chờ xử lý.', en: 'Nothing waits for a decision.' },
  heldSettled: { vi: 'Đã ghi nhận câu trả lời.', en: 'The answer is recorded.' },
  heldAsks: { vi: 'Còn một câu hỏi nữa: {message} Chọn một trong: {choices}', en: 'One more question: {message} Choose one of: {choices}' },
  choices: { vi: 'Chọn: {choices}', en: 'Choices: {choices}' },
  statusTotals: {
    vi: 'Phải gửi {expected} · đã nhận {received} (đúng hạn {onTime}, chậm {late}) · chưa có {missing}',
    en: '{expected} expected · {received} received ({onTime} on time, {late} late) · {missing} missing',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Chậm', en: 'Late' },
  pending: { vi: 'Đã gửi, chờ xử lý', en: 'Sent, waiting' },
  missing: { vi: 'Chưa gửi', en: 'Missing' },
  noFindings: { vi: 'Không có điểm cần kiểm tra.', en: 'Nothing to check.' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  rate: { vi: 'Tỷ lệ', en: 'Rate' },
  target: { vi: 'Mục tiêu', en: 'Target' },
  verdict: { vi: 'Kết quả', en: 'Result' },
  coverage: { vi: 'Đã có số liệu', en: 'Coverage' },
  bounds: { vi: 'Khoảng có thể', en: 'Bounds' },
  notMetYet: { vi: 'Chưa tới mức mục tiêu năm', en: 'Below the level set for the year' },
  field: { vi: 'Mục số liệu', en: 'Field' },
  value: { vi: 'Số liệu', en: 'Figure' },
  traceValue: { vi: '{name}: {value}', en: '{name}: {value}' },
  traceReported: { vi: 'Đơn vị báo cáo: {value} (ghi “{raw}”, {state})', en: 'Reported: {value} (typed “{raw}”, {state})' },
  traceCell: { vi: 'Ô gốc: trang {sheet}, ô {cell}, tệp {file}', en: 'Source cell: sheet {sheet}, cell {cell}, file {file}' },
  tracePath: { vi: 'Bản lưu: {path}', en: 'Kept copy: {path}' },
  traceAdjustment: { vi: 'Điều chỉnh {value} ngày {day}, {actor}: {reason}', en: 'Adjusted to {value} on {day} by {actor}: {reason}' },
  adjusted: { vi: 'Đã điều chỉnh {field} của {unit}: {value}. Mã điều chỉnh: {id}', en: 'Adjusted {field} of {unit}: {value}. Adjustment id: {id}' },
  adjustmentWithdrawn: { vi: 'Đã rút điều chỉnh {id}.', en: 'Withdrew adjustment {id}.' },
  reportBuilt: { vi: 'Đã dựng báo cáo {pages} trang: {path}', en: 'Built a report of {pages} pages: {path}' },
  reportBlocking: { vi: 'Còn {blocking} điểm phải xử lý trước khi trình.', en: '{blocking} findings must be settled before submitting.' },
  noReports: { vi: 'Chưa có báo cáo nào.', en: 'No reports yet.' },
  auditPassed: { vi: 'Dữ liệu khớp với nhật ký ({entries} dòng).', en: 'The workspace agrees with its journal ({entries} entries).' },
  auditFailed: { vi: 'Dữ liệu không khớp với nhật ký. Không ghi thêm; khôi phục từ bản sao lưu.', en: 'The workspace differs from its journal. Write nothing more; restore a backup.' },
  backedUp: { vi: 'Đã sao lưu vào {path} ({bytes} byte). SHA-256: {sha256}', en: 'Backed up to {path} ({bytes} bytes). SHA-256: {sha256}' },
  restored: { vi: 'Đã khôi phục vào {directory}.', en: 'Restored to {directory}.' },
})

export const demoStepTexts = texts({
  init: { vi: 'Tạo dữ liệu mẫu…', en: 'Creating the sample workspace…' },
  templates: { vi: 'Xuất biểu mẫu gửi đơn vị…', en: 'Writing the workbooks…' },
  submissions: { vi: 'Lập báo cáo mẫu của các đơn vị…', en: 'Making the units’ submissions…' },
  import: { vi: 'Nhận báo cáo…', en: 'Importing…' },
  reconcile: { vi: 'Đối chiếu, xử lý chênh lệch…', en: 'Reconciling…' },
  report: { vi: 'Dựng báo cáo…', en: 'Building the report…' },
  verify: { vi: 'Kiểm tra dữ liệu…', en: 'Checking the workspace…' },
  backup: { vi: 'Sao lưu…', en: 'Backing up…' },
  done: {
    vi: 'Báo cáo ({pages} trang): {report}\nBáo cáo mẫu của các đơn vị: {submissions}\nDữ liệu: {workspace}\nCòn {blocking} điểm phải xử lý trước khi trình.',
    en: 'Report ({pages} pages): {report}\nSubmissions of the units: {submissions}\nWorkspace: {workspace}\n{blocking} findings must be settled before submitting.',
  },
})
