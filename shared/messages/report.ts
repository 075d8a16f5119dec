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
  'report.not_found': { vi: 'Không có báo cáo {report}.', en: 'There is no report {report}.' },
  'report.not_draft': {
    vi: 'Báo cáo này không còn là dự thảo nên chưa ghi thẩm định. Tải lại danh sách báo cáo để xem trạng thái.',
    en: 'This report is no longer a draft, so no review was recorded. Load the list of reports again to see its state.',
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
  late: { vi: 'Chậm {days} ngày', en: '{days} days late' },
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

export const reportStateTexts = texts({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  reviewed: { vi: 'Đã thẩm định', en: 'Reviewed' },
})
