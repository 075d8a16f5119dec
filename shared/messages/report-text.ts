import type { SuggestionReason } from '../domain/report-text.ts'
import { texts, type Text } from './text.ts'

export const reportTextErrors = texts({
  'report_text.no_section': {
    vi: 'Loại báo cáo này không có mục {section} để viết. Xem các mục bằng report text list.',
    en: 'This kind of report has no section {section} to write into. See report text list.',
  },
  'report_text.unknown_figure': {
    vi: 'Không có số liệu {ref}. Xem mã số liệu bằng report text list --json.',
    en: 'There is no figure {ref}. See report text list --json for their names.',
  },
  'report_text.no_version': { vi: 'Không có bản lời văn {version}.', en: 'There is no version {version} of a text.' },
  'report_text.no_task': { vi: 'Chương trình không có nhiệm vụ {task}.', en: 'The programme has no task {task}.' },
  'report_text.not_said': {
    vi: 'Báo cáo của {unit} về nhiệm vụ {task} không có câu này. Chép nguyên văn câu của đơn vị.',
    en: 'The report of {unit} on task {task} does not hold this sentence. Copy it word for word.',
  },
  'report_text.not_pinned': { vi: 'Câu này chưa được chọn cho nhiệm vụ {task}.', en: 'This sentence is not chosen for task {task}.' },
})

/** Names of figures that prose can refer to. */
export const figureNameTexts = texts({
  rate: { vi: '{label}: kết quả', en: '{label}: result' },
  numerator: { vi: '{label}: tử số', en: '{label}: numerator' },
  denominator: { vi: '{label}: mẫu số', en: '{label}: denominator' },
  coverage: { vi: '{label}: đơn vị đã có số liệu', en: '{label}: units with figures' },
  missingUnits: { vi: '{label}: đơn vị chưa có số liệu', en: '{label}: units without figures' },
  before_yearAgo: { vi: '{label}: cùng kỳ năm trước', en: '{label}: a year before' },
  now_yearAgo: { vi: '{label}: kỳ này, bên cạnh cùng kỳ năm trước', en: '{label}: now, beside a year before' },
  change_yearAgo: { vi: '{label}: tăng, giảm so với cùng kỳ năm trước', en: '{label}: change since a year before' },
  before_latest: { vi: '{label}: kỳ trước cùng năm', en: '{label}: last period of the year' },
  now_latest: { vi: '{label}: kỳ này, bên cạnh kỳ trước cùng năm', en: '{label}: now, beside the last period of the year' },
  change_latest: { vi: '{label}: tăng, giảm so với kỳ trước cùng năm', en: '{label}: change since the last period of the year' },
  up_yearAgo: { vi: 'Chỉ tiêu tăng so với cùng kỳ năm trước', en: 'Indicators up since a year before' },
  down_yearAgo: { vi: 'Chỉ tiêu giảm so với cùng kỳ năm trước', en: 'Indicators down since a year before' },
  same_yearAgo: { vi: 'Chỉ tiêu không đổi so với cùng kỳ năm trước', en: 'Indicators the same as a year before' },
  up_latest: { vi: 'Chỉ tiêu tăng so với kỳ trước cùng năm', en: 'Indicators up since the last period of the year' },
  down_latest: { vi: 'Chỉ tiêu giảm so với kỳ trước cùng năm', en: 'Indicators down since the last period of the year' },
  same_latest: { vi: 'Chỉ tiêu không đổi so với kỳ trước cùng năm', en: 'Indicators the same as in the last period of the year' },
  expected: { vi: 'Đơn vị phải báo cáo', en: 'Units expected' },
  received: { vi: 'Đơn vị đã gửi báo cáo', en: 'Units received' },
  onTime: { vi: 'Đơn vị gửi đúng hạn', en: 'Units on time' },
  late: { vi: 'Đơn vị gửi chậm', en: 'Units late' },
  pending: { vi: 'Đơn vị đã gửi, chờ xử lý', en: 'Units pending' },
  missing: { vi: 'Đơn vị chưa gửi', en: 'Units missing' },
})

export const suggestionReasonTexts: Readonly<Record<SuggestionReason, Text>> = {
  number: { vi: 'có số liệu', en: 'has a number' },
  first: { vi: 'việc lần đầu, cách làm mới', en: 'a first' },
  deed: { vi: 'việc làm cụ thể', en: 'a concrete deed' },
}

export const textOutput = texts({
  section: { vi: '{number}{heading} ({code})', en: '{number}{heading} ({code})' },
  unwritten: { vi: '  (chưa viết)', en: '  (nothing written)' },
  stale: { vi: '  Số cũ: {shown} → {now} ({ref})', en: '  Stale: {shown} → {now} ({ref})' },
  gone: { vi: 'không còn số liệu này', en: 'no such figure any more' },
  loose: { vi: '  Số chưa gắn với số liệu: {number}', en: '  Number that refers to nothing: {number}' },
  offered: { vi: '  Số {number} có thể dẫn từ: {refs}', en: '  Number {number} could refer to: {refs}' },
  task: { vi: 'Câu dẫn: {label} ({code})', en: 'Chosen sentences: {label} ({code})' },
  pin: { vi: '  + {text} ({unit})', en: '  + {text} ({unit})' },
  lost: { vi: '    Báo cáo hiện tại của đơn vị không còn câu này.', en: '    The unit no longer says this.' },
  written: { vi: 'Đã ghi lời văn.', en: 'The text is recorded.' },
  restored: { vi: 'Đã lấy lại bản trước.', en: 'The earlier version is back.' },
  refreshed: { vi: 'Đã cập nhật {count} số.', en: 'Figures brought up to date: {count}.' },
  pinned: { vi: 'Đã chọn câu dẫn.', en: 'The sentence is chosen.' },
  unpinned: { vi: 'Đã bỏ câu dẫn.', en: 'The sentence is taken out.' },
  noSuggestions: { vi: 'Không có câu nào để gợi ý.', en: 'Nothing to suggest.' },
  suggestion: { vi: '  + {text} ({unit}; {reasons})', en: '  + {text} ({unit}; {reasons})' },
})
