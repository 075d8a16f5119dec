import { texts, type Text } from './text.ts'

export const didYouMean: Text = { vi: ' Có phải là: {word}?', en: ' Did you mean: {word}?' }
export const progressText: Text = { vi: 'Đang xử lý {done}/{total} ({percent} %)', en: 'Working {done}/{total} ({percent} %)' }

export const helpTexts = texts({
  title: {
    vi: 'Tổng Hợp: tổng hợp báo cáo của các đơn vị, không cần mạng.',
    en: 'Tổng Hợp: consolidates the submissions of units, without a network.',
  },
  usage: { vi: 'Cách dùng: tonghop LỆNH [TÙY CHỌN]', en: 'Usage: tonghop COMMAND [OPTIONS]' },
  commands: { vi: 'Các lệnh:', en: 'Commands:' },
  common: {
    vi: 'Tùy chọn chung: --data THƯ_MỤC (nơi lưu dữ liệu) · --json (một tài liệu JSON) · --lang vi|en · --actor TÊN (khi đã có tài khoản: tên đăng nhập, mật khẩu trong biến TONGHOP_PASSWORD)',
    en: 'Everywhere: --data DIR (the workspace) · --json (one JSON document) · --lang vi|en · --actor NAME (with accounts: who signs in, the password in TONGHOP_PASSWORD)',
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

/** The answers to the question of a waiting file, as a person would give them. */
export const heldChoiceTexts = texts({
  use_new: { vi: 'Dùng bản mới', en: 'Use the new version' },
  keep_current: { vi: 'Giữ bản đang dùng', en: 'Keep the version in use' },
  assign_unit: { vi: 'Chọn đơn vị gửi', en: 'Name the unit that sent it' },
  move_to_period: { vi: 'Chuyển sang kỳ ghi trong tệp', en: 'Move it to the period it names' },
  use_here: { vi: 'Dùng cho kỳ này', en: 'Use it for this period' },
  map: { vi: 'Chỉ cách đọc bảng này', en: 'Show how this table is read' },
  check: { vi: 'Kiểm tra số nhập thay', en: 'Check the figures keyed in' },
  attach: { vi: 'Lưu kèm hồ sơ đơn vị, không lấy số liệu', en: 'Keep it with the unit, without its figures' },
  discard: { vi: 'Không dùng tệp này', en: 'Do not use this file' },
})

export const reportKindTexts = texts({
  periodic: { vi: 'định kỳ', en: 'periodic' },
  interim: { vi: 'sơ kết', en: 'interim' },
  final: { vi: 'tổng kết', en: 'final' },
  thematic: { vi: 'chuyên đề', en: 'thematic' },
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

export const adjustmentStateTexts = texts({
  active: { vi: 'đang áp dụng', en: 'in force' },
  replaced: { vi: 'đã được thay', en: 'replaced' },
  suspended: { vi: 'tạm ngừng vì đơn vị gửi bản mới', en: 'suspended by a new version' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
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
  unitsImported: {
    vi: 'Đã thêm {added}, cập nhật {changed}, giữ nguyên {unchanged} đơn vị.',
    en: '{added} units added, {changed} changed, {unchanged} unchanged.',
  },
  templatesWritten: { vi: 'Đã xuất {count} biểu mẫu vào {directory}.', en: 'Wrote {count} workbooks to {directory}.' },
  importTotals: {
    vi: 'Đã tiếp nhận {imported} · trùng {duplicate} · chờ xử lý {held} · lưu kèm {attached} · chưa đọc được {rejected}',
    en: '{imported} imported · {duplicate} duplicate · {held} waiting · {attached} attached · {rejected} not readable',
  },
  importCancelled: {
    vi: 'Đã dừng theo yêu cầu. Chạy lại lệnh để nhận tiếp phần còn lại.',
    en: 'Stopped as asked. Run the command again to go on.',
  },
  importWithFindings: {
    vi: 'Đã tiếp nhận {count} báo cáo, trong đó {noted} báo cáo có điểm cần kiểm tra.',
    en: '{count} submissions imported, {noted} of them with something to check.',
  },
  importNoted: { vi: '{file}: {count} điểm cần kiểm tra', en: '{file}: {count} to check' },
  nextHeld: { vi: 'Việc tiếp theo, xử lý {count} báo cáo đang chờ: {command}', en: 'Next, decide on {count} waiting files: {command}' },
  nextFindings: { vi: 'Việc tiếp theo, xem các điểm cần kiểm tra: {command}', en: 'Next, see what to check: {command}' },
  nextStatus: { vi: 'Việc tiếp theo, xem đơn vị nào chưa gửi: {command}', en: 'Next, see who is missing: {command}' },
  nextTemplates: { vi: 'Việc tiếp theo, xuất biểu mẫu gửi đơn vị: {command}', en: 'Next, write the workbooks to send out: {command}' },
  nextImport: { vi: 'Khi đơn vị gửi về, nhận báo cáo: {command}', en: 'When they come back, take them in: {command}' },
  folderOfFiles: { vi: 'THƯ_MỤC', en: 'FOLDER' },
  seeAll: { vi: 'Còn {count} {what} nữa. Xem đủ: {command}', en: '{count} more {what}. See all: {command}' },
  findingsWord: { vi: 'điểm', en: 'findings' },
  nothingHeld: { vi: 'Không có báo cáo nào chờ xử lý.', en: 'Nothing waits for a decision.' },
  heldSettled: { vi: 'Đã ghi nhận câu trả lời.', en: 'The answer is recorded.' },
  heldAsks: { vi: 'Còn một câu hỏi nữa: {message}', en: 'One more question: {message}' },
  heldCount: { vi: '{count} báo cáo đang chờ quyết định.', en: '{count} files wait for a decision.' },
  heldFile: { vi: 'Tệp {file}, nhận lúc {at}', en: 'File {file}, received {at}' },
  heldAlso: { vi: 'Tệp này còn {count} câu hỏi nữa, sẽ hỏi sau.', en: '{count} more questions on this file follow later.' },
  heldChange: { vi: '{field}: {old} → {new}', en: '{field}: {old} → {new}' },
  heldText: { vi: '{field}: phần lời khác', en: '{field}: other text' },
  heldMoreChanges: { vi: 'và {count} chỗ khác nữa', en: 'and {count} more differences' },
  heldEffect: { vi: 'Toàn tỉnh, {indicator}: {old} → {new}', en: 'Province, {indicator}: {old} → {new}' },
  heldSuspends: {
    vi: 'Phải xem lại điều chỉnh {field} = {value} của {actor}',
    en: 'The adjustment {field} = {value} by {actor} must be looked at again',
  },
  heldSuspendsText: {
    vi: 'Phải xem lại phần lời lấy từ văn bản: {field} (mục “{heading}”)',
    en: 'The passage taken from a paper must be looked at again: {field} (“{heading}”)',
  },
  heldReopens: { vi: 'Điểm đã xử lý sẽ mở lại: {message}', en: 'A settled finding opens again: {message}' },
  heldNoted: { vi: '{kind} ở {field} phải xem lại: {text} ({actor})', en: '{kind} on {field} must be looked at again: {text} ({actor})' },
  heldAnswered: {
    vi: 'Tệp này đã được {actor} trả lời lúc {at}: {choice}.',
    en: 'This very file was answered by {actor} at {at}: {choice}.',
  },
  heldAnswer: { vi: 'Trả lời bằng một trong các lệnh:', en: 'Answer with one of:' },
  heldOtherUnit: { vi: 'Đơn vị khác, mã xem bằng tonghop units list', en: 'Another unit, its code by tonghop units list' },
  heldRest: {
    vi: 'Còn {count} báo cáo khác đang chờ: trả lời xong rồi gõ lại lệnh này, hoặc xem tất cả: {command}',
    en: '{count} other files wait: answer, then type this command again, or see all: {command}',
  },
  unitCode: { vi: 'MÃ_ĐƠN_VỊ', en: 'UNIT_CODE' },
  statusTotals: {
    vi: 'Phải gửi {expected} · đã nhận {received} (đúng hạn {onTime}, chậm {late}) · đã gửi, chờ xử lý {pending} · chưa gửi {unsent}',
    en: '{expected} expected · {received} received ({onTime} on time, {late} late) · {pending} waiting · {unsent} missing',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  statusDue: { vi: 'Kỳ {period}, hạn nộp {due}.', en: 'Period {period}, due {due}.' },
  statusOnTime: {
    vi: 'Đúng hạn: {count} đơn vị. Xem đủ danh sách: {command}',
    en: 'On time: {count} units. See the whole list: {command}',
  },
  noFindings: { vi: 'Không có điểm cần kiểm tra.', en: 'Nothing to check.' },
  findingTotals: {
    vi: '{blocking} điểm phải xử lý trước khi trình, {warning} điểm nên xem lại, {info} điểm để biết.',
    en: '{blocking} to settle before submitting, {warning} to look at again, {info} for information.',
  },
  findingsSettled: { vi: 'Đã xử lý', en: 'Settled' },
  wholeProvince: { vi: 'Toàn tỉnh', en: 'The province' },
  findingsHint: {
    vi: 'Xem ô gốc: tonghop trace MỤC --period {period} --unit MÃ · Điều chỉnh: tonghop adjust MỤC SỐ --period {period} --unit MÃ --reason "lý do". MỤC và MÃ ghi trong ngoặc ở trên.',
    en: 'Source cell: tonghop trace FIELD --period {period} --unit CODE · Adjust: tonghop adjust FIELD VALUE --period {period} --unit CODE --reason "why". FIELD and CODE stand in brackets above.',
  },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  rate: { vi: 'Tỷ lệ', en: 'Rate' },
  target: { vi: 'Mục tiêu', en: 'Target' },
  verdict: { vi: 'Kết quả', en: 'Result' },
  bounds: { vi: 'Có thể từ', en: 'Bounds' },
  boundsMeaning: {
    vi: '“Có thể từ”: mức thấp nhất và cao nhất của tỷ lệ khi các đơn vị còn lại gửi số liệu.',
    en: 'Bounds: the lowest and highest the rate can become once the other units report.',
  },
  field: { vi: 'Mục số liệu', en: 'Field' },
  value: { vi: 'Số liệu', en: 'Figure' },
  traceTitle: { vi: '{label} ({name})', en: '{label} ({name})' },
  traceUnit: { vi: '{unit}, kỳ {period}', en: '{unit}, period {period}' },
  traceValue: { vi: 'Số được tính: {value}', en: 'Counts as: {value}' },
  traceReported: { vi: 'Đơn vị báo cáo: {value}, trong ô ghi “{raw}”', en: 'Reported: {value}, typed as “{raw}”' },
  traceCell: { vi: 'Ô gốc: ô {cell}, trang “{sheet}”, tệp {file}', en: 'Source cell: {cell}, sheet “{sheet}”, file {file}' },
  tracePath: { vi: 'Bản lưu để mở xem: {path}', en: 'Kept copy to look at: {path}' },
  traceAdjustment: {
    vi: 'Điều chỉnh thành {value} ({state}) lúc {at}, {actor}. {basis}: {reason}',
    en: 'Adjusted to {value} ({state}) at {at} by {actor}. {basis}: {reason}',
  },
  adjusted: {
    vi: 'Đã điều chỉnh {field} của {unit}: {value}. Mã điều chỉnh: {id}',
    en: 'Adjusted {field} of {unit}: {value}. Adjustment id: {id}',
  },
  adjustmentWithdrawn: { vi: 'Đã rút điều chỉnh {id}.', en: 'Withdrew adjustment {id}.' },
  replacementIs: { vi: 'Bản tới thay thế Báo cáo số {number}, ngày {day}.', en: 'The next one replaces report {number} of {day}.' },
  replacementNone: { vi: 'Bản tới không thay thế báo cáo nào.', en: 'The next one replaces none.' },
  topicIs: { vi: 'Báo cáo chuyên đề về: {codes}', en: 'The thematic report is about: {codes}' },
  topicOfEverything: {
    vi: 'Báo cáo chuyên đề về toàn bộ chương trình.',
    en: 'The thematic report is about the whole programme.',
  },
  reportBuilt: { vi: 'Đã dựng báo cáo {pages} trang: {path}', en: 'Built a report of {pages} pages: {path}' },
  reportBlocking: { vi: 'Còn {blocking} điểm phải xử lý trước khi trình.', en: '{blocking} findings must be settled before submitting.' },
  reportUnwritten: {
    vi: 'Còn {count} phần cơ quan chưa viết: {sections}.',
    en: '{count} sections wait for the office’s own words: {sections}.',
  },
  reportDraft: { vi: 'Bản này là dự thảo: chưa có số, ngày và chữ ký.', en: 'This is a draft: without number, date and signature.' },
  reportKind: { vi: 'Loại', en: 'Kind' },
  reportState: { vi: 'Trạng thái', en: 'State' },
  reportReviewed: {
    vi: 'Đã ghi nhận thẩm định báo cáo {kind}, kỳ {period}.',
    en: 'Recorded the review of the {kind} report of period {period}.',
  },
  reportPages: { vi: 'Số trang', en: 'Pages' },
  reportAt: { vi: 'Dựng lúc', en: 'Built' },
  reportBy: { vi: 'Người dựng', en: 'By' },
  reportId: { vi: 'Mã', en: 'Id' },
  period: { vi: 'Kỳ', en: 'Period' },
  span: { vi: 'Từ – đến', en: 'From – to' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  code: { vi: 'Mã', en: 'Code' },
  clockAccepted: {
    vi: 'Đã ghi nhận giờ máy {now} là đúng (dòng nhật ký trước: {last}). Làm tiếp được rồi.',
    en: 'Recorded that {now} is the right time (the entry before: {last}). Work can go on.',
  },
  noReports: { vi: 'Chưa có báo cáo nào.', en: 'No reports yet.' },
  auditPassed: { vi: 'Dữ liệu khớp với nhật ký ({entries} dòng).', en: 'The workspace agrees with its journal ({entries} entries).' },
  auditFailed: {
    vi: 'Dữ liệu không khớp với nhật ký. Không ghi thêm; khôi phục từ bản sao lưu.',
    en: 'The workspace differs from its journal. Write nothing more; restore a backup.',
  },
  reportStep: { vi: '{kind}, kỳ {period}: {state}.', en: '{kind}, period {period}: {state}.' },
  askCertificatePassword: { vi: 'Mật khẩu của chứng thư: ', en: 'Password of the certificate: ' },
  remarkAnswered: { vi: 'Đã ghi trả lời ý kiến.', en: 'The answer is recorded.' },
  sheetWritten: { vi: 'Đã ghi {path} ({bytes} byte).', en: 'Wrote {path} ({bytes} bytes).' },
  tablesWritten: { vi: 'Đã ghi bảng số liệu: {path}', en: 'Wrote the tables: {path}' },
  papersExported: { vi: 'Đã ghi {count} văn bản và danh sách vào {path}', en: 'Papers written with their list, {count}: {path}' },
  paperDamaged: {
    vi: 'Chưa xuất {name}: tệp không còn khớp với bản đã lưu. Khôi phục từ bản sao lưu.',
    en: '{name} was not written: the file is not what was kept. Restore a backup.',
  },
  nothingToExport: { vi: 'Kỳ này chưa có báo cáo nào được trình.', en: 'No report of this period was submitted yet.' },
  reprinted: { vi: 'Đã ghi lại đúng từng byte vào {path}. SHA-256: {sha256}', en: 'Wrote the same bytes to {path}. SHA-256: {sha256}' },
  number: { vi: 'Số', en: 'Number' },
  numberDay: { vi: 'Ngày', en: 'Day' },
  numberAbout: { vi: 'Trích yếu', en: 'About' },
  numberRecorded: { vi: 'Đã ghi sổ số {number}.', en: 'Recorded number {number}.' },
  term: { vi: 'Nhiệm kỳ từ {from}; số tiếp theo: {next}', en: 'Term since {from}; next number: {next}' },
  termIs: { vi: 'Số văn bản nối tiếp từ ngày {from}.', en: 'Numbers run on since {from}.' },
  rootsAdded: { vi: 'Đã cài {count} chứng thư gốc: {names}.', en: 'Installed {count} root certificates: {names}.' },
  rootRemoved: { vi: 'Đã gỡ chứng thư gốc {name}.', en: 'Removed the root certificate {name}.' },
  noRoots: { vi: 'Chưa cài chứng thư gốc nào.', en: 'No root certificate is installed.' },
  rootName: { vi: 'Chứng thư', en: 'Certificate' },
  rootValidTo: { vi: 'Hiệu lực đến', en: 'Valid until' },
  rootAt: { vi: 'Cài lúc', en: 'Installed' },
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
