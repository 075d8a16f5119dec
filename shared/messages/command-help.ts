import type { Text } from './text.ts'

/** How each command is typed; the same in both languages. */
export const commandUsage = {
  init: 'init [--programme FILE] [--units FILE]',
  'period open': 'period open CODE --from D --to D --due DT [--cut-off D] [--ends-year | --no-ends-year]',
  'period close': 'period close CODE',
  'period reopen': 'period reopen CODE --reason TEXT',
  'period list': 'period list',
  'period register': 'period register CODE FILE',
  'units list': 'units list',
  'units import': 'units import FILE',
  templates: 'templates --period P --out DIR [--unit CODE]…',
  import: 'import PATH… --period P [--received DT] [--channel C] [--progress]',
  'held list': 'held list --period P [--all]',
  'held resolve': 'held resolve ID --as CHOICE [--unit U]',
  status: 'status --period P [--all]',
  findings: 'findings --period P [--open] [--unit U] [--all]',
  figures: 'figures --period P [--unit U]',
  trace: 'trace FIELD --period P --unit U',
  adjust: 'adjust FIELD VALUE --period P --unit U --reason TEXT [--basis B]',
  'adjust withdraw': 'adjust withdraw ID --reason TEXT',
  'journal list': 'journal list [--from D] [--to D] [--actor A] [--action X] [--unit U] [--limit N]',
  'report build': 'report build --period P --kind periodic|interim|final|thematic --out FILE [--format pdf]',
  'report list': 'report list [--period P]',
  verify: 'verify --audit',
  'clock accept': 'clock accept --reason TEXT',
  backup: 'backup FILE',
  restore: 'restore FILE',
  demo: 'demo --out DIR',
  help: 'help [COMMAND]',
} as const
export type CommandName = keyof typeof commandUsage
export const commandNames = Object.keys(commandUsage) as CommandName[]

export const commandExample: Readonly<Record<CommandName, string>> = {
  init: 'init --data D:\\tonghop',
  'period open': 'period open 2026-H1 --from 2025-12-15 --to 2026-06-14 --due "2026-06-20 17:00"',
  'period close': 'period close 2026-H1',
  'period reopen': 'period reopen 2026-H1 --reason "Bổ sung báo cáo của 02 xã"',
  'period list': 'period list',
  'period register': 'period register 2026-H1 mau-so.xlsx',
  'units list': 'units list --json',
  'units import': 'units import don-vi.xlsx',
  templates: 'templates --period 2026-H1 --out bieu-mau --unit org.du_xa.11953',
  import: 'import D:\\nhan-ve --period 2026-H1 --received "2026-06-17 09:30" --channel usb',
  'held list': 'held list --period 2026-H1',
  'held resolve': 'held resolve 4f1c… --as use_new',
  status: 'status --period 2026-H1',
  findings: 'findings --period 2026-H1 --open',
  figures: 'figures --period 2026-H1',
  trace: 'trace um_total --period 2026-H1 --unit org.du_xa.11953',
  adjust: 'adjust um_total 1250 --period 2026-H1 --unit org.du_xa.11953 --reason "Biên bản ngày 18/6/2026" --basis minutes',
  'adjust withdraw': 'adjust withdraw 4f1c… --reason "Đơn vị đã gửi lại"',
  'journal list': 'journal list --from 2026-06-15 --unit org.du_xa.11953',
  'report build': 'report build --period 2026-H1 --kind periodic --out bao-cao.pdf',
  'report list': 'report list --period 2026-H1',
  verify: 'verify --audit',
  'clock accept': 'clock accept --reason "Pin đồng hồ đã thay"',
  backup: 'backup E:\\sao-luu\\2026-06-24.saoluu',
  restore: 'restore E:\\sao-luu\\2026-06-24.saoluu --data D:\\tonghop-moi',
  demo: 'demo --out demo',
  help: 'help import',
}

