import { pageTexts } from './page.ts'
import { helpOfPages } from './help-pages.ts'
import { texts, type Language, type Text } from './text.ts'

export const helpTexts = texts({
  title: { vi: 'Hướng dẫn', en: 'Help' },
  open: { vi: 'Hướng dẫn (F1)', en: 'Help (F1)' },
  close: { vi: 'Đóng hướng dẫn', en: 'Close help' },
  print: { vi: 'In hướng dẫn này', en: 'Print this help' },
  topic: { vi: 'Chủ đề', en: 'Topic' },
  thisPage: { vi: 'Trang đang xem: {page}', en: 'This page: {page}' },
  todo: { vi: 'Việc thường làm ở đây', en: 'What is done here' },
  keysOfPage: { vi: 'Phím ở trang này', en: 'Keys on this page' },
  firstDay: { vi: 'Ngày đầu tiên', en: 'The first day' },
  firstDayWhy: {
    vi: 'Từ máy mới đến báo cáo đầu tiên. Làm lần lượt; bước nào cũng có thể dừng và làm tiếp sau.',
    en: 'From a new machine to the first report. One after another; every step can be left and gone on with later.',
  },
  keys: { vi: 'Phím tắt', en: 'Keys' },
  keysWhy: {
    vi: 'Dùng được cả khi đang bật Unikey: không có phím tắt nào là một chữ cái đứng riêng.',
    en: 'They work while Unikey is on: none of them is a letter by itself.',
  },
  key: { vi: 'Phím', en: 'Key' },
  does: { vi: 'Làm gì', en: 'What it does' },
  terms: { vi: 'Từ dùng trong ứng dụng', en: 'Words of the application' },
  term: { vi: 'Từ', en: 'Word' },
  meaning: { vi: 'Nghĩa', en: 'Meaning' },
})

export const firstDaySteps: readonly Text[] = Object.values(
  texts({
    sample: {
      vi: 'Xem thử: ở trang Bắt đầu bấm Xem thử với dữ liệu mẫu. Mọi trang khi đó mang chữ DỮ LIỆU MẪU; thử gì cũng không ảnh hưởng số liệu thật.',
      en: 'Look around: on the page Start, try the sample data. Every page then says SAMPLE DATA; nothing you try touches the real figures.',
    },
    account: {
      vi: 'Tạo tài khoản đầu tiên cho người phụ trách máy này, rồi tài khoản cho từng người (trang Thiết lập).',
      en: 'Create the first account for whoever looks after this machine, then one for everybody (page Settings).',
    },
    units: {
      vi: 'Xem danh sách đơn vị có sẵn; thiếu thì thêm bằng tệp Excel.',
      en: 'Look through the units that are there; add missing ones from an Excel list.',
    },
    period: {
      vi: 'Mở kỳ báo cáo: chọn khoảng thời gian và hạn gửi.',
      en: 'Open a period: choose its span and when submissions are due.',
    },
    send: {
      vi: 'Xuất biểu mẫu và gửi cho đơn vị: mỗi đơn vị một tệp, hoặc một biểu mẫu dùng chung.',
      en: 'Write the workbooks and send them out: one per unit, or a common one.',
    },
    take: {
      vi: 'Khi có báo cáo gửi về: trang Tiếp nhận, kéo thả tệp hoặc cả thư mục USB. Tệp được chép lại trước khi đọc, xong là có thể rút USB.',
      en: 'When submissions come: on Take in, drop files or the whole stick. They are copied before they are read, so the stick can be taken out then.',
    },
    answer: {
      vi: 'Tệp nào ứng dụng chưa chắc sẽ nằm ở Chờ xử lý: trả lời từng câu hỏi, xem tệp gốc ngay bên cạnh.',
      en: 'What the application is not sure of waits: answer one question at a time, the sheet is shown beside it.',
    },
    look: {
      vi: 'Xem Tổng quan và Số liệu. Từ mỗi con số bấm Enter để thấy ô gốc trong tệp của đơn vị.',
      en: 'Read Overview and Figures. From any number Enter shows the cell it came from.',
    },
    backup: {
      vi: 'Cuối ngày: Thiết lập, Sao lưu, chọn USB hoặc ổ đĩa khác.',
      en: 'At the end of the day: Settings, Backup, onto a stick or another disk.',
    },
  }),
)

