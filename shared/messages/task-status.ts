import { texts } from './text.ts'

export const taskErrors = texts({
  'task.not_found': {
    vi: 'Chương trình không có nhiệm vụ {task}. Kiểm tra lại mã nhiệm vụ.',
    en: 'The programme has no task {task}. Check its code.',
  },
  'task.no_evidence': {
    vi: 'Chưa nêu căn cứ. Ghi văn bản, buổi kiểm tra hoặc số liệu làm căn cứ rồi làm lại.',
    en: 'The evidence is missing. Name the paper, visit or figures it rests on and try again.',
  },
  'task.bad_status': {
    vi: 'Tình trạng “{status}” chưa dùng được. Chọn một trong: {known}.',
    en: 'The status “{status}” cannot be used. Choose one of: {known}.',
  },
})

export const taskStatusTexts = texts({
  regular: { vi: 'Đang thực hiện nền nếp', en: 'Carried out regularly' },
  irregular: { vi: 'Có thực hiện, chưa thường xuyên', en: 'Carried out, not regularly' },
  not_started: { vi: 'Chưa triển khai', en: 'Not started' },
})

export const taskOutputTexts = texts({
  unit: { vi: 'Đơn vị', en: 'Unit' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  stated: { vi: 'Tình trạng', en: 'Status' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  suggested: { vi: 'gợi ý từ phần lời: {status}', en: 'suggested by the text: {status}' },
  unknown: { vi: 'chưa đánh giá', en: 'not assessed' },
  set: { vi: 'Đã ghi nhận: {task}, {status}.', en: 'Recorded: {task}, {status}.' },
})

/** On the page. */
export const taskPageTexts = texts({
  title: { vi: 'Tình trạng thực hiện: {place}', en: 'How far with it: {place}' },
  place: { vi: '{unit}, nhiệm vụ {task}', en: '{unit}, task {task}' },
  status: { vi: 'Tình trạng thực hiện', en: 'How far' },
  statusMissing: { vi: 'Chọn một tình trạng.', en: 'Choose one.' },
  unrated: { vi: 'Chưa đánh giá', en: 'Not assessed' },
  suggested: { vi: 'Gợi ý từ phần lời: {status}', en: 'Suggested by the text: {status}' },
  ground: { vi: 'Căn cứ', en: 'Evidence' },
  groundMissing: { vi: 'Ghi văn bản, buổi kiểm tra hoặc số liệu làm căn cứ.', en: 'Name the paper, visit or figures it rests on.' },
  because: { vi: '(căn cứ: {evidence})', en: '(evidence: {evidence})' },
  by: { vi: '{actor}, {at}', en: '{actor}, {at}' },
  rate: { vi: 'Đánh giá', en: 'Assess' },
  rateAgain: { vi: 'Đánh giá lại', en: 'Assess again' },
  save: { vi: 'Ghi tình trạng', en: 'Save how far' },
  leave: { vi: 'Để sau', en: 'Later' },
  keys: { vi: '1–3 đánh giá tình trạng', en: '1–3 say how far' },
})

/** Files that show what was said of a task or a shortcoming. */
export const evidenceTexts = texts({
  choose: { vi: 'Chọn tệp minh chứng…', en: 'Choose a file that shows it…' },
  how: {
    vi: 'Tệp được lưu nguyên trong dữ liệu, có thể mở lại tại đây và trong hồ sơ đơn vị có nêu tên.',
    en: 'The file is kept unchanged, can be opened here again, and is named in the unit’s record.',
  },
  leaveOut: { vi: 'Bỏ', en: 'Leave out' },
  leaveOutOf: { vi: 'Bỏ tệp {name}', en: 'Leave {name} out' },
  openOne: { vi: 'Mở tệp minh chứng', en: 'Open the file' },
  tooLarge: {
    vi: '“{name}” lớn quá 20 MB nên chưa kèm được. Chọn tệp nhỏ hơn.',
    en: '“{name}” is larger than 20 MB. Choose a smaller one.',
  },
  unreadable: {
    vi: '“{name}” chưa đọc được. Đóng tệp ở chương trình khác rồi chọn lại.',
    en: '“{name}” cannot be read. Close it elsewhere and choose it again.',
  },
})
