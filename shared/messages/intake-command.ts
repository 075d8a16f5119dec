import { texts } from './text.ts'

/** What the commands about tables of units, papers, figures keyed in and versions print. */
export const intakeCommandTexts = texts({
  versionLine: {
    vi: 'Bản {version}: {why}. {file}, nhận lúc {at} qua {channel}',
    en: 'Version {version}: {why}. {file}, received {at} by {channel}',
  },
  versionAnswer: { vi: '{at}  {actor}: {choice}', en: '{at}  {actor}: {choice}' },
  versionKeyed: { vi: 'Nhập thay đơn vị: {actor} nhập, {checker} kiểm tra', en: 'Keyed in for the unit by {actor}, checked by {checker}' },
  versionMapped: { vi: 'Đọc theo cách {actor} đã xác nhận lúc {at}', en: 'Read as {actor} confirmed at {at}' },
  noVersions: { vi: 'Đơn vị chưa gửi bản nào trong kỳ này.', en: 'The unit has sent nothing in this period.' },
  nobody: { vi: 'chưa có người', en: 'nobody yet' },
  mappingFile: { vi: 'Tệp {file}. Đơn vị gợi ý: {units}', en: 'File {file}. Suggested units: {units}' },
  mappingNone: { vi: 'Chưa nhận ra ô nào; chỉ từng ô bằng --set.', en: 'No cell was recognised; point at each with --set.' },
  mappingKept: {
    vi: 'Đã có cách đọc do {actor} xác nhận lúc {at} cho {unit}.',
    en: 'How it is read was confirmed by {actor} at {at} for {unit}.',
  },
  mappingEncodings: {
    vi: 'Chữ giống kiểu gõ cũ mà phông không cho biết. Chọn cách đọc cho ra tiếng Việt đúng bằng --encoding.',
    en: 'Letters look like an old encoding that the fonts do not tell. Choose the reading that gives proper Vietnamese with --encoding.',
  },
  mappingReading: {
    vi: 'Đang đọc: --encoding {encoding} --separators {separators}',
    en: 'Read with: --encoding {encoding} --separators {separators}',
  },
  reading: { vi: 'Cách đọc', en: 'Reading' },
  before: { vi: 'Trong tệp', en: 'In the file' },
  after: { vi: 'Đọc thành', en: 'Read as' },
  mappingNext: { vi: 'Xác nhận: {command}', en: 'Confirm: {command}' },
  input: { vi: 'Mục', en: 'Input' },
  cell: { vi: 'Ô', en: 'Cell' },
  sureness: { vi: 'Độ chắc', en: 'Sureness' },
  uses: { vi: 'Số lần dùng', en: 'Uses' },
  confirmedBy: { vi: 'Người xác nhận', en: 'Confirmed by' },
  file: { vi: 'Tệp', en: 'File' },
  id: { vi: 'Mã', en: 'Id' },
  name: { vi: 'Tên gọi', en: 'Name' },
  number: { vi: 'Số', en: 'Number' },
  day: { vi: 'Ngày', en: 'Day' },
  signer: { vi: 'Người ký', en: 'Signer' },
  keyedBy: { vi: 'Người nhập', en: 'Keyed by' },
  checkedBy: { vi: 'Người kiểm tra', en: 'Checked by' },
  count: { vi: 'Số mục', en: 'Fields' },
  mappingDone: { vi: 'Đã ghi nhận cách đọc bảng; báo cáo {state}.', en: 'How the table is read is recorded; the submission {state}.' },
  mappingForgotten: { vi: 'Đã thôi nhớ cách đọc này.', en: 'This mapping is forgotten.' },
  nothingRemembered: { vi: 'Chưa nhớ cách đọc bảng nào.', en: 'No mapping is remembered.' },
  noNames: { vi: 'Chưa nhớ tên gọi nào của đơn vị.', en: 'No name of a unit is remembered.' },
  nameForgotten: { vi: 'Đã thôi nhớ tên gọi “{name}”.', en: 'The name “{name}” is forgotten.' },
  noPapers: { vi: 'Chưa có văn bản lưu kèm.', en: 'No attached papers.' },
  paperDescribed: { vi: 'Đã ghi nhận văn bản {file} của {unit}.', en: 'Recorded the paper {file} of {unit}.' },
  paperRemoved: { vi: 'Đã bỏ văn bản khỏi hồ sơ đơn vị; tệp vẫn được giữ.', en: 'Taken out of the unit’s papers; the file stays kept.' },
  noWords: { vi: 'Văn bản này không đọc được phần lời.', en: 'This paper has no words that can be read.' },
  figure: {
    vi: '{place}. {field}: {value} ({confidence}), trong văn bản “{raw}” ở {label}',
    en: '{place}. {field}: {value} ({confidence}), in the paper “{raw}” at {label}',
  },
  noFigures: { vi: 'Bảng trong văn bản này chưa có số nào nhận ra được.', en: 'No table of this paper has figures that were recognised.' },
  figuresNext: { vi: 'Xem lại với văn bản rồi nhập: {command}', en: 'Check them against the paper, then key them in: {command}' },
  passage: { vi: '{place}. {task} ({confidence}): {text}', en: '{place}. {task} ({confidence}): {text}' },
  leftover: { vi: '{place}. Chưa gắn nhiệm vụ: {text}', en: '{place}. No task: {text}' },
  proposal: { vi: '{place}. Kiến nghị: {text}', en: '{place}. Proposal: {text}' },
  proposalTo: { vi: '{place}. Kiến nghị với {addressee}: {text}', en: '{place}. Proposal to {addressee}: {text}' },
  taken: { vi: 'Đã lấy {count} đoạn lời.', en: 'Took {count} passages.' },
  withdrawn: { vi: 'Đã rút.', en: 'Withdrawn.' },
  noEntries: { vi: 'Chưa nhập thay lần nào.', en: 'Nothing was keyed in.' },
  entered: {
    vi: 'Đã nhập thay {count} mục; chờ người khác kiểm tra: {command}',
    en: 'Keyed in {count} fields; somebody else checks them: {command}',
  },
  checkedSame: { vi: 'Hai người đọc như nhau; báo cáo {state}.', en: 'Both read the same; the submission {state}.' },
  checkedOther: { vi: 'Khác {count} mục; cần nhập lại:', en: '{count} differ; to be keyed anew:' },
  difference: { vi: '{field}: người nhập {keyed}, người kiểm tra {checked}', en: '{field}: keyed {keyed}, read by the checker {checked}' },
})