/** Shortcuts as they stand on a keyboard; `page`: where they work, left out for everywhere. */
export const keyTable: readonly { keys: string; does: Text; page?: keyof typeof pageTexts }[] = [
  { keys: 'F1', does: { vi: 'Mở, đóng hướng dẫn của trang đang xem', en: 'Open or close the help of this page' } },
  { keys: 'Ctrl + K, F3', does: { vi: 'Tìm trong mọi thứ', en: 'Search over everything' } },
  { keys: '↑ ↓ Enter', does: { vi: 'Chọn và mở kết quả tìm kiếm', en: 'Choose and open a result' } },
  { keys: 'Esc', does: { vi: 'Đóng ô, bảng hoặc hộp đang mở', en: 'Close what is open' } },
  { keys: 'Tab, Shift + Tab', does: { vi: 'Tới nút hoặc ô tiếp theo, trước đó', en: 'To the next or the previous button or field' } },
  { keys: 'Alt + ←', does: { vi: 'Về nơi vừa xem', en: 'Back to where one was' } },
  { keys: 'F5', does: { vi: 'Tải lại trang, không mất gì đã đặt', en: 'Load the page again; nothing that was set is lost' } },
  { keys: 'Ctrl + P', does: { vi: 'In trang đang xem', en: 'Print this page' } },
  { keys: '← → ↑ ↓', does: { vi: 'Số liệu: đi giữa các ô', en: 'Figures: move between cells' }, page: 'figures' },
  { keys: 'Enter', does: { vi: 'Số liệu: xem ô gốc của con số', en: 'Figures: show where the number came from' }, page: 'figures' },
  {
    keys: 'Ctrl + F',
    does: { vi: 'Số liệu: tìm trong bảng, không cần dấu', en: 'Figures: find in the table, without tone marks' },
    page: 'figures',
  },
  {
    keys: 'Ctrl + C',
    does: { vi: 'Số liệu: chép các ô đã chọn kèm tiêu đề', en: 'Figures: copy the selected cells with their headings' },
    page: 'figures',
  },
  {
    keys: '1 … 9',
    does: {
      vi: 'Tiếp nhận: chọn câu trả lời mang số đó cho tệp đang chờ',
      en: 'Take in: give the answer of that number to the waiting file',
    },
    page: 'intake',
  },
  {
    keys: 'Ctrl + Enter',
    does: {
      vi: 'Tiếp nhận: khi nhập thay, lấy số gợi ý từ bảng của văn bản; khi xác nhận bảng tự kẻ, thêm ô cho phần lời nằm ở nhiều ô',
      en: 'Take in: keying in, take the figure offered from the paper’s table; confirming a table, add a cell to a text that stands in several',
    },
    page: 'intake',
  },
  {
    keys: 'Space',
    does: {
      vi: 'Tiếp nhận: chọn đoạn đang đứng trong văn bản Word',
      en: 'Take in: choose the paragraph of a Word paper one stands on',
    },
    page: 'intake',
  },
]

