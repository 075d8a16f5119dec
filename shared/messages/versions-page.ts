import { texts } from './text.ts'

/** Every version of a unit, which one counts and why; and what was remembered from answers. */
export const versionsTexts = texts({
  title: { vi: 'Các bản của đơn vị', en: 'Versions of the unit' },
  number: { vi: 'Bản {number}', en: 'Version {number}' },
  counts: { vi: 'đang dùng', en: 'counts' },
  only: { vi: 'bản đầu tiên nhận được, không có bản nào khác', en: 'the only one when it came' },
  chosen: { vi: 'được chọn', en: 'was chosen' },
  replaced: { vi: 'đã thay bằng bản {by}', en: 'replaced by version {by}' },
  replacedBySome: { vi: 'đã có bản khác thay', en: 'replaced by another one' },
  set_aside: { vi: 'không dùng', en: 'set aside' },
  waiting: { vi: 'đang chờ xử lý', en: 'waits' },
  came: { vi: 'nhận {at}, qua {channel}', en: 'received {at}, by {channel}' },
  answered: { vi: '{actor}, {at}: {answer}', en: '{actor}, {at}: {answer}' },
  keyedBy: { vi: 'nhập thay: {actor}, kiểm tra: {checker}', en: 'keyed in by {actor}, checked by {checker}' },
  keyedUnchecked: { vi: 'nhập thay: {actor}, chưa kiểm tra', en: 'keyed in by {actor}, not checked' },
  mappedBy: { vi: 'đọc theo cách {actor} xác nhận {at}', en: 'read as {actor} confirmed {at}' },
})

export const rememberedTexts = texts({
  open: { vi: 'Những điều đã nhớ', en: 'What is remembered' },
  title: { vi: 'Những điều đã nhớ từ các lần trả lời', en: 'Remembered from earlier answers' },
  how: {
    vi: 'Gặp lại thì không hỏi nữa. Quên đi thì lần sau được hỏi lại.',
    en: 'It is not asked again. Once forgotten it is asked the next time.',
  },
  names: { vi: 'Tên đơn vị tự gọi', en: 'Names that units call themselves' },
  name: { vi: 'Tên trong tệp', en: 'Name in the file' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  from: { vi: 'Nhớ từ', en: 'Learned from' },
  fromFile: { vi: '{file} ({actor}, {at})', en: '{file} ({actor}, {at})' },
  forget: { vi: 'Quên', en: 'Forget' },
  forgetName: { vi: 'Quên tên “{name}”', en: 'Forget the name “{name}”' },
  none: { vi: 'Chưa nhớ điều gì', en: 'Nothing is remembered yet' },
  noneHow: {
    vi: 'Khi chọn đơn vị cho một tệp hoặc xác nhận cách đọc bảng, câu trả lời được nhớ tại đây.',
    en: 'When a unit is named for a file, or the reading of a table confirmed, it is kept here.',
  },
  layouts: { vi: 'Cách đọc bảng của đơn vị', en: 'How tables of units are read' },
  inputs: { vi: 'Số mục được lấy', en: 'Inputs that are read' },
  forgetLayoutHow: {
    vi: 'Số liệu đã nhận theo cách đọc này vẫn nguyên; tệp sau cùng kiểu được hỏi lại.',
    en: 'What was taken in by it stays; the next file of this kind is asked about again.',
  },
  layoutInputs: { vi: '{count} mục', en: 'inputs: {count}' },
  forgetLayout: { vi: 'Quên cách đọc bảng của {unit}', en: 'Forget how the table of {unit} is read' },
})
