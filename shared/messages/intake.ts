import { texts } from './text.ts'

/** Refusals about papers, figures keyed in for a unit, and what people told once. */
export const intakeErrors = texts({
  'import.answered_elsewhere': {
    vi: 'Câu trả lời “{choice}” cần thêm nội dung: cách đọc bảng (mapping confirm) hoặc số liệu của người kiểm tra (keyed check).',
    en: 'The answer “{choice}” needs more than a choice: how the table is read (mapping confirm), or the checker’s own figures (keyed check).',
  },
  'mapping.not_held': {
    vi: 'Tệp này không chờ chỉ cách đọc bảng.',
    en: 'This file does not wait to be told how it is read.',
  },
  'mapping.not_found': { vi: 'Không có cách đọc bảng nào đang được nhớ mang mã {id}.', en: 'No remembered mapping has the id {id}.' },
  'mapping.required': {
    vi: 'Chưa có cách đọc nào được nhớ cho bảng này của đơn vị. Chỉ từng ô rồi xác nhận.',
    en: 'Nothing is remembered on how this unit’s table is read. Point at the cells, then confirm.',
  },
  'mapping.no_reason': { vi: 'Chưa ghi lý do.', en: 'No reason was given.' },
  'mapping.empty': { vi: 'Chưa chỉ ô nào của bảng.', en: 'No cell of the table was pointed at.' },
  'mapping.unknown_input': { vi: 'Chương trình không có mục {name}.', en: 'The programme has no input {name}.' },
  'mapping.bad_cell': {
    vi: '“{text}” không phải một ô của tệp này. Ghi tên trang và ô theo dạng Bieu1!C7.',
    en: '“{text}” is no cell of this file. Write it like Sheet1!C7.',
  },
  'mapping.twice': { vi: 'Mục {name} được chỉ hai ô.', en: 'The input {name} was given two cells.' },
  'mapping.unreadable': {
    vi: 'Tệp {file} chưa đọc được bảng. Có thể lưu kèm hồ sơ đơn vị rồi nhập thay.',
    en: 'No table can be read in {file}. Keep it with the unit and key the figures in.',
  },
  'mapping.bad_file': {
    vi: 'Tệp cách đọc {path} chưa đúng: {places}. Xem mẫu bằng lệnh mapping show --json.',
    en: 'The mapping file {path} is wrong: {places}. See what it looks like with mapping show --json.',
  },
  'sender.not_found': { vi: 'Không có tên gọi nào đang được nhớ mang mã {id}.', en: 'No remembered name has the id {id}.' },
  'paper.not_found': { vi: 'Không có văn bản lưu kèm nào mang mã {id}.', en: 'No attached paper has the id {id}.' },
  'paper.file_missing': {
    vi: 'Bản lưu của tệp “{name}” không còn trong dữ liệu nên chưa xem được. Khôi phục từ bản sao lưu hoặc báo người phụ trách máy.',
    en: 'The kept copy of “{name}” is no longer in the workspace, so it cannot be shown. Restore a backup or tell the administrator.',
  },
  'paper.file_changed': {
    vi: 'Bản lưu của tệp “{name}” không còn nguyên như khi nhận nên không hiện ra đây. Chạy kiểm tra ở trang Nhật ký và kiểm chứng.',
    en: 'The kept copy of “{name}” is not what was received, so it is not shown. Run the check on the page Journal and verification.',
  },
  'paper.wrong_day': {
    vi: 'Chưa rõ ngày của văn bản “{text}”. Ghi theo dạng 17/6/2026.',
    en: 'The day of the paper “{text}” is not clear. Write it like 2026-06-17.',
  },
  'paper.in_use': {
    vi: 'Đang dùng {count} đoạn lời lấy từ văn bản này. Rút các đoạn đó trước.',
    en: 'Passages of this paper are in use ({count}). Withdraw them first.',
  },
  'paper.not_described': { vi: 'Văn bản này chưa được ghi nhận của đơn vị nào.', en: 'Nobody has said yet whose this paper is.' },
  'paper.no_unit': {
    vi: 'Chưa ghi văn bản này của đơn vị nào. Chọn đơn vị rồi lấy phần lời.',
    en: 'Nobody has said whose this paper is. Name the unit, then take passages from it.',
  },
  'paper.no_reason': { vi: 'Chưa ghi lý do.', en: 'No reason was given.' },
  'paper.no_free_proposal': {
    vi: 'Biểu của đơn vị đã đủ kiến nghị. Ghi rõ chỗ thay bằng prop.N.',
    en: 'All places for proposals are filled. Say which one to replace with prop.N.',
  },
  'paper.no_text': { vi: 'Đoạn lời được chọn không có chữ nào.', en: 'The chosen passage holds no words.' },
  'paper.text_not_found': {
    vi: 'Không có đoạn lời nào lấy từ văn bản mang mã {id}.',
    en: 'No passage taken from a paper has the id {id}.',
  },
  'paper.text_not_in_force': { vi: 'Đoạn lời này đã được thay hoặc đã rút.', en: 'This passage was replaced or withdrawn before.' },
  'keyed.not_found': { vi: 'Không có lần nhập thay nào mang mã {id}.', en: 'Nothing was keyed in under the id {id}.' },
  'keyed.no_source': {
    vi: 'Chưa ghi số liệu lấy từ đâu. Chọn văn bản lưu kèm, hoặc ghi ai báo qua điện thoại.',
    en: 'It is not said where the figures come from. Name the attached paper, or who told them by phone.',
  },
  'keyed.other_unit': {
    vi: 'Văn bản {file} được ghi nhận của đơn vị khác, không phải {unit}.',
    en: 'The paper {file} belongs to another unit, not to {unit}.',
  },
  'keyed.settled': { vi: 'Lần nhập thay này đã được kiểm tra hoặc đã rút.', en: 'This entry was checked or taken back before.' },
  'keyed.nothing_keyed': { vi: 'Chưa nhập số liệu nào.', en: 'No figure was keyed in.' },
  'keyed.bad_figure': {
    vi: 'Số liệu của mục {field} chưa dùng được: cần một số nguyên từ 0, hoặc không phát sinh, hoặc không thuộc đối tượng, và mỗi mục một lần.',
    en: 'The figure of {field} cannot be used: a whole number from 0, nil, or not applicable, each field once.',
  },
  'keyed.no_reason': { vi: 'Chưa ghi lý do.', en: 'No reason was given.' },
  'keyed.not_waiting': { vi: 'Lần nhập thay này không chờ kiểm tra.', en: 'This entry does not wait to be checked.' },
  'keyed.same_person': {
    vi: '{actor} đã nhập số liệu này nên người khác phải kiểm tra.',
    en: '{actor} keyed these figures in, so somebody else must check them.',
  },
})

export const intakeRules = texts({
  M56: {
    vi: 'Số liệu của {unit} do {actor} nhập thay {keyedFrom} ({count} mục). Người thứ hai đọc lại và nhập kiểm tra.',
    en: 'The figures of {unit} were keyed in by {actor} {keyedFrom} (fields: {count}). A second person reads and keys them again.',
  },
  M57: {
    vi: 'Bảng này có cách đọc đã được {actor} xác nhận ngày {day} cho {unit}. Dùng lại cách đọc đó, hoặc xem lại.',
    en: 'How this table is read was confirmed by {actor} on {day} for {unit}. Use that again, or look at it once more.',
  },
  M58: {
    vi: 'Số liệu do {actor} nhập thay {keyedFrom}; {checker} đã kiểm tra.',
    en: 'The figures were keyed in by {actor} {keyedFrom}; {checker} checked them.',
  },
  M59: {
    vi: 'Đơn vị nay tự ghi ở mục “{label}” nên phần lời lấy từ văn bản (mục “{heading}”) không còn được dùng. Xem lại.',
    en: 'The unit now writes on “{label}” itself, so the passage taken from its paper (“{heading}”) is not used. Look again.',
  },
})
