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
