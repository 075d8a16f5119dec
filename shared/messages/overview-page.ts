import { texts } from './text.ts'

export const overviewErrors = texts({
  'indicator.not_found': {
    vi: 'Chương trình không có chỉ tiêu {indicator}. Tải lại trang để xem các chỉ tiêu hiện có.',
    en: 'The programme has no indicator {indicator}. Load the page again to see the ones there are.',
  },
})

export const weightTexts = texts({
  title: { vi: 'Đơn vị ảnh hưởng nhiều nhất', en: 'Units that weigh most' },
  how: {
    vi: 'Chọn một chỉ tiêu trong bảng để xem mười đơn vị kéo kết quả xuống nhiều nhất.',
    en: 'Choose an indicator in the table to see the ten units that pull it down most.',
  },
  open: { vi: 'Xem đơn vị ảnh hưởng nhiều nhất: {indicator}', en: 'Units that weigh most: {indicator}' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  rate: { vi: 'Kết quả', en: 'Result' },
  needed: { vi: 'Cần thêm', en: 'More needed' },
  all: { vi: 'Toàn tỉnh', en: 'Whole province' },
  needs: {
    vi: 'Toàn tỉnh cần thêm {needed} để đạt {target}. {below} đơn vị còn dưới mức này.',
    en: 'The province needs {needed} more to reach {target}. Units below it: {below}.',
  },
  reachedBelow: {
    vi: 'Toàn tỉnh đã tới mức {target}. {below} đơn vị còn dưới mức này.',
    en: 'The province has reached {target}. Units below it: {below}.',
  },
  reachedAll: {
    vi: 'Mọi đơn vị đã có số liệu đều tới mức {target}.',
    en: 'Every unit with figures has reached {target}.',
  },
  none: { vi: 'Chưa đơn vị nào có đủ hai số của chỉ tiêu này.', en: 'No unit has both counts of this indicator yet.' },
  uncounted: {
    vi: '{count} đơn vị chưa có số liệu nên chưa xếp được.',
    en: 'Units without figures cannot be placed: {count}.',
  },
  heaviest: { vi: '{unit} cần thêm {needed}', en: '{unit} needs {needed} more' },
  barOf: { vi: '{unit}: {rate}, mục tiêu {target}', en: '{unit}: {rate}, target {target}' },
})

export const changeTexts = texts({
  title: { vi: 'Thay đổi từ lần xem trước', en: 'Changes since the last look' },
  since: { vi: 'So với lúc {at}', en: 'Compared with {at}' },
  nothing: { vi: 'Chưa có gì thay đổi.', en: 'Nothing has changed.' },
  indicator: { vi: '{indicator}: {before} → {after}', en: '{indicator}: {before} → {after}' },
  verdict: { vi: '{indicator}: {before} → {after} ({verdict})', en: '{indicator}: {before} → {after} ({verdict})' },
  received: { vi: 'Báo cáo đã nhận: {before} → {after}', en: 'Submissions received: {before} → {after}' },
  waiting: { vi: 'Tệp đang chờ: {before} → {after}', en: 'Waiting files: {before} → {after}' },
  blocking: { vi: 'Phải xử lý trước khi trình: {before} → {after}', en: 'To settle before submitting: {before} → {after}' },
  warning: { vi: 'Nên xem lại: {before} → {after}', en: 'To look at again: {before} → {after}' },
  seen: { vi: 'Đánh dấu đã xem', en: 'Mark as seen' },
})

export const disputeTexts = texts({
  title: { vi: 'Còn tranh chấp', en: 'Still contested' },
  none: { vi: 'Không còn chênh lệch phải xử lý.', en: 'Nothing is left to settle.' },
  more: { vi: 'Xem tất cả {count} điểm phải xử lý', en: 'See all findings to settle ({count})' },
  open: { vi: 'Sang Đối chiếu', en: 'Go to Reconcile' },
})

export const overviewButtons = texts({
  read: { vi: 'Đọc bản trình', en: 'Read what was submitted' },
  readDraft: { vi: 'Đọc dự thảo', en: 'Read the draft' },
  next: { vi: 'Việc tiếp theo: {step}', en: 'Next: {step}' },
  print: { vi: 'In trang này', en: 'Print this page' },
})