export const commandSummary: Readonly<Record<CommandName, Text>> = {
  init: {
    vi: 'Tạo nơi lưu dữ liệu mới, với chương trình và danh sách đơn vị kèm theo hoặc theo tệp.',
    en: 'Create a workspace with the bundled programme and units, or with those of your files.',
  },
  'period open': {
    vi: 'Mở kỳ báo cáo; danh sách đơn vị phải gửi được cố định từ lúc này.',
    en: 'Open a reporting period; the expected units are fixed from now on.',
  },
  'period close': {
    vi: 'Chốt kỳ: báo cáo đến sau được giữ lại để xem xét, không tính vào số liệu.',
    en: 'Close a period: what arrives later is kept aside and not counted.',
  },
  'period reopen': { vi: 'Mở lại kỳ đã chốt, có ghi lý do.', en: 'Reopen a closed period, with a reason.' },
  'period list': { vi: 'Các kỳ báo cáo.', en: 'The periods.' },
  'period register': {
    vi: 'Nhập mẫu số từ danh sách bên ngoài (Excel) để ước khoảng khi đơn vị chưa gửi.',
    en: 'Take denominators from an outside list (Excel), to bound what missing units can change.',
  },
  'units list': { vi: 'Danh sách đơn vị.', en: 'The units.' },
  'units import': { vi: 'Bổ sung, cập nhật đơn vị từ tệp Excel.', en: 'Add and update units from an Excel file.' },
  templates: {
    vi: 'Xuất biểu mẫu gửi đơn vị; không nêu đơn vị thì xuất đủ và kèm biểu mẫu dùng chung.',
    en: 'Write the workbooks to send out; without --unit all of them and the common one.',
  },
  import: {
    vi: 'Nhận báo cáo từ tệp, thư mục hoặc tệp nén. Chạy lại thì bỏ qua phần đã nhận.',
    en: 'Take in files, folders or archives. Running it again skips what is done.',
  },
  'held list': {
    vi: 'Câu hỏi của báo cáo đang chờ xử lý và cách trả lời; --all: xem mọi báo cáo đang chờ.',
    en: 'What a waiting file asks and how to answer; --all: every waiting file.',
  },
  'held resolve': {
    vi: 'Trả lời cho một báo cáo chờ xử lý: use_new, keep_current, assign_unit, move_to_period, use_here, attach, discard.',
    en: 'Answer for one waiting file: use_new, keep_current, assign_unit, move_to_period, use_here, attach, discard.',
  },
  status: {
    vi: 'Đơn vị nào chưa gửi, chờ xử lý, chậm; --all: cả đơn vị đúng hạn.',
    en: 'Who is missing, waiting or late; --all: who was on time, too.',
  },
  findings: {
    vi: 'Các điểm cần kiểm tra, nặng trước nhẹ sau; --all: xem đủ danh sách dài.',
    en: 'What the rules found, weightiest first; --all: long lists in full.',
  },
  figures: {
    vi: 'Số liệu tổng hợp: tử số, mẫu số, tỷ lệ, kết luận, khoảng có thể.',
    en: 'Consolidated figures: numerator, denominator, rate, verdict, bounds.',
  },
  trace: { vi: 'Xem ô gốc của một số liệu trong tệp đã nhận.', en: 'Show the source cell of a figure in the received file.' },
  adjust: {
    vi: 'Điều chỉnh một số liệu, giữ nguyên số đơn vị báo cáo. Căn cứ: minutes (biên bản), letter (công văn), phone (điện thoại), message (tin nhắn), other (khác).',
    en: 'Lay an agreed figure over a reported one, which stays visible. Basis: minutes, letter, phone, message, other.',
  },
  'adjust withdraw': {
    vi: 'Rút một điều chỉnh; số đơn vị báo cáo lại được tính.',
    en: 'Withdraw an adjustment; the reported figure counts again.',
  },
  'journal list': { vi: 'Nhật ký: ai đã làm gì, mới nhất trước.', en: 'The journal: who did what, newest first.' },
  'report build': { vi: 'Dựng báo cáo tổng hợp dạng PDF.', en: 'Build the consolidated report as PDF.' },
  'report list': { vi: 'Các bản báo cáo đã dựng.', en: 'The reports built.' },
  verify: { vi: 'Kiểm tra dữ liệu so với nhật ký.', en: 'Check the workspace against its journal.' },
  'clock accept': {
    vi: 'Xác nhận giờ máy đang đúng, khi trước đó máy chạy nhanh và nhật ký ghi giờ muộn hơn. Chỉ dùng sau khi đã xem lại ngày giờ của máy.',
    en: 'Confirm that the time is right now, after the clock ran ahead and the journal holds later times. Check date and time first.',
  },
  backup: { vi: 'Sao lưu toàn bộ dữ liệu và tệp đã nhận vào một tệp.', en: 'Back up the store and every received file into one file.' },
  restore: { vi: 'Khôi phục bản sao lưu vào thư mục trống (--data).', en: 'Restore a backup into an empty folder (--data).' },
  demo: {
    vi: 'Tạo dữ liệu mẫu, chạy đủ các bước và in ra báo cáo.',
    en: 'Make a sample workspace, run the whole way and print the report.',
  },
  help: { vi: 'Hướng dẫn từng lệnh.', en: 'Explain a command.' },
}