/** One sentence for each word that has a fixed meaning here. */
export const termTable: readonly { term: Text; meaning: Text }[] = [
  {
    term: { vi: 'Chương trình', en: 'Programme' },
    meaning: {
      vi: 'Bộ chỉ tiêu, nhiệm vụ, thời hạn và đề cương báo cáo mà mọi kỳ dựa vào.',
      en: 'The indicators, tasks, deadlines and outline on which every period rests.',
    },
  },
  {
    term: { vi: 'Đơn vị', en: 'Unit' },
    meaning: {
      vi: 'Nơi gửi báo cáo: xã, phường hoặc cơ quan được giao.',
      en: 'Who submits: a commune, a ward or a body that was asked to.',
    },
  },
  {
    term: { vi: 'Kỳ báo cáo', en: 'Period' },
    meaning: {
      vi: 'Khoảng thời gian tính số liệu, với hạn gửi và danh sách đơn vị phải gửi.',
      en: 'The span that figures count for, with its due time and the units expected.',
    },
  },
  {
    term: { vi: 'Mục số liệu', en: 'Item' },
    meaning: { vi: 'Một con số đơn vị đếm và ghi, chưa tính tỷ lệ.', en: 'One number that units count and enter, before any rate.' },
  },
  {
    term: { vi: 'Chỉ tiêu', en: 'Indicator' },
    meaning: {
      vi: 'Tử số chia mẫu số, so với mục tiêu; toàn tỉnh là tổng tử số chia tổng mẫu số, không phải trung bình các tỷ lệ.',
      en: 'Numerator over denominator against a target; for the province, sum over sum, never a mean of rates.',
    },
  },
  {
    term: { vi: 'Nhiệm vụ', en: 'Task' },
    meaning: { vi: 'Việc chương trình giao, đơn vị báo bằng lời.', en: 'What the programme asks for and units report in words.' },
  },
  {
    term: { vi: 'Biểu mẫu', en: 'Workbook' },
    meaning: { vi: 'Tệp Excel gửi cho đơn vị điền.', en: 'The Excel file that units fill in.' },
  },
  {
    term: { vi: 'Báo cáo của đơn vị', en: 'Submission' },
    meaning: {
      vi: 'Một tệp đã nhận của đơn vị; mỗi đơn vị mỗi kỳ chỉ một bản được tính.',
      en: 'One file received from a unit; only one version per unit and period counts.',
    },
  },
  {
    term: { vi: 'Phần lời', en: 'Narrative' },
    meaning: { vi: 'Đoạn văn đơn vị viết cho một nhiệm vụ.', en: 'What a unit wrote about one task.' },
  },
  {
    term: { vi: 'Kiến nghị, đề xuất', en: 'Proposal' },
    meaning: { vi: 'Điều đơn vị đề nghị, với nơi nhận.', en: 'What a unit asks for, and of whom.' },
  },
  {
    term: { vi: 'Điểm cần kiểm tra', en: 'Finding' },
    meaning: {
      vi: 'Chỗ ứng dụng thấy cần người xem: phải xử lý trước khi trình, nên xem lại, hoặc để biết.',
      en: 'What somebody should look at: before submitting, again, or just to know.',
    },
  },
  {
    term: { vi: 'Chênh lệch', en: 'Discrepancy' },
    meaning: { vi: 'Hai số lẽ ra phải khớp mà chưa khớp.', en: 'Two numbers that should agree and do not.' },
  },
  {
    term: { vi: 'Điều chỉnh', en: 'Adjustment' },
    meaning: {
      vi: 'Số đã thống nhất đặt lên trên số đơn vị báo; cả hai luôn được giữ và điều chỉnh rút lại được.',
      en: 'An agreed number laid over the reported one; both are kept, and it can be withdrawn.',
    },
  },
  {
    term: { vi: 'Nhận xét', en: 'Note' },
    meaning: { vi: 'Lời của người thẩm định gắn vào một chỗ trong báo cáo.', en: 'What a reviewer says about one place of a submission.' },
  },
  {
    term: { vi: 'Tồn tại, hạn chế', en: 'Shortcoming' },
    meaning: {
      vi: 'Việc chưa đạt, có nguyên nhân, cách khắc phục, người làm và hạn.',
      en: 'What is not as it should be, with cause, remedy, owner and due date.',
    },
  },
  {
    term: { vi: 'Tạm tính', en: 'Provisional' },
    meaning: { vi: 'Kết quả khi còn đơn vị chưa gửi; có thể còn đổi.', en: 'A result while units are missing; it can still change.' },
  },
  {
    term: { vi: 'Bản chốt', en: 'Snapshot' },
    meaning: {
      vi: 'Số liệu và văn bản giữ nguyên lúc trình, để bản ký đúng là bản đã đọc.',
      en: 'Figures and text frozen when submitted, so that what is signed is what was read.',
    },
  },
  {
    term: { vi: 'Phát hành', en: 'Issue' },
    meaning: {
      vi: 'Ghi số, ngày và gửi đi; số đã cấp không dùng lại.',
      en: 'Giving number and date and sending out; a number is never used again.',
    },
  },
  {
    term: { vi: 'Nhật ký', en: 'Journal' },
    meaning: {
      vi: 'Mọi việc đã làm, ai làm, lúc nào; không sửa, không xóa được.',
      en: 'Everything that was done, by whom and when; it cannot be changed.',
    },
  },
  {
    term: { vi: 'Mã đầu nhật ký', en: 'Head of the journal' },
    meaning: {
      vi: 'Dãy ký tự tính từ toàn bộ nhật ký đến lúc đó; chép ra giấy để về sau so lại.',
      en: 'A code made from the whole journal up to that moment; on paper, it can be compared later.',
    },
  },
]

export type HelpPage = keyof typeof helpOfPages
export type HelpTopicId = HelpPage | 'firstDay' | 'keys' | 'terms'
export const helpTopicIds = [...(Object.keys(helpOfPages) as HelpPage[]), 'firstDay', 'keys', 'terms'] as readonly HelpTopicId[]

export const titleOfTopic = (topic: HelpTopicId, language: Language): string =>
  topic === 'firstDay' || topic === 'keys' || topic === 'terms' ? helpTexts[topic][language] : pageTexts[topic][language]

/** Every topic with all it says, for finding it. */
export function helpTopics(language: Language): { id: HelpTopicId; title: string; text: string }[] {
  const textOf = (topic: HelpTopicId): readonly Text[] => {
    if (topic === 'firstDay') return firstDaySteps
    if (topic === 'keys') return keyTable.map(({ does }) => does)
    if (topic === 'terms') return termTable.flatMap(({ term, meaning }) => [term, meaning])
    const { purpose, todo } = helpOfPages[topic]
    return [purpose, ...todo]
  }
  return helpTopicIds.map((id) => ({
    id,
    title: titleOfTopic(id, language),
    text: textOf(id)
      .map((text) => text[language])
      .join(' '),
  }))
}
