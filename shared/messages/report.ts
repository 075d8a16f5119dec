import { texts } from './text.ts'

export const reportErrors = texts({
  'report.source_broken': {
    vi: 'Chưa dựng được báo cáo: {detail}. Kiểm tra chương trình và số liệu của kỳ rồi dựng lại.',
    en: 'The report was not built: {detail}. Check the programme and the figures of the period, then build again.',
  },
  'report.figures_disagree': {
    vi: 'Chưa dựng được báo cáo: {subject} ở bảng chung là {shown}, cộng từ các đơn vị là {counted}. Chạy kiểm tra dữ liệu (verify --audit) trước khi dựng lại.',
    en: 'The report was not built: {subject} is {shown} in the summary but {counted} when added up from the units. Run verify --audit before building again.',
  },
  'report.bytes_lost': {
    vi: 'Tệp của báo cáo {report} không còn khớp với bản đã dựng. Khôi phục từ bản sao lưu.',
    en: 'The file of report {report} no longer matches what was built. Restore a backup.',
  },
  'report.not_written': {
    vi: 'Chưa ghi được báo cáo vào {path}. Chọn nơi khác rồi làm lại.',
    en: 'The report was not written to {path}. Choose another place and try again.',
  },
  'report.tables_stale': {
    vi: 'Chưa xuất được bảng: số liệu đã thay đổi sau khi dựng bản này. Dựng lại rồi xuất bảng của bản mới.',
    en: 'The tables were not written: data changed after this draft was built. Build again and take the tables of the new draft.',
  },
  'report.not_found': { vi: 'Không có báo cáo {report}.', en: 'There is no report {report}.' },
  'report.not_draft': {
    vi: 'Báo cáo này không còn là dự thảo nên chưa ghi thẩm định. Tải lại danh sách báo cáo để xem trạng thái.',
    en: 'This report is no longer a draft, so no review was recorded. Load the list of reports again to see its state.',
  },
  'report.wrong_state': {
    vi: 'Báo cáo đang ở bước khác nên chưa làm được việc này. Tải lại để xem bước hiện tại.',
    en: 'The report is at another step, so this was not done. Load it again to see where it stands.',
  },
  'report.stale': {
    vi: 'Chưa trình được: số liệu đã thay đổi sau khi dựng bản này. Dựng lại và thẩm định bản mới.',
    en: 'Not submitted: data changed after this draft was built. Build again and have the new draft reviewed.',
  },
  'report.no_topic': {
    vi: 'Chương trình không có chỉ tiêu, nhiệm vụ {code}. Kiểm tra lại mã.',
    en: 'The programme has no indicator or task {code}. Check its code.',
  },
  'report.topic_on_its_way': {
    vi: 'Chưa đổi được nội dung: báo cáo chuyên đề của kỳ đang thẩm định, trình hoặc chờ phát hành. Phát hành hoặc rút lại báo cáo đó rồi chọn nội dung khác.',
    en: 'The topic was not changed: a thematic report of the period is reviewed, submitted or waits to be issued. Issue or withdraw it, then choose another topic.',
  },
  'report.topic_of_thematic': {
    vi: 'Chỉ báo cáo chuyên đề chọn được nội dung. Bỏ --task, --indicator hoặc dùng --kind thematic.',
    en: 'Only a thematic report has topics. Leave --task and --indicator out, or use --kind thematic.',
  },
  'report.blocked': {
    vi: 'Chưa trình được: còn {count} chênh lệch phải xử lý. Xử lý hoặc trình kèm lý do.',
    en: 'Not submitted: {count} findings must be settled first. Settle them, or submit with a reason.',
  },
  'report.remarks_open': {
    vi: 'Chưa trình được: còn {count} ý kiến chưa trả lời. Trả lời từng ý kiến rồi trình lại.',
    en: 'Not submitted: {count} remarks are not answered. Answer each, then submit again.',
  },
  'report.nothing_earlier': {
    vi: 'Báo cáo này chưa có bản trình nào trước đó để so.',
    en: 'Nothing was submitted earlier that this report could be compared with.',
  },
  'report.no_remarks': {
    vi: 'Báo cáo này chưa có ý kiến nào để lập bảng tiếp thu.',
    en: 'Nothing was remarked on this report, so there is no table of answers.',
  },
  'report.remark_not_found': {
    vi: 'Không có ý kiến {remark}.',
    en: 'There is no remark {remark}.',
  },
  'report.remark_answered': {
    vi: 'Ý kiến này đã được trả lời.',
    en: 'This remark is answered already.',
  },
  'report.audit_failed': {
    vi: 'Dữ liệu không khớp với nhật ký nên chưa trình, chưa duyệt. Chạy kiểm tra dữ liệu và khôi phục từ bản sao lưu.',
    en: 'The data differ from the journal, so nothing was submitted or approved. Check the workspace and restore a backup.',
  },
  'report.own_work_approve': {
    vi: 'Người dựng, trình báo cáo hoặc đã điều chỉnh số liệu của kỳ không duyệt báo cáo đó. Nhờ người khác duyệt.',
    en: 'Who built or submitted a report, or adjusted a figure of its period, does not approve it. Ask somebody else.',
  },
  'report.reservations_missing': {
    vi: 'Báo cáo được trình khi còn chênh lệch phải xử lý. Duyệt kèm ý kiến bảo lưu hoặc trả lại.',
    en: 'The report was submitted with findings open. Approve it with reservations, or return it.',
  },
  'report.scan_unreadable': {
    vi: '{file} không phải bản chụp dùng được (PDF, PNG, JPG, TIFF). Chọn tệp khác.',
    en: '{file} is no scan that can be kept (PDF, PNG, JPG, TIFF). Choose another file.',
  },
  'report.scan_missing': {
    vi: 'Báo cáo chưa ký số. Ký số trước, hoặc phát hành kèm bản chụp bản giấy đã ký.',
    en: 'The report is not signed. Sign it first, or issue it with the scan of the paper that was signed by hand.',
  },
  'report.not_kept': {
    vi: 'Báo cáo {report} chưa có bản này.',
    en: 'Report {report} has no such paper yet.',
  },
  'report.summary_stale': {
    vi: 'Chưa xuất được Phiếu tóm tắt: số liệu đã thay đổi sau khi dựng bản này. Dựng lại rồi xuất phiếu.',
    en: 'The summary was not written: data changed after this draft was built. Build again, then write it.',
  },
  'report.not_submitted': {
    vi: 'Báo cáo {report} chưa được trình lần nào.',
    en: 'Report {report} was never submitted.',
  },
  'report.intake_other': {
    vi: 'Tệp này không bắt đầu bằng đúng bản đã xuất đi ký. Xuất lại bản trình và ký trên bản đó.',
    en: 'This file does not begin with the very bytes that went out. Export the paper again and sign that one.',
  },
  'report.intake_unsigned': {
    vi: 'Tệp này không có chữ ký mới bao hết tệp, nên chưa nhận.',
    en: 'This file has no new signature that covers it whole, so it was not taken in.',
  },
  'report.intake_changed': {
    vi: 'Tệp này có phần thêm ngoài chữ ký ({problems}), nên chưa nhận.',
    en: 'This file holds more than signatures ({problems}), so it was not taken in.',
  },
  'report.number_taken': {
    vi: 'Số {number} đã cấp hoặc nhỏ hơn số đã cấp. Số tiếp theo là {next}.',
    en: 'Number {number} is taken or behind what was given. The next one is {next}.',
  },
  'report.number_gap': {
    vi: 'Số {number} bỏ trống các số trước. Số tiếp theo là {next}; số đã cấp ngoài ứng dụng thì ghi vào sổ trước.',
    en: 'Number {number} leaves numbers out. The next one is {next}; record those given elsewhere first.',
  },
  'report.number_order': {
    vi: 'Ngày văn bản sớm hơn ngày {day} của số {number} đã cấp.',
    en: 'The day is before {day}, the day of number {number}.',
  },
  'report.outside_term': {
    vi: 'Ngày {day} trước khi nhiệm kỳ bắt đầu ({termFrom}). Kiểm tra ngày hoặc đặt lại nhiệm kỳ.',
    en: '{day} is before the term began ({termFrom}). Check the day, or set the term.',
  },
  'report.day_outside': {
    vi: 'Ngày {day} chưa hợp với báo cáo này: ngày văn bản từ {from} đến {until}. Xem lại ngày, nhất là năm.',
    en: '{day} does not fit this report: its day lies from {from} to {until}. Check the day, and the year above all.',
  },
  'report.day_before_approval': {
    vi: 'Ngày {day} sớm hơn ngày báo cáo được duyệt ({approved}). Ghi ngày {approved} hoặc sau đó.',
    en: '{day} is before the report was approved ({approved}). Give that day or a later one.',
  },
  'report.day_before_submission': {
    vi: 'Ngày {day} sớm hơn ngày báo cáo được trình ({approved}). Ghi ngày {approved} hoặc sau đó.',
    en: '{day} is before the report was submitted ({approved}). Give that day or a later one.',
  },
  'report.term_numbered': {
    vi: 'Chưa đổi được nhiệm kỳ: từ ngày {termFrom} đã cấp số, gần nhất là số {number} ngày {day}; đánh lại từ đầu sẽ trùng số. Nhiệm kỳ mới bắt đầu sau ngày {day}.',
    en: 'The term was not changed: numbers were given since {termFrom}, the last one {number} on {day}, and would be given twice. A new term begins after {day}.',
  },
  'report.other_year': {
    vi: 'Bản trình in sẵn năm {year}. Ghi ngày trong năm {year}, hoặc rút lại và trình bản mới.',
    en: 'The paper says {year}. Give a day of {year}, or withdraw it and submit anew.',
  },
  'report.not_superseded': {
    vi: 'Báo cáo {report} chưa phát hành hoặc đã được thay thế, nên không thay thế được.',
    en: 'Report {report} is not issued, or superseded already.',
  },
  'report.replacement_on_its_way': {
    vi: 'Chưa đổi được: một báo cáo cùng loại của kỳ đang thẩm định, trình hoặc chờ phát hành. Phát hành hoặc rút lại báo cáo đó rồi chọn lại.',
    en: 'Not changed: a report of this kind and period is reviewed, submitted or waits to be issued. Issue or withdraw it, then choose again.',
  },
  'report.replaces_other': {
    vi: 'Lời văn của báo cáo này ghi thay thế số {number}, ngày {day}. Chọn đúng báo cáo đó, hoặc rút lại để sửa.',
    en: 'The text of this report says that it replaces number {number} of {day}. Choose that one, or withdraw it to change the text.',
  },
  'report.not_superseding': {
    vi: 'Báo cáo {report} không thay thế báo cáo nào.',
    en: 'Report {report} supersedes none.',
  },
  'report.own_review': {
    vi: 'Người thẩm định báo cáo không trình báo cáo đó. Nhờ chuyên viên khác chốt và trình.',
    en: 'Who reviewed a report does not submit it. Ask another clerk to fix and submit it.',
  },
  'report.sealed': {
    vi: 'Báo cáo đã có chữ ký số của cơ quan nên không ký thêm. Muốn thay đổi phải lập bản thay thế.',
    en: 'The report carries the office’s signature already, so none was added. To change it, replace it.',
  },
  'report.own_work': {
    vi: 'Người dựng báo cáo hoặc đã điều chỉnh số liệu của kỳ không thẩm định báo cáo đó. Nhờ người khác thẩm định.',
    en: 'Who built a report or adjusted a figure of its period does not review it. Ask somebody else.',
  },
})

