import { texts } from './text.ts'

export const inboxErrors = texts({
  'inbox.source_gone': {
    vi: 'USB hoặc thư mục này không còn ở máy. Cắm lại rồi nhận tiếp.',
    en: 'This stick or folder is no longer there. Plug it in again, then go on.',
  },
  'inbox.nothing_new': { vi: '{name} không có tệp nào mới.', en: 'There is nothing new on {name}.' },
  'inbox.not_folder': {
    vi: '{name} không phải thư mục đọc được. Chọn thư mục khác.',
    en: '{name} is no folder that can be read. Choose another one.',
  },
  'inbox.own_folder': {
    vi: 'Thư mục này chứa hoặc nằm trong dữ liệu của ứng dụng nên không dùng làm nơi nhận được. Chọn thư mục khác.',
    en: 'This folder holds, or lies within, the application’s own data and cannot be the inbox. Choose another one.',
  },
  'inbox.nowhere_new': {
    vi: 'Không có tệp nào mới trên USB hay trong thư mục nhận.',
    en: 'There is nothing new on any stick or in the inbox folder.',
  },
  'inbox.which': {
    vi: 'Có {count} nơi có tệp mới. Nêu mã của một nơi: {sources}',
    en: 'There is something new in {count} places. Name one by its id: {sources}',
  },
})

/** What the commands about the inbox and messages print. */
export const inboxCommandTexts = texts({
  folder: { vi: 'Thư mục nhận: {place}', en: 'Inbox folder: {place}' },
  noFolder: { vi: 'Chưa chọn thư mục nhận. Chọn: {command}', en: 'No inbox folder is chosen. Choose one: {command}' },
  mediaOn: { vi: 'USB: có theo dõi', en: 'Sticks: watched' },
  mediaOff: { vi: 'USB: không theo dõi', en: 'Sticks: not watched' },
  source: { vi: '{place}: {count} tệp mới', en: '{place}: {count} new files' },
  sourceMore: { vi: '{place}: {count} tệp mới, và còn nhiều hơn', en: '{place}: {count} new files, and more' },
  unreachable: { vi: '{place}: hiện không mở được', en: '{place}: cannot be reached now' },
  next: { vi: '  Nhận: {command}', en: '  Take in: {command}' },
  noSources: { vi: 'Không có USB nào đang cắm.', en: 'No stick is plugged in.' },
  mayRemove: { vi: 'Mọi tệp đã được chép. Có thể rút USB.', en: 'Every file is copied. The stick may be taken out.' },
  noReceipt: {
    vi: 'Chưa tiếp nhận tệp nào của đơn vị trong kỳ này nên chưa có gì để báo nhận.',
    en: 'Nothing of the unit was taken in for this period, so there is nothing to confirm.',
  },
  noReminder: { vi: 'Đơn vị đã gửi báo cáo kỳ này, không cần nhắc.', en: 'The unit has sent its report; there is nothing to remind of.' },
  waits: {
    vi: 'Đơn vị đã gửi, đang chờ xử lý. Xử lý tệp đang chờ trước khi nhắc.',
    en: 'The unit has sent a file that waits here. Answer for it before reminding.',
  },
  noQuestion: { vi: 'Không có gì phải hỏi đơn vị.', en: 'There is nothing to ask the unit.' },
})
