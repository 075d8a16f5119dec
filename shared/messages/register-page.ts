import { texts } from './text.ts'

export const registerPageTexts = texts({
  title: { vi: 'Tình hình gửi báo cáo', en: 'Submissions' },
  noPeriod: { vi: 'Chưa có kỳ báo cáo nào', en: 'There is no period yet' },
  noPeriodHow: { vi: 'Mở kỳ báo cáo để biết đơn vị nào phải gửi.', en: 'Open a period to see which units are expected.' },
  openPeriod: { vi: 'Mở kỳ báo cáo', en: 'Open a period' },
  asOf: { vi: 'Kỳ {period}, hạn {due}. Tính đến {at}.', en: 'Reports of {period}, due {due}. As of {at}.' },
  counters: { vi: 'Lọc theo tình trạng', en: 'Filter by state' },
  all: { vi: 'Tất cả', en: 'All' },
  late: { vi: 'Chậm', en: 'Late' },
  search: { vi: 'Tìm đơn vị (gõ không dấu cũng được)', en: 'Find a unit (tone marks are not needed)' },
  clear: { vi: 'Bỏ lọc', en: 'Clear the filter' },
  shown: { vi: '{count} đơn vị', en: 'Units: {count}' },
  table: { vi: 'Các đơn vị theo thứ tự nghi thức', en: 'Units in protocol order' },
  order: { vi: 'TT', en: 'No.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  kind: { vi: 'Loại', en: 'Kind' },
  state: { vi: 'Tình trạng', en: 'State' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  channel: { vi: 'Gửi qua', en: 'Came by' },
  versions: { vi: 'Số bản', en: 'Versions' },
  see: { vi: 'Xem', en: 'See' },
  seeFiles: { vi: 'Tệp', en: 'Files' },
  seeFilesOf: { vi: 'Tệp đã nhận của {unit}', en: 'Files received from {unit}' },
  seeFigures: { vi: 'Số liệu', en: 'Figures' },
  seeFiguresOf: { vi: 'Số liệu của {unit}', en: 'Figures of {unit}' },
  answer: { vi: 'Xử lý', en: 'Answer' },
  answerOf: { vi: 'Xử lý tệp đang chờ của {unit}', en: 'Answer for the waiting file of {unit}' },
  keyIn: { vi: 'Nhập thay đơn vị này…', en: 'Key in for this unit…' },
  keyInOf: { vi: 'Nhập thay {unit}…', en: 'Key in for {unit}…' },
  template: { vi: 'Xuất biểu mẫu cho đơn vị này…', en: 'Write this unit’s workbook…' },
  templateOf: { vi: 'Xuất biểu mẫu cho {unit}…', en: 'Write the workbook of {unit}…' },
  templateDone: { vi: 'Đã xuất biểu mẫu của {unit}.', en: 'The workbook of {unit} is written.' },
  copyList: { vi: 'Chép danh sách để nhắn tin', en: 'Copy the list for a message' },
  copied: { vi: 'Đã chép {count} đơn vị', en: 'Copied, units: {count}' },
  print: { vi: 'In danh sách', en: 'Print the list' },
  none: { vi: 'Không có đơn vị nào khớp với phần lọc.', en: 'No unit matches the filter.' },
  pendingWarning: {
    vi: '{unit} đã gửi, đang chờ xử lý.',
    en: '{unit} has sent its file, which waits for an answer.',
  },
  pendingMany: {
    vi: '{count} đơn vị đã gửi, đang chờ xử lý. Vẫn đưa vào danh sách đôn đốc?',
    en: 'Units whose file waits for an answer: {count}. Put them on the list all the same?',
  },
  pendingOne: {
    vi: '{unit} đã gửi, đang chờ xử lý. Vẫn đưa vào danh sách đôn đốc?',
    en: '{unit} has sent its file, which waits for an answer. Put it on the list all the same?',
  },
  withPending: { vi: 'Vẫn đưa vào', en: 'Put them on' },
  withoutPending: { vi: 'Bỏ các đơn vị này', en: 'Leave them out' },
})

/** The list as it is sent in a message. */
export const registerListTexts = texts({
  head: {
    vi: 'Báo cáo kỳ {period}, hạn {due}. {state} ({count}), tính đến {at}:',
    en: 'Reports of {period}, due {due}. {state} ({count}), as of {at}:',
  },
  line: { vi: '{order}. {unit}', en: '{order}. {unit}' },
  lineWithState: { vi: '{order}. {unit}: {state}', en: '{order}. {unit}: {state}' },
  request: {
    vi: 'Đề nghị các đơn vị chưa gửi sớm gửi báo cáo theo biểu mẫu.',
    en: 'Units that have not reported are asked to send the template soon.',
  },
})