/** Verdicts as people read them; `{shortfall}` carries its own unit, `{missing}` has at least two digits. */
export const verdictTexts = texts({
  met: { vi: 'Đạt', en: 'Met' },
  met_not_final: { vi: 'Đã đạt mức mục tiêu năm', en: 'Has reached the level set for the year' },
  met_aspiration: { vi: 'Đạt mục tiêu phấn đấu', en: 'Aspiration met' },
  not_met: { vi: 'Chưa đạt', en: 'Not met' },
  not_met_not_final: { vi: 'Chưa tới mức mục tiêu năm, còn thiếu {shortfall}', en: 'Below the level set for the year by {shortfall}' },
  not_met_aspiration: { vi: 'Chưa đạt mục tiêu phấn đấu', en: 'Aspiration not met' },
  undetermined_unsent: {
    vi: 'Chưa đủ căn cứ kết luận (còn {missing} đơn vị chưa gửi)',
    en: 'Not enough to conclude ({missing} units have not reported)',
  },
  undetermined_uncounted: {
    vi: 'Chưa đủ căn cứ kết luận (còn {missing} đơn vị chưa có số liệu)',
    en: 'Not enough to conclude ({missing} units without figures)',
  },
  nil: { vi: 'Không phát sinh đối tượng', en: 'Nothing to count' },
  no_data: { vi: 'Chưa có số liệu', en: 'No data' },
})