export const versionWhyTexts = texts({
  only: { vi: 'đang dùng, bản duy nhất khi đến', en: 'in use, the only one when it came' },
  chosen: { vi: 'đang dùng, có người chọn', en: 'in use, chosen by a person' },
  replaced: { vi: 'đã được bản sau thay', en: 'replaced by a later one' },
  set_aside: { vi: 'không dùng', en: 'set aside' },
  waiting: { vi: 'chờ xử lý', en: 'waiting' },
})

export const versionStateTexts = texts({
  held: { vi: 'còn chờ một câu trả lời', en: 'waits for another answer' },
  effective: { vi: 'đã được tính', en: 'counts' },
  superseded: { vi: 'đã được bản khác thay', en: 'is replaced' },
  withdrawn: { vi: 'đã rút', en: 'is withdrawn' },
  discarded: { vi: 'trùng bản đã có nên không dùng', en: 'repeats a known one and is not used' },
})

export const surenessTexts = texts({
  sure: { vi: 'chắc', en: 'sure' },
  doubtful: { vi: 'cần xem', en: 'doubtful' },
  weak: { vi: 'yếu', en: 'weak' },
})

export const entryStateTexts = texts({
  draft: { vi: 'đang nhập', en: 'begun' },
  waiting: { vi: 'chờ kiểm tra', en: 'to be checked' },
  differs: { vi: 'lệch, nhập lại', en: 'differs, key anew' },
  checked: { vi: 'đã kiểm tra', en: 'checked' },
  withdrawn: { vi: 'đã rút', en: 'taken back' },
})
