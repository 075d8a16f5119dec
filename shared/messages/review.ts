import { texts } from './text.ts'

export const reviewErrors = texts({
  'discrepancy.not_found': {
    vi: 'Chênh lệch {id} không còn nữa: số liệu đã thay đổi. Tải lại danh sách.',
    en: 'The finding {id} no longer stands: the figures have changed. Load the list again.',
  },
  'discrepancy.no_reason': { vi: 'Chưa ghi lý do. Nêu lý do rồi ghi lại.', en: 'The reason is missing. Give it and try again.' },
  'discrepancy.at_intake': {
    vi: 'Tệp này đang chờ quyết định ở mục Tiếp nhận. Trả lời ở đó.',
    en: 'This file waits for an answer in Intake. Answer it there.',
  },
  'discrepancy.adjust_only': {
    vi: 'Điều chỉnh đang tạm dừng. Điều chỉnh lại hoặc rút điều chỉnh, không bỏ qua được.',
    en: 'The adjustment is suspended. Adjust again or withdraw it; it cannot be waived.',
  },
  'discrepancy.nothing_to_keep': {
    vi: 'Điểm này không nêu số liệu nào để giữ. Hỏi lại đơn vị, hoặc bỏ qua và nêu lý do.',
    en: 'This finding speaks of no figure that could be kept. Ask the unit, or waive it with a reason.',
  },
  'discrepancy.nobody_to_ask': {
    vi: 'Điểm này không hỏi bằng phiếu được: đơn vị chưa gửi hoặc gửi chậm thì đôn đốc; điểm chung của tỉnh không có đơn vị để hỏi.',
    en: 'This is no question for a query sheet: urge who has not sent or sent late; about the province there is no unit to ask.',
  },
  'discrepancy.other_figure': {
    vi: 'Điểm này không nói về mục {field} của {unit}. Chọn mục nêu trong điểm này, hoặc điều chỉnh mục đó riêng.',
    en: 'This finding does not speak of {field} of {unit}. Name a figure that it speaks of, or adjust that one on its own.',
  },
  'discrepancy.needs_reviewer': {
    vi: 'Điểm này do cán bộ thẩm định nêu. Đề nghị cán bộ thẩm định quyết định.',
    en: 'A reviewer raised this. Ask a reviewer to decide.',
  },
  'discrepancy.decided_meanwhile': {
    vi: 'Trong lúc này điểm đã được quyết định khác, hoặc số liệu đã thay đổi. Xem lại quyết định mới nhất rồi ghi; lý do đã nhập vẫn còn.',
    en: 'It was decided otherwise meanwhile, or the figures changed. Look at the latest decision, then record again; the reason is still here.',
  },
  'discrepancy.nothing_adjusted': {
    vi: 'Điều chỉnh cần số mới: số nguyên từ 0 đến {largest}. Các cách xử lý khác không kèm số.',
    en: 'An adjustment needs the new figure: a whole number from 0 to {largest}. Other decisions take none.',
  },
  'discrepancy.nothing_to_undo': { vi: 'Không còn quyết định nào để hoàn tác.', en: 'There is nothing left to undo.' },
  'discrepancy.decided_since': {
    vi: 'Sau đó đã có quyết định khác về cùng chênh lệch. Hoàn tác quyết định sau trước.',
    en: 'The same finding was decided again since. Undo the later decision first.',
  },
  'note.not_found': { vi: 'Không có nhận xét {id}.', en: 'There is no note {id}.' },
  'note.no_text': { vi: 'Chưa có nội dung. Nhập nội dung rồi ghi lại.', en: 'There is no text. Write it and try again.' },
  'note.no_unit': { vi: 'Nhận xét về một mục phải nêu đơn vị.', en: 'A note on an input names its unit.' },
  'note.no_input': { vi: 'Không có mục {input} trong chương trình.', en: 'The programme has no input {input}.' },
  'note.no_passage': {
    vi: 'Chưa xác định được đoạn văn: đoạn không có trong bản đang dùng, hoặc có ở nhiều chỗ. Chọn lại đoạn dài hơn.',
    en: 'The passage is not clear: it does not stand in the version that counts, or stands there more than once. Choose a longer one.',
  },
  'note.not_shortcoming': { vi: 'Nhận xét {id} không phải là tồn tại, hạn chế.', en: 'The note {id} is not a shortcoming.' },
  'shortcoming.no_way': {
    vi: 'Chưa chuyển được trạng thái như vậy. Tải lại sổ theo dõi để xem trạng thái hiện nay.',
    en: 'It cannot go to that state from where it is. Load the register again.',
  },
  'shortcoming.own_remedy': {
    vi: 'Người chịu trách nhiệm khắc phục không tự xác nhận. Nhờ cán bộ thẩm định khác.',
    en: 'Who answers for the remedy does not verify it. Ask another reviewer.',
  },
  'proposal.not_found': {
    vi: 'Kiến nghị này không còn trong báo cáo đang dùng của đơn vị.',
    en: 'This proposal is not in the version of the unit that counts.',
  },
  'letter.nobody': {
    vi: 'Không có đơn vị nào cần gửi văn bản này.',
    en: 'There is no unit that this paper would go to.',
  },
  'letter.due_past': {
    vi: 'Hạn mới {due} đã qua. Ghi một thời điểm còn ở phía trước.',
    en: 'The new time {due} is past. Name one that is still to come.',
  },
  'query.not_ours': {
    vi: 'Tệp {file} không phải phiếu hỏi do ứng dụng lập. Nhận lại đúng tệp phiếu hỏi đã gửi đơn vị.',
    en: 'The file {file} is not a query sheet of this application. Take in the sheet that was sent.',
  },
  'query.unreadable': {
    vi: 'Chưa đọc được tệp {file}. Đề nghị đơn vị gửi lại tệp Excel (.xlsx).',
    en: 'The file {file} was not readable. Ask the unit for the Excel file (.xlsx) again.',
  },
})