export const coverageTexts = texts({
  full: { vi: 'Đã có số liệu: {reported}/{expected} đơn vị', en: 'Figures from {reported}/{expected} units' },
  partial: { vi: 'Tạm tính trên {reported}/{expected} đơn vị', en: 'Provisional, from {reported}/{expected} units' },
})

export const unitStateTexts = texts({
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Chậm {days} ngày', en: 'Late, days: {days}' },
  late_same_day: { vi: 'Chậm trong ngày', en: 'Late on the day' },
  pending: { vi: 'Đã gửi, chờ xử lý', en: 'Received, waiting' },
  missing: { vi: 'Chưa gửi', en: 'Not received' },
})

export const adjustmentBasisTexts = texts({
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  letter: { vi: 'Công văn', en: 'Letter' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  message: { vi: 'Tin nhắn kèm ảnh', en: 'Message with picture' },
  other: { vi: 'Khác', en: 'Other' },
})

/** What one counts, as it stands after a number. */
export const unitOfCountTexts = texts({
  person: { vi: 'người', en: 'persons' },
  turn: { vi: 'lượt người', en: 'attendances' },
  union: { vi: 'công đoàn cơ sở', en: 'grassroots unions' },
  enterprise: { vi: 'doanh nghiệp', en: 'enterprises' },
  entity: { vi: 'doanh nghiệp, đơn vị', en: 'enterprises and units' },
  agreement: { vi: 'thỏa ước', en: 'agreements' },
  session: { vi: 'cuộc', en: 'sessions' },
  case: { vi: 'vụ', en: 'cases' },
  day: { vi: 'ngày', en: 'days' },
})

export const roadWords = texts({
  head: { vi: '{kind}, kỳ {period}: {state}', en: '{kind}, period {period}: {state}' },
  step: { vi: '{at}  {state} ({actor}){words}', en: '{at}  {state} ({actor}){words}' },
  number: { vi: 'Số {number}, ngày {day}', en: 'Number {number}, {day}' },
  code: { vi: 'Mã kiểm chứng: {code}', en: 'Verification code: {code}' },
  changed: {
    vi: 'Số liệu đã thay đổi sau khi trình ({at}); bản này giữ nguyên.',
    en: 'Data changed after it was submitted ({at}); this paper stays as it is.',
  },
  changedDraft: { vi: 'Số liệu đã thay đổi sau khi dựng ({at}).', en: 'Data changed after it was built ({at}).' },
  stale: { vi: 'Phải dựng lại trước khi trình.', en: 'It must be built again before it is submitted.' },
  blocked: { vi: 'Còn {count} chênh lệch phải xử lý trước khi trình.', en: '{count} findings must be settled before it is submitted.' },
  remarks_open: { vi: 'Còn {count} ý kiến chưa trả lời.', en: '{count} remarks are not answered.' },
  own_review: {
    vi: 'Người đã thẩm định không trình báo cáo này.',
    en: 'Who reviewed this report does not submit it.',
  },
  own_work: {
    vi: 'Bước tiếp theo do người không chuẩn bị báo cáo này thực hiện.',
    en: 'The next step is for somebody who had no part in this report.',
  },
  remarkOpen: { vi: 'Ý kiến {id}: {text} – chưa trả lời', en: 'Remark {id}: {text} – not answered' },
  remarkAnswered: { vi: 'Ý kiến {id}: {text} – {answer}', en: 'Remark {id}: {text} – {answer}' },
})

export const reportStateTexts = texts({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  reviewed: { vi: 'Đã thẩm định', en: 'Reviewed' },
  submitted: { vi: 'Đã trình', en: 'Submitted' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  issued: { vi: 'Đã phát hành', en: 'Issued' },
  superseded: { vi: 'Đã được thay thế', en: 'Superseded' },
})

/** Whether a submitted report, drawn again from what was fixed, is the paper that is kept. */
export const renderedTexts = texts({
  same: {
    vi: 'Đã dựng lại từ bản chốt: giống bản lưu đến từng byte.',
    en: 'Drawn again from the snapshot: the same bytes as the kept paper.',
  },
  other_version: {
    vi: 'Bản chốt do phiên bản ứng dụng khác dựng nên không dựng lại để đối chiếu; bản lưu vẫn nguyên vẹn.',
    en: 'Another version of the application drew it, so it was not drawn again; the kept paper is whole.',
  },
  differs: {
    vi: 'Dựng lại từ bản chốt cho kết quả khác bản lưu. Bản lưu vẫn nguyên vẹn; báo người phụ trách máy.',
    en: 'Drawn again from the snapshot it differs from the kept paper. The kept paper is whole; tell the administrator.',
  },
})
