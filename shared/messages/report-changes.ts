import { texts } from './text.ts'

/** What is new in a report since it was read, in words. */
export const changeWords = texts({
  indicator: {
    vi: '{rate} ({numerator}/{denominator}; {reported}/{expected} đơn vị)',
    en: '{rate} ({numerator}/{denominator}; {reported}/{expected} units)',
  },
  indicatorShort: { vi: '{rate} ({reported}/{expected} đơn vị)', en: '{rate} ({reported}/{expected} units)' },
  expected: { vi: 'Đơn vị phải gửi', en: 'Units expected' },
  received: { vi: 'Đơn vị đã gửi', en: 'Units received' },
  onTime: { vi: 'Gửi đúng hạn', en: 'On time' },
  late: { vi: 'Gửi chậm', en: 'Late' },
  pending: { vi: 'Đã gửi, chờ xử lý', en: 'Sent, waiting' },
  missing: { vi: 'Chưa gửi', en: 'Not sent' },
  name: { vi: 'Chỉ tiêu, mục số liệu', en: 'Indicator, figure' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Nay', en: 'Now' },
  rowsAdded: { vi: '{count} dòng mới hoặc sửa', en: '{count} rows new or changed' },
  rowsRemoved: { vi: '{count} dòng cũ không còn', en: '{count} rows gone' },
  appendixShort: { vi: '{title}: {count} dòng khác trước', en: '{title}: {count} rows differ' },
  step: { vi: '{name}: {before} → {after}', en: '{name}: {before} → {after}' },
  appendix: { vi: '{title}. {name}: {rows}.', en: '{title}. {name}: {rows}.' },
})

export const changesTexts = texts({
  title: { vi: 'Thay đổi từ lần đọc trước', en: 'What changed since the last reading' },
  sinceRead: {
    vi: 'So với bản trình lúc {at} ({pages} trang), đã đọc đến trang cuối lúc {readAt}.',
    en: 'Compared with what was submitted at {at} ({pages} pages), read to its last page at {readAt}.',
  },
  since: { vi: 'So với bản trình lúc {at} ({pages} trang).', en: 'Compared with what was submitted at {at} ({pages} pages).' },
  none: { vi: 'Chưa có bản trình nào trước đó để so.', en: 'Nothing was submitted earlier.' },
  same: { vi: 'Không có thay đổi.', en: 'Nothing changed.' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  wording: { vi: 'Lời văn', en: 'Text' },
  appendices: { vi: 'Phụ lục', en: 'Appendices' },
  remarks: { vi: 'Tiếp thu ý kiến', en: 'Remarks and answers' },
  otherProgram: {
    vi: 'Hai bản do hai phiên bản phần mềm dựng nên lời văn không so được từng câu; đọc lại toàn văn.',
    en: 'The two were drawn by different versions of the program, so their text cannot be compared: read it whole.',
  },
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'taken out' },
  changed: { vi: 'sửa', en: 'changed' },
  remark: { vi: 'Ý kiến của {actor}: {text}', en: 'Remark by {actor}: {text}' },
  answer: { vi: 'Tiếp thu: {answer}', en: 'Answer: {answer}' },
  answerAt: { vi: 'Tiếp thu (mục {section}): {answer}', en: 'Answer (section {section}): {answer}' },
  noAnswer: { vi: 'Chưa có tiếp thu, giải trình.', en: 'Not answered yet.' },
  written: { vi: 'Đã ghi phiếu thay đổi: {path}', en: 'Wrote what changed: {path}' },
  remarksWritten: { vi: 'Đã ghi bảng tiếp thu ý kiến: {path}', en: 'Wrote the table of answers: {path}' },
  readTo: { vi: 'Đã ghi nhận đọc đến trang cuối lúc {at}.', en: 'Recorded as read to the last page at {at}.' },
})

export const readingViewTexts = texts({
  title: { vi: 'Cách xem', en: 'What to look at' },
  pages: { vi: 'Toàn văn', en: 'Whole text' },
  changes: { vi: 'Thay đổi ({count})', en: 'Changes ({count})' },
  changesOfDraft: { vi: 'Thay đổi', en: 'Changes' },
  weights: { vi: 'Đơn vị ảnh hưởng', en: 'Weights' },
  later: { vi: 'Sau khi trình', en: 'Data since' },
})

export const readingButtons = texts({
  saveChanges: { vi: 'Lưu phiếu thay đổi', en: 'Save what changed' },
  saveRemarks: { vi: 'Lưu bảng tiếp thu ý kiến', en: 'Save the table of answers' },
})

export const laterTexts = texts({
  title: { vi: 'Số liệu sau khi trình', en: 'Data after it was submitted' },
  same: {
    vi: 'Số liệu đang dùng vẫn như trong bản trình.',
    en: 'The data in use are those of the submitted paper.',
  },
  changed: {
    vi: 'Số liệu đã thay đổi sau khi trình. Bản trình giữ nguyên; nếu lập lại hôm nay thì khác ở các mục sau:',
    en: 'Data changed after it was submitted. The paper stays; made today it would differ here:',
  },
  changedElsewhere: {
    vi: 'Có thay đổi sau khi trình nhưng không làm đổi số liệu chung của bản trình.',
    en: 'Something changed after it was submitted, but no figure of the province.',
  },
  waiting: {
    vi: '{count} tệp chưa tính vào số liệu (bổ sung sau khi chốt hoặc đang chờ xử lý):',
    en: '{count} files do not count yet (they came after the closing, or wait):',
  },
  afterClose: { vi: '{unit}: {file}, nhận {at}, bổ sung sau khi chốt', en: '{unit}: {file}, received {at}, after the closing' },
  held: { vi: '{unit}: {file}, nhận {at}, chờ xử lý', en: '{unit}: {file}, received {at}, waiting' },
  noUnit: { vi: 'Chưa rõ đơn vị', en: 'Unit not known' },
  moreFiles: { vi: 'và {count} tệp khác', en: 'and {count} more' },
  ifCounted: { vi: 'Nếu tính cả các tệp này sẽ là:', en: 'If these counted it would be:' },
  ifCountedSame: { vi: 'Nếu tính cả các tệp này, kết quả chung không đổi.', en: 'If these counted, no result would change.' },
  inPaper: { vi: 'Trong bản trình', en: 'In the paper' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  counted: { vi: 'Nếu tính cả', en: 'If counted' },
})

export const reportWeightTexts = texts({
  title: { vi: 'Đơn vị ảnh hưởng nhiều nhất', en: 'Units that weigh most' },
  needs: {
    vi: 'Cần thêm {needed} để đạt mục tiêu {target}; {below} đơn vị dưới mục tiêu.',
    en: '{needed} more reach the target of {target}; {below} units are below it.',
  },
  reached: { vi: 'Đạt mức {target}; {below} đơn vị dưới mục tiêu.', en: 'Reached {target}; {below} units are below it.' },
  none: { vi: 'Chưa có đơn vị nào có số liệu.', en: 'No unit has figures.' },
  unit: { vi: '{unit}: {rate}, cần thêm {needed}', en: '{unit}: {rate}, {needed} more' },
  counts: { vi: 'Tử số/mẫu số', en: 'Numerator/denominator' },
  allReached: { vi: 'Mọi đơn vị đã đạt mục tiêu.', en: 'Every unit reached its target.' },
})
