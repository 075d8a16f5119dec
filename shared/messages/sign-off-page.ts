import { texts } from './text.ts'

/** The road of a report as the page says it: who is waited for, what was said on the way. */
export const signOffTexts = texts({
  wait_draft: { vi: 'Chờ cán bộ thẩm định.', en: 'Waiting for the reviewer.' },
  wait_reviewed: {
    vi: 'Chờ chuyên viên tổng hợp chốt và trình duyệt.',
    en: 'Waiting for the clerk to fix it and submit it.',
  },
  wait_submitted: { vi: 'Chờ lãnh đạo duyệt.', en: 'Waiting for the leader.' },
  wait_approved: { vi: 'Chờ lãnh đạo ký.', en: 'Waiting for the leader’s signature.' },
  wait_signed: { vi: 'Chờ văn thư ghi số và phát hành.', en: 'Waiting for number and date from the registrar.' },
  wait_issued: { vi: 'Số {number}, ngày {day}.', en: 'Number {number}, {day}.' },
  wait_superseded: { vi: 'Được thay thế bằng văn bản số {number}, ngày {day}.', en: 'Superseded by number {number}, {day}.' },
  own_work: {
    vi: 'Bước tiếp theo do người không chuẩn bị báo cáo này thực hiện.',
    en: 'The next step is for somebody who had no part in this report.',
  },
  stale: {
    vi: 'Số liệu đã thay đổi sau khi dựng: dựng lại và thẩm định bản mới trước khi trình.',
    en: 'Data changed after it was built: build it again and have it reviewed before it is submitted.',
  },
  changedFrozen: {
    vi: 'Số liệu đã thay đổi sau khi trình (lần cuối {at}). Bản này giữ nguyên như lúc trình.',
    en: 'Data changed after it was submitted (last at {at}). This paper stays as it was submitted.',
  },
  onPaper: { vi: 'ký trên bản giấy', en: 'signed by hand' },
  history: { vi: 'Ai đã làm gì, lúc nào', en: 'Who did what and when' },
  step: { vi: '{state}: {actor}, {at}', en: '{state}: {actor}, {at}' },
  stepWords: { vi: '{state}: {actor}, {at}. {kind}: {words}', en: '{state}: {actor}, {at}. {kind}: {words}' },
  stepBack: { vi: '{state}: {actor}, {at}. {words}', en: '{state}: {actor}, {at}. {words}' },
  said_return: { vi: 'Trả lại để chỉnh sửa', en: 'Returned' },
  said_withdraw: { vi: 'Rút lại', en: 'Withdrawn' },
  said_reservations: { vi: 'Ý kiến bảo lưu', en: 'Reservations' },
  said_paper: { vi: 'Trên bản giấy', en: 'On paper' },
  said_blocking: { vi: 'Trình khi còn điểm phải xử lý', en: 'Submitted with findings open' },
  readToEnd: {
    vi: 'Đọc đến trang cuối (trang {pages}) thì hiện các nút duyệt và trả lại.',
    en: 'The buttons to approve and to return appear after the last page ({pages}).',
  },
  decide: { vi: 'Quyết định của lãnh đạo', en: 'The leader’s decision' },
  mustReserve: {
    vi: 'Báo cáo được trình khi còn điểm phải xử lý, nên duyệt kèm ý kiến bảo lưu hoặc trả lại.',
    en: 'It was submitted with findings open: approve it with reservations, or return it.',
  },
})