/** As they stand in a list of what was done. */
export const decidedTexts = texts({
  kept: { vi: 'Đã giữ số của đơn vị', en: 'The unit’s figure was kept' },
  adjusted: { vi: 'Đã điều chỉnh', en: 'Adjusted' },
  asked: { vi: 'Đã hỏi lại đơn vị', en: 'The unit was asked' },
  waived: { vi: 'Đã bỏ qua', en: 'Waived' },
  marked: { vi: 'Cán bộ thẩm định yêu cầu xử lý trước khi trình', en: 'A reviewer wants it settled before submitting' },
})

export const standingTexts = texts({
  stands: { vi: 'Đang có hiệu lực', en: 'Stands' },
  reopened: { vi: 'Mở lại vì số liệu đã thay đổi', en: 'Open again, the figures changed' },
  gone: { vi: 'Chênh lệch không còn', en: 'The finding is gone' },
  replaced: { vi: 'Đã quyết định lại', en: 'Decided again since' },
  undone: { vi: 'Đã hoàn tác', en: 'Taken back' },
})

export const noteKindTexts = texts({
  remark: { vi: 'Nhận xét', en: 'Remark' },
  strength: { vi: 'Ưu điểm', en: 'Strength' },
  shortcoming: { vi: 'Tồn tại, hạn chế', en: 'Shortcoming' },
  commendation: { vi: 'Đề nghị biểu dương', en: 'Commendation' },
})

export const audienceTexts = texts({
  internal: { vi: 'Nội bộ', en: 'Internal' },
  unit: { vi: 'Gửi đơn vị', en: 'For the unit' },
})

export const causeTexts = texts({
  unknown: { vi: 'Chưa xác định', en: 'Not known yet' },
  objective: { vi: 'Khách quan', en: 'Objective' },
  subjective: { vi: 'Chủ quan', en: 'Subjective' },
  both: { vi: 'Khách quan và chủ quan', en: 'Objective and subjective' },
})

export const shortcomingStateTexts = texts({
  open: { vi: 'Mới ghi nhận', en: 'Recorded' },
  in_progress: { vi: 'Đang khắc phục', en: 'Being put right' },
  done: { vi: 'Đơn vị báo đã xong', en: 'The unit says it is done' },
  verified: { vi: 'Đã xác nhận', en: 'Verified' },
})

export const proposalStateTexts = texts({
  noted: { vi: 'Đã ghi nhận', en: 'Noted' },
  forwarded: { vi: 'Đã chuyển nơi nhận', en: 'Forwarded' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  set_aside: { vi: 'Chưa đưa vào báo cáo', en: 'Set aside' },
})

export const callChannelTexts = texts({
  phone: { vi: 'Điện thoại', en: 'Phone' },
  zalo: { vi: 'Tin nhắn Zalo', en: 'Zalo message' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  visit: { vi: 'Làm việc trực tiếp', en: 'In person' },
  other: { vi: 'Khác', en: 'Other' },
})

/** Reminders of what is followed up. */
export const dueTexts = texts({
  soon: { vi: '{soon} tồn tại đến hạn trong 7 ngày', en: 'Shortcomings due within 7 days: {soon}' },
  overdue: { vi: '{overdue} tồn tại quá hạn', en: 'Shortcomings overdue: {overdue}' },
  both: { vi: '{overdue} tồn tại quá hạn, {soon} đến hạn trong 7 ngày', en: 'Shortcomings overdue: {overdue}, due within 7 days: {soon}' },
})
