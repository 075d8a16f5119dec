import type { pageTexts } from './page.ts'
import type { Text } from './text.ts'

export type PageHelp = {
  /** One or two sentences. */
  purpose: Text
  /** What people come here to do. */
  todo: readonly Text[]
}

/** What each page is for; a page without help does not compile. */
export const helpOfPages: Readonly<Record<keyof typeof pageTexts, PageHelp>> = {
  start: {
    purpose: {
      vi: 'Chuẩn bị máy này cho công việc, và xem đang ở đâu trong kỳ báo cáo.',
      en: 'Make this machine ready for work, and see how far the period is.',
    },
    todo: [
      {
        vi: 'Tạo tài khoản đầu tiên, xem chương trình và danh sách đơn vị, mở kỳ báo cáo. Bước nào cũng có thể để sau.',
        en: 'Create the first account, look at programme and units, open a period. Every step can wait.',
      },
      { vi: 'Xuất biểu mẫu gửi đơn vị, hoặc biểu mẫu dùng chung.', en: 'Write the workbooks for the units, or a common one.' },
      {
        vi: 'Ghi mẫu số đã biết từ nguồn khác, để kết quả tạm tính có khoảng hẹp hơn.',
        en: 'Enter denominators known from elsewhere, so that provisional results can be bounded more tightly.',
      },
      { vi: 'Xem thử với dữ liệu mẫu, hoặc khôi phục từ bản sao lưu.', en: 'Try the sample data, or restore a backup.' },
    ],
  },
  overview: {
    purpose: {
      vi: 'Một trang trả lời: tỉnh đang ở đâu so với mục tiêu, còn thiếu gì, việc gì phải làm tiếp.',
      en: 'One page that says where the province stands, what is missing and what comes next.',
    },
    todo: [
      { vi: 'Đọc ba câu đầu trước, rồi mới tới bảng các chỉ tiêu.', en: 'Read the first sentences, then the table of indicators.' },
      {
        vi: 'Khi còn đơn vị chưa gửi, kết quả ghi Tạm tính; ngoặc mảnh là khoảng kết quả còn có thể có.',
        en: 'While units are missing results are provisional; the thin bracket is where they can still be.',
      },
      { vi: 'Xem đơn vị nào ảnh hưởng nhiều nhất tới một chỉ tiêu.', en: 'See which units weigh most on an indicator.' },
      { vi: 'In trang này trên một tờ A4 (Ctrl + P).', en: 'Print this page on one sheet of A4 (Ctrl + P).' },
    ],
  },
  intake: {
    purpose: {
      vi: 'Nhận mọi thứ đơn vị gửi về: tệp Excel theo biểu mẫu, văn bản Word, PDF, ảnh.',
      en: 'Take in whatever units send: workbooks, Word documents, PDF, photos.',
    },
    todo: [
      {
        vi: 'Kéo thả tệp, thư mục hoặc tệp zip; ghi lúc nhận và nhận qua đâu cho cả đợt.',
        en: 'Drop files, folders or a zip; say when and how they came.',
      },
      {
        vi: 'Đang đọc có thể bấm Dừng; tệp đã xong vẫn được giữ, làm lại sẽ bỏ qua phần đã xong.',
        en: 'Reading can be stopped; what is done stays, and doing it again skips it.',
      },
      {
        vi: 'Ở Chờ xử lý: trả lời một câu hỏi cho mỗi tệp, xem tệp gốc bên cạnh.',
        en: 'Under Waiting: answer one question per file, with its sheet beside it.',
      },
      {
        vi: 'Bản thứ hai của một đơn vị: xem ô nào khác và kết quả tỉnh đổi ra sao, rồi chọn bản dùng.',
        en: 'A second version: see which cells differ and what it does to the province, then choose.',
      },
      {
        vi: 'Bảng đơn vị tự kẻ: xác nhận mỗi mục lấy ở ô nào, lần sau cùng kiểu bảng không hỏi lại.',
        en: 'A table of a unit’s own: confirm which cell answers each input; the same table is not asked about again.',
      },
      {
        vi: 'Ở Lưu kèm: ghi số, ngày, người ký của văn bản; lấy phần lời từ tệp Word; nhập thay từ bản giấy, người thứ hai kiểm tra.',
        en: 'Under Attached: number, day and signer of papers; passages from Word files; figures keyed in from paper, checked by a second person.',
      },
      {
        vi: 'Kiến nghị, đề xuất trong văn bản Word hiện dưới phần lời: lấy từng kiến nghị vào chỗ mà biểu mẫu của đơn vị còn để trống.',
        en: 'Proposals of a Word paper stand below its passages: take each into a place that the unit’s workbook leaves free.',
      },
      {
        vi: 'Tệp có bảng của nhiều đơn vị: chọn đơn vị gửi, ứng dụng gợi ý ô ở bảng của đơn vị đó; đơn vị còn lại gửi tệp riêng.',
        en: 'A file with tables of several units: choose the sender, then the cells of its table are suggested; the others send files of their own.',
      },
      {
        vi: 'Cắm USB, hoặc chọn một thư mục nhận ở trang Thiết lập: có tệp mới sẽ báo ở đây. Tệp còn đang chép chưa được tính.',
        en: 'Plug in a stick, or choose an inbox folder under Settings: new files are told of here. What is still being copied waits.',
      },
      {
        vi: 'Tệp chưa đọc được: chép tin nhắn soạn sẵn gửi lại đơn vị.',
        en: 'A file that cannot be read: copy the ready message to the unit.',
      },
    ],
  },
  register: {
    purpose: { vi: 'Đơn vị nào đã gửi, chậm mấy ngày, chưa gửi.', en: 'Who has sent, how late, and who has not.' },
    todo: [
      { vi: 'Bấm một trong các con số ở trên để lọc bảng.', en: 'Press one of the counters to narrow the table.' },
      {
        vi: 'Đơn vị có tệp đang chờ xử lý ghi “Đã gửi, chờ xử lý”: xử lý tệp trước khi nhắc.',
        en: 'A unit whose file waits is marked so: answer for the file before reminding.',
      },
      { vi: 'Chép danh sách đơn vị chưa gửi để nhắn tin.', en: 'Copy the list of those missing for a message.' },
      { vi: 'Tìm đơn vị bằng tên, không cần gõ dấu.', en: 'Find a unit by name, without tone marks.' },
      {
        vi: 'Biểu tượng điện thoại mở đầu mối của đơn vị: ghi số điện thoại cơ quan, chuyên viên phụ trách và từng lần liên hệ.',
        en: 'The telephone opens how a unit is reached: its office, the clerk in charge, and every call.',
      },
      {
        vi: 'Phân công nhiều đơn vị: đánh dấu các đơn vị trong danh sách, ghi tên chuyên viên phụ trách một lần.',
        en: 'Assign several units: mark them in the list and write who looks after them once.',
      },
      {
        vi: 'Đơn vị của tôi: chỉ hiện các đơn vị ghi tên mình phụ trách; có ở cả Tổng quan, Đối chiếu và Thẩm định.',
        en: 'My units: only those one looks after; the same on Overview, Reconcile and Review.',
      },
    ],
  },
  figures: {
    purpose: {
      vi: 'Bảng số liệu của mọi đơn vị, dùng như Excel; từ mỗi số tới được ô gốc.',
      en: 'The figures of every unit as in a spreadsheet; every number leads to its source.',
    },
    todo: [
      {
        vi: 'Xem theo chỉ tiêu hoặc theo mục số liệu; Toàn tỉnh ghim ở trên.',
        en: 'By indicators or by items; the province stays on top.',
      },
      {
        vi: 'Sắp xếp, ghim cột, lọc theo loại đơn vị, tình hình gửi hoặc trạng thái ô.',
        en: 'Sort, pin columns, filter by kind of unit, sending or state of cells.',
      },
      {
        vi: 'Bấm Enter ở một số để xem ô gốc trong tệp của đơn vị, và điều chỉnh khi có căn cứ.',
        en: 'Enter on a number shows its cell in the unit’s file; from there it can be adjusted with a basis.',
      },
      {
        vi: 'Chọn nhiều ô rồi Ctrl + C để chép sang Excel, hoặc bấm Xuất Excel.',
        en: 'Select cells and copy them with Ctrl + C, or export to Excel.',
      },
      {
        vi: 'Ô trống, không phát sinh, không thuộc đối tượng và số 0 là bốn điều khác nhau, mỗi điều có ký hiệu và chữ riêng.',
        en: 'Blank, nil, not applicable and 0 are four different things, each with its own sign and word.',
      },
    ],
  },
  reconcile: {
    purpose: { vi: 'Xử lý từng chênh lệch giữa các số liệu.', en: 'Settle what disagrees among the figures, one by one.' },
    todo: [
      {
        vi: 'Phím 1 giữ số của đơn vị, 2 điều chỉnh, 3 hỏi lại đơn vị, 4 bỏ qua có lý do; điểm sau tự mở.',
        en: 'Key 1 keeps the unit’s figure, 2 adjusts it, 3 asks the unit, 4 waives it with a reason; the next opens by itself.',
      },
      {
        vi: 'Xếp theo nguyên nhân để xử lý nhiều điểm một lần; Hoàn tác ngay sau khi ghi.',
        en: 'Group by cause to settle several at once; undo right after.',
      },
      {
        vi: 'Xuất phiếu hỏi hoặc chép tin nhắn gửi đơn vị; nhận lại phiếu trả lời, câu trả lời hiện cạnh từng điểm.',
        en: 'Write a query sheet or copy the message; taken in again, the answers stand beside the findings.',
      },
      {
        vi: 'Số liệu thay đổi thì điểm đã xử lý mở lại; lập biên bản khi hai bên đã thống nhất.',
        en: 'When figures change, what was settled opens again; write the minutes when both sides agree.',
      },
    ],
  },
  review: {
    purpose: {
      vi: 'Đọc số liệu và phần lời, ghi nhận xét và theo dõi tồn tại từ kỳ này sang kỳ khác.',
      en: 'Read figures and narratives, write notes and follow shortcomings from period to period.',
    },
    todo: [
      {
        vi: 'Theo đơn vị: đơn vị nhiều dấu hiệu nghi vấn xếp trước. Theo nhiệm vụ: phần lời của mọi đơn vị thành một cột.',
        en: 'By unit: the most doubtful first. By task: what all units wrote as one column.',
      },
      {
        vi: 'Chọn câu bằng phím ← →, hoặc bôi đen, rồi bấm F2 để ghi nhận xét. Phím cách đánh dấu nhiều đoạn.',
        en: 'Choose a sentence with ← →, or with the mouse, then F2 writes a note. Space picks several texts.',
      },
      {
        vi: 'Phím 1, 2, 3 trên một đoạn: đánh giá nhiệm vụ đang thực hiện nền nếp, chưa thường xuyên hoặc chưa triển khai; ghi căn cứ, kèm tệp minh chứng. Gợi ý từ phần lời không thay cho đánh giá.',
        en: 'Keys 1, 2, 3 on a text say how far the unit is with the task; give the evidence, with files. What the text suggests takes the place of nothing.',
      },
      {
        vi: 'Nhận xét là Nội bộ cho đến khi chuyển thành Gửi đơn vị; nội bộ không vào văn bản nào gửi đơn vị.',
        en: 'A note is internal until it is made for the unit; what is internal goes into no paper to a unit.',
      },
      {
        vi: 'Sổ theo dõi tồn tại: theo thời hạn, qua mọi kỳ, cho đến khi cán bộ thẩm định xác nhận.',
        en: 'Shortcomings: by due date, over all periods, until a reviewer verifies the remedy.',
      },
    ],
  },
  report: {
    purpose: {
      vi: 'Dựng dự thảo báo cáo từ số liệu đã nhận và xem trang thật.',
      en: 'Build the draft report from what was received, and read its real pages.',
    },
    todo: [
      { vi: 'Bấm Dựng dự thảo; dựng lại khi số liệu đã thay đổi.', en: 'Build the draft; build it again when figures have changed.' },
      { vi: 'Đọc từng trang, theo đề cương bên trái.', en: 'Read page by page, along the outline.' },
      {
        vi: 'Bấm Lời văn và câu dẫn dưới đề cương để viết phần của cơ quan, chèn số liệu và lấy câu của đơn vị; xong thì dựng lại.',
        en: 'Under Texts and quotations, below the outline, write what is the office’s own, insert figures, take sentences of units; then build again.',
      },
      {
        vi: 'Sửa đoạn này: lời của cơ quan thay đoạn phần mềm dựng, được giữ khi số liệu thay đổi; đoạn gốc khác đi thì có báo.',
        en: 'Edit this paragraph: the office’s words stand in place of the program’s and stay when figures change; a changed original is listed.',
      },
      {
        vi: 'Nút Khác, Xuất Word để sửa ở máy khác; Nhận lại bản Word để xem từng đoạn khác và chọn đoạn nhận. Bảng và số liệu không lấy từ tệp Word.',
        en: 'More, Export to Word to edit elsewhere; take the file in again, see each difference and choose what to take. Tables and figures are never taken from it.',
      },
      { vi: 'Xem điểm còn phải xử lý trước khi trình ở bên phải.', en: 'See what must be settled before submitting.' },
      {
        vi: 'Nút chính luôn là bước tiếp theo của mình: thẩm định, chốt và trình duyệt, duyệt, ký, ghi số và phát hành.',
        en: 'The first button is always one’s own next step: review, submit, approve, sign, number and issue.',
      },
      {
        vi: 'Lãnh đạo đọc đến trang cuối thì hiện nút duyệt; trả lại thì mỗi ý kiến là một việc, có tiếp thu mới trình lại được.',
        en: 'The leader’s buttons appear after the last page; each remark of a returned report is answered before it is submitted again.',
      },
      { vi: 'Lưu hoặc in bản trình, bản đã ký, bản phát hành.', en: 'Save or print the paper as submitted, signed or issued.' },
      {
        vi: 'Nút Khác, Đổ số vào mẫu của cơ quan: ghi mã số liệu như {{reg.received}} vào mẫu Excel, Word; xem sẽ điền gì rồi lưu. Phần còn lại của mẫu giữ nguyên.',
        en: 'More, Fill the office’s own form: write marks like {{reg.received}} into the Excel or Word form, see what will be filled, save. The rest of the form stays.',
      },
      {
        vi: 'Lưu mọi văn bản của kỳ: bản trình, bản đã ký, bản phát hành, phiếu, thông báo và danh sách, để nộp lưu.',
        en: 'Save all papers of the period: as submitted, signed and issued, slips, notices and a list, for the archive.',
      },
      {
        vi: 'Nút Khác, Lưu bảng Excel: các phụ lục có công thức, nguồn từng số; của bản đã trình là đúng số đã chốt.',
        en: 'More, Save tables: the appendices in Excel with formulas and the source of each number; of a submitted report as they were fixed.',
      },
    ],
  },
  journal: {
    purpose: {
      vi: 'Ai đã làm gì, lúc nào; và dữ liệu có còn đúng như lúc ghi không.',
      en: 'Who did what and when; and whether the data are still as they were recorded.',
    },
    todo: [
      {
        vi: 'Đọc câu đầu ở Kiểm chứng dữ liệu: ứng dụng tự kiểm tra mỗi lần mở.',
        en: 'Read the first sentence of the check: the application makes one at every start.',
      },
      {
        vi: 'Kéo thả tệp PDF để biết còn nguyên vẹn không, ai ký, có khớp bản chốt không; hoặc gõ mã trên Phiếu kiểm chứng.',
        en: 'Drop a PDF to see whether it is unchanged, who signed it, whether it is the kept one; or type the code of a slip.',
      },
      { vi: 'Bấm Kiểm tra toàn bộ dữ liệu trước khi trình báo cáo.', en: 'Check all data before submitting a report.' },
      {
        vi: 'Chép mã đầu nhật ký ra giấy, giữ ngoài máy, và lần sau so lại.',
        en: 'Write the head of the journal down, keep it away from the machine, compare it next time.',
      },
      {
        vi: 'Lọc nhật ký theo ngày, người, loại việc, đơn vị, hoặc tìm bằng lời không dấu.',
        en: 'Narrow the journal by day, person, kind of work, unit, or words without tone marks.',
      },
    ],
  },
  settings: {
    purpose: {
      vi: 'Tài khoản, kỳ, đơn vị, chương trình, sao lưu và hiển thị.',
      en: 'Accounts, periods, units, programme, backup and display.',
    },
    todo: [
      { vi: 'Tạo tài khoản và giao vai trò cho từng người.', en: 'Create accounts and give each person their roles.' },
      { vi: 'Chốt kỳ khi xong, mở lại khi có lý do.', en: 'Close a period when it is done, reopen it with a reason.' },
      { vi: 'Nhập danh sách đơn vị từ tệp Excel.', en: 'Take in a list of units from Excel.' },
      {
        vi: 'Sao lưu sang USB hoặc ổ khác, và xem bản sao lưu gần nhất đã được đọc lại chưa.',
        en: 'Back up to a stick or another disk, and see whether the latest backup was read back.',
      },
      { vi: 'Chọn nền sáng, tối, độ tương phản và cỡ chữ.', en: 'Choose theme, contrast and text size.' },
    ],
  },
}
