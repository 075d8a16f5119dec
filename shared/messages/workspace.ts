import { texts } from './text.ts'

export const workspaceErrors = texts({
  'workspace.in_use': {
    vi: 'Dữ liệu đang được một cửa sổ hoặc lệnh khác của Tổng Hợp ghi. Đóng cửa sổ kia rồi làm lại.',
    en: 'Another window or command of Tổng Hợp is writing to this workspace. Close it and try again.',
  },
  'workspace.not_found': {
    vi: 'Chưa có dữ liệu tại {path}. Tạo mới bằng lệnh init.',
    en: 'There is no workspace at {path}. Create one with init.',
  },
  'workspace.exists': {
    vi: 'Thư mục {path} đã có dữ liệu nên chưa tạo mới. Chọn thư mục khác.',
    en: 'The folder {path} already holds a workspace, so none was created. Choose another folder.',
  },
  'workspace.not_empty': {
    vi: 'Thư mục {path} không trống nên chưa khôi phục được. Chọn thư mục trống.',
    en: 'The folder {path} is not empty, so nothing was restored. Choose an empty folder.',
  },
  'workspace.newer': {
    vi: 'Dữ liệu này do bản Tổng Hợp mới hơn tạo ra (bước {found}, bản này biết đến bước {known}). Cài bản mới rồi mở lại.',
    en: 'This workspace was made by a newer Tổng Hợp (step {found}, this one knows {known}). Install the newer version.',
  },
  'workspace.damaged': {
    vi: 'Dữ liệu không còn nguyên vẹn: {detail}. Chỉ mở để xem; hãy khôi phục từ bản sao lưu.',
    en: 'The workspace is damaged: {detail}. It opens for reading only; restore a backup.',
  },
  'workspace.read_only': {
    vi: 'Chưa ghi được vào {path}. Kiểm tra quyền ghi của thư mục rồi làm lại.',
    en: 'Nothing could be written to {path}. Check the permissions of the folder and try again.',
  },
  'workspace.disk_full': {
    vi: 'Ổ đĩa đã đầy, chưa ghi được; số liệu đã nhận vẫn nguyên. Giải phóng chỗ trống rồi làm lại.',
    en: 'The disk is full, nothing was written; what was received is intact. Free some space and try again.',
  },
  'workspace.clock_back': {
    vi: 'Đồng hồ máy ({now}) chậm hơn dòng nhật ký cuối ({last}). Chỉnh lại ngày giờ; nếu giờ máy đang đúng, gõ: tonghop clock accept --reason "lý do", rồi làm lại.',
    en: 'The clock of this machine ({now}) is behind the last journal entry ({last}). Correct date and time; if they are right now, type: tonghop clock accept --reason "why", then try again.',
  },
  'workspace.clock_not_behind': {
    vi: 'Giờ máy ({now}) không chậm hơn dòng nhật ký cuối nên không cần xác nhận. Cứ làm tiếp.',
    en: 'The clock of this machine ({now}) is not behind the last journal entry, so nothing needs confirming. Go on.',
  },
  'period.exists': { vi: 'Kỳ {period} đã được mở.', en: 'Period {period} is already open.' },
  'period.not_found': { vi: 'Không có kỳ {period}. Kiểm tra lại mã kỳ.', en: 'There is no period {period}. Check its code.' },
  'period.closed': {
    vi: 'Kỳ {period} đã chốt, chưa ghi thêm được. Mở lại kỳ trước khi ghi.',
    en: 'Period {period} is closed. Reopen it before writing.',
  },
  'period.not_closed': { vi: 'Kỳ {period} đang mở, không cần mở lại.', en: 'Period {period} is open already.' },
  'period.bad_code': {
    vi: 'Mã kỳ {period} chưa dùng được. Mã gồm chữ, số, dấu chấm, gạch nối, tối đa 40 ký tự, ví dụ 2026-H1.',
    en: 'The code {period} cannot be used. A code has letters, digits, dots and hyphens, 40 at most, e.g. 2026-H1.',
  },
  'period.bad_day': {
    vi: '{name} chưa phải là một ngày: {value}. Ghi dạng 2026-06-14 hoặc 14/6/2026.',
    en: '{name} is not a day: {value}. Write it as 2026-06-14 or 14/6/2026.',
  },
  'period.bad_time': {
    vi: 'Hạn nộp chưa phải là một thời điểm: {value}. Ghi dạng 2026-06-20 17:00.',
    en: 'The due time cannot be read: {value}. Write it as 2026-06-20 17:00.',
  },
  'period.ends_before_start': {
    vi: 'Kỳ kết thúc ngày {to} trước khi bắt đầu ngày {from}. Kiểm tra lại hai ngày.',
    en: 'The period ends on {to}, before it starts on {from}. Check both days.',
  },
  'period.due_before_start': {
    vi: 'Hạn gửi {due} trước ngày bắt đầu kỳ {from}. Kiểm tra lại năm và ngày của hạn gửi.',
    en: 'The due time {due} is before the period starts on {from}. Check the year and day of the due time.',
  },
  'period.cut_off_outside': {
    vi: 'Ngày chốt số liệu {cutOff} nằm ngoài kỳ ({from} đến {to}). Kiểm tra lại ngày.',
    en: 'The cut-off {cutOff} lies outside the period ({from} to {to}). Check the day.',
  },
  'period.no_units': {
    vi: 'Không có đơn vị nào còn hoạt động vào ngày {day} nên chưa mở được kỳ. Kiểm tra danh sách đơn vị.',
    en: 'No unit exists on {day}, so the period was not opened. Check the list of units.',
  },
  'unit.not_found': {
    vi: 'Không có đơn vị {unit} trong kỳ này. Kiểm tra lại mã đơn vị.',
    en: 'There is no unit {unit} in this period. Check its code.',
  },
  'list.unreadable': {
    vi: 'Tệp {file} chưa đọc được như bảng Excel. Mở bằng Excel, lưu lại dạng .xlsx rồi làm lại.',
    en: 'The file {file} cannot be read as a workbook. Open it in Excel, save it as .xlsx and try again.',
  },
  'list.no_header': {
    vi: 'Tệp {file} chưa có dòng tiêu đề với các cột {columns}. Thêm dòng đó rồi làm lại.',
    en: 'The file {file} has no header row with the columns {columns}. Add it and try again.',
  },
  'list.empty': {
    vi: 'Tệp {file} không có dòng nào dưới tiêu đề. Thêm các dòng rồi làm lại.',
    en: 'The file {file} has no rows below its header. Add them and try again.',
  },
  'list.bad_cell': {
    vi: 'Ô {cell} (trang {sheet}), cột {column}: chưa dùng được giá trị “{value}”. Chưa ghi dòng nào; sửa ô này rồi làm lại.',
    en: 'Cell {cell} (sheet {sheet}), column {column}: “{value}” cannot be used. No row was written; correct the cell and try again.',
  },
  'list.twice': {
    vi: 'Mã {unit} đứng hai lần trong danh sách (ô {cell}, trang {sheet}). Bỏ một dòng rồi làm lại.',
    en: 'The code {unit} stands twice in the list (cell {cell}, sheet {sheet}). Remove one row and try again.',
  },
})