export const signOffButtons = texts({
  submit: { vi: 'Chốt và trình duyệt', en: 'Fix and submit' },
  submitWithReason: { vi: 'Trình kèm lý do', en: 'Submit with a reason' },
  look: { vi: 'Xem lại', en: 'Look again' },
  settle: { vi: 'Xử lý {count} điểm', en: 'Settle them ({count})' },
  answerRemarks: { vi: 'Trả lời {count} ý kiến', en: 'Answer the remarks ({count})' },
  approve: { vi: 'Duyệt báo cáo', en: 'Approve the report' },
  reserve: { vi: 'Duyệt, có ý kiến bảo lưu', en: 'Approve with reservations' },
  giveBack: { vi: 'Trả lại để chỉnh sửa', en: 'Return for changes' },
  readOn: { vi: 'Đọc tiếp', en: 'Read on' },
  onPaper: { vi: 'Ghi duyệt trên bản giấy', en: 'Record an approval on paper' },
  sign: { vi: 'Ký số', en: 'Sign' },
  signOffice: { vi: 'Ký số của cơ quan', en: 'Sign for the office' },
  export: { vi: 'Xuất để ký bằng phần mềm khác', en: 'Export for another signing tool' },
  intake: { vi: 'Nhận lại bản đã ký…', en: 'Take the signed file in…' },
  issue: { vi: 'Ghi số và phát hành', en: 'Number and issue' },
  back: { vi: 'Quay lại', en: 'Go back' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  keep: { vi: 'Giữ nguyên', en: 'Leave as it is' },
  answer: { vi: 'Ghi tiếp thu', en: 'Record the answer' },
  addRemark: { vi: 'Thêm ý kiến', en: 'Add a remark' },
  choose: { vi: 'Chọn tệp…', en: 'Choose a file…' },
  chooseOther: { vi: 'Chọn tệp khác…', en: 'Choose another file…' },
  save: { vi: 'Lưu {paper}', en: 'Save {paper}' },
  slip: { vi: 'Lưu Phiếu kiểm chứng', en: 'Save the verification slip' },
  notice: { vi: 'Lưu thông báo thay thế', en: 'Save the notice of replacement' },
  recordNumber: { vi: 'Ghi số cấp ngoài ứng dụng', en: 'Record a number given elsewhere' },
})

export const signOffDialogTexts = texts({
  submitTitle: { vi: 'Chốt số liệu và trình duyệt?', en: 'Fix the figures and submit?' },
  submitHow: {
    vi: 'Bản này sẽ không sửa được nữa. Báo cáo gửi sau vẫn được nhận nhưng không tính vào bản này.',
    en: 'This version cannot be changed any more. What is sent later is still taken in, but not counted in it.',
  },
  unsent: { vi: 'Còn {count} đơn vị chưa gửi.', en: '{count} units have not sent anything.' },
  allSent: { vi: 'Tất cả đơn vị đã gửi.', en: 'Every unit has sent its report.' },
  submitBlocked: {
    vi: 'Còn {count} điểm phải xử lý. Trình khi chưa xử lý thì ghi lý do; lãnh đạo chỉ duyệt được kèm ý kiến bảo lưu.',
    en: '{count} findings are to be settled first. Give a reason to submit without; the leader can then approve with reservations only.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonMissing: { vi: 'Ghi lý do.', en: 'Give a reason.' },
  approveTitle: { vi: 'Duyệt báo cáo?', en: 'Approve the report?' },
  approveQuestion: {
    vi: 'Đồng chí duyệt bản trình lúc {at} ({pages} trang)? Sau khi duyệt, muốn thay đổi phải lập bản thay thế.',
    en: 'Approve what was submitted at {at} ({pages} pages)? After that a change needs a new report in its place.',
  },
  reservations: { vi: 'Ý kiến bảo lưu', en: 'Reservations' },
  reservationsMissing: { vi: 'Ghi ý kiến bảo lưu.', en: 'Write the reservations.' },
  returnTitle: { vi: 'Trả lại để chỉnh sửa?', en: 'Return for changes?' },
  returnHow: {
    vi: 'Mỗi ý kiến là một việc: báo cáo chỉ trình lại được khi từng ý kiến đã có tiếp thu, giải trình.',
    en: 'Each remark is a task: the report can be submitted again only when each has an answer.',
  },
  remark: { vi: 'Ý kiến {place}', en: 'Remark {place}' },
  remarkMissing: { vi: 'Ghi ít nhất một ý kiến.', en: 'Write one remark at least.' },
  paperTitle: { vi: 'Ghi duyệt trên bản giấy?', en: 'Record an approval on paper?' },
  paperHow: {
    vi: 'Đính kèm bản chụp bút phê duyệt. Người ghi không phải là người chuẩn bị báo cáo này.',
    en: 'Attach the scan of the handwritten approval. Whoever records it had no part in this report.',
  },
  scan: { vi: 'Bản chụp (PDF, PNG, JPG, TIFF)', en: 'Scan (PDF, PNG, JPG, TIFF)' },
  scanMissing: { vi: 'Chọn bản chụp.', en: 'Choose the scan.' },
  signTitle: { vi: 'Ký số bản trình', en: 'Sign the paper' },
  signOfficeTitle: { vi: 'Ký số của cơ quan', en: 'Sign for the office' },
  signHow: {
    vi: 'Chứng thư và mật khẩu chỉ dùng cho lần ký này, không lưu lại. Mỗi lần bấm là một lần thử mật khẩu.',
    en: 'Certificate and password serve this one signature and are not kept. Each press is one try of the password.',
  },
  certificate: { vi: 'Tệp chứng thư số (.p12, .pfx)', en: 'Certificate file (.p12, .pfx)' },
  certificateMissing: { vi: 'Chọn tệp chứng thư số.', en: 'Choose the certificate file.' },
  password: { vi: 'Mật khẩu của chứng thư', en: 'Password of the certificate' },
  passwordMissing: { vi: 'Nhập mật khẩu của chứng thư.', en: 'Type the password of the certificate.' },
  picture: { vi: 'Ảnh chữ ký (PNG nền trong suốt), không bắt buộc', en: 'Picture of the signature (transparent PNG), optional' },
  seal: { vi: 'Ảnh con dấu (PNG nền trong suốt), không bắt buộc', en: 'Picture of the seal (transparent PNG), optional' },
  noFile: { vi: 'Chưa chọn tệp', en: 'No file chosen' },
  unstaged: {
    vi: 'Chưa đọc được {name}. Chọn tệp khác (không quá 20 MB).',
    en: '{name} was not read. Choose another file (at most 20 MB).',
  },
  issueTitle: { vi: 'Ghi số và phát hành', en: 'Number and issue' },
  issueQuestion: {
    vi: 'Ghi Số {number}, {day} và phát hành? Số đã cấp không dùng lại được.',
    en: 'Give number {number}, {day}, and issue? A number that was given cannot be used again.',
  },
  issueFirst: {
    vi: 'Sổ chưa có số nào của nhiệm kỳ này: ghi đúng số tiếp theo sổ giấy của cơ quan.',
    en: 'The register has no number of this term yet: give the next one of the office’s own book.',
  },
  number: { vi: 'Số', en: 'Number' },
  numberWrong: { vi: 'Số là số nguyên từ 1 đến 99.999.', en: 'A number is whole, from 1 to 99,999.' },
  day: { vi: 'Ngày văn bản', en: 'Day of the paper' },
  dayWrong: { vi: 'Gõ ngày như 30/06/2026.', en: 'Write the day like 30/06/2026.' },
  supersedes: { vi: 'Thay thế báo cáo đã phát hành', en: 'Takes the place of an issued report' },
  supersedesNone: { vi: 'Không thay thế báo cáo nào', en: 'It replaces none' },
  scanOfSigned: {
    vi: 'Báo cáo chưa ký số: đính kèm bản chụp bản giấy đã ký.',
    en: 'The report is not signed digitally: attach the scan of the paper that was signed by hand.',
  },
  withdrawTitle: { vi: 'Rút lại báo cáo?', en: 'Withdraw the report?' },
  withdrawHow: {
    vi: 'Báo cáo trở về dự thảo; bản đã trình vẫn được lưu. Muốn đi tiếp phải thẩm định và trình lại.',
    en: 'The report becomes a draft again; what was submitted is kept. To go on it is reviewed and submitted anew.',
  },
  about: { vi: 'Văn bản', en: 'Paper' },
  aboutMissing: { vi: 'Ghi số này cấp cho văn bản nào.', en: 'Say which paper the number was given to.' },
  recordHow: {
    vi: 'Số nối tiếp trong nhiệm kỳ: ghi vào sổ những số đã cấp cho văn bản làm ngoài ứng dụng, theo thứ tự.',
    en: 'Numbers run on through the term: record, in their order, those given to papers made elsewhere.',
  },
})

export const remarkTexts = texts({
  title: { vi: 'Bảng tiếp thu ý kiến', en: 'How each remark was taken' },
  remark: { vi: 'Ý kiến', en: 'Remark' },
  by: { vi: 'Người nêu', en: 'By' },
  answer: { vi: 'Tiếp thu, giải trình', en: 'Answer' },
  open: { vi: 'Chưa có', en: 'None yet' },
  who: { vi: '{actor}, {at}', en: '{actor}, {at}' },
  answered: { vi: '{answer} ({actor}, {at})', en: '{answer} ({actor}, {at})' },
  answerMissing: { vi: 'Ghi đã tiếp thu thế nào, ở mục nào.', en: 'Say how it was taken, and where.' },
  answerOf: { vi: 'Tiếp thu ý kiến: {text}', en: 'Answer to: {text}' },
})

export const paperTexts = texts({
  title: { vi: 'Các bản đã lưu', en: 'Papers kept' },
  past: { vi: 'Các bản của lần trình trước', en: 'Papers of the last submission' },
  submitted: { vi: 'bản trình', en: 'the submitted paper' },
  signed: { vi: 'bản đã ký', en: 'the signed paper' },
  issued: { vi: 'bản phát hành', en: 'the issued paper' },
  approval: { vi: 'bản duyệt, ký tay', en: 'what was signed by hand' },
  by: { vi: '{actor}, {at}', en: '{actor}, {at}' },
  code: { vi: 'Mã kiểm chứng: {code}', en: 'Verification code: {code}' },
})

export const numberTexts = texts({
  title: { vi: 'Sổ văn bản phát hành', en: 'Register of issued papers' },
  about: {
    vi: 'Số cấp từ {from}; số tiếp theo: {next}.',
    en: 'Numbers since {from}; the next one: {next}.',
  },
  anyNumber: { vi: 'theo sổ giấy của cơ quan', en: 'as the office’s own book has it' },
  none: { vi: 'Chưa có văn bản nào trong sổ.', en: 'No paper is in the register yet.' },
  number: { vi: 'Số', en: 'Number' },
  day: { vi: 'Ngày', en: 'Day' },
  subject: { vi: 'Văn bản', en: 'Paper' },
  actor: { vi: 'Người ghi', en: 'By' },
  open: { vi: 'Xem báo cáo', en: 'Show the report' },
  outside: { vi: 'Làm ngoài ứng dụng', en: 'Made elsewhere' },
  replaces: { vi: 'thay thế số {number}', en: 'replaces number {number}' },
})
