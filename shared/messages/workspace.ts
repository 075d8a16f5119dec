import { texts } from './text.ts'

export const workspaceErrors = texts({
  'workspace.in_use': { vi: 'Dữ liệu đang được một cửa sổ hoặc lệnh khác của Tổng Hợp ghi. Đóng cửa sổ kia rồi làm lại.', en: 'Another window or command of Tổng Hợp is writing to this workspace. Close it and try again.' },
  'workspace.not_found': { vi: 'Chưa có dữ liệu tại {path}. Tạo mới bằng lệnh init.', en: 'There is no workspace at {path}. Create one with init.' },
  'workspace.exists': { vi: 'Thư mục {path} đã có dữ liệu.', en: 'The folder {path} already holds a workspace.' },
  'workspace.not_empty': { vi: 'Thư mục {path} không trống nên chưa khôi phục được. Chọn thư mục trống.', en: 'The folder {path} is not empty, so nothing was restored. Choose an empty folder.' },
  'workspace.newer': { vi: 'Dữ liệu này do bản Tổng Hợp mới hơn tạo ra (bước {found}, bản này biết đến bước {known}). Cài bản mới rồi mở lại.', en: 'This workspace was made by a newer Tổng Hợp (step {found}, this one knows {known}). Install the newer version.' },
  'workspace.damaged': { vi: 'Dữ liệu không còn nguyên vẹn: {detail}. Chỉ mở để xem; hãy khôi phục từ bản sao lưu.', en: 'The workspace is damaged: {detail}. It opens for reading only; restore a backup.' },
  'workspace.read_only': { vi: 'Không ghi được vào {path}. Kiểm tra quyền ghi của thư mục.', en: 'Cannot write to {path}. Check the permissions of the folder.' },
  'workspace.disk_full': { vi: 'Ổ đĩa đã đầy, chưa ghi được; số liệu đã nhận vẫn nguyên. Giải phóng chỗ trống rồi làm lại.', en: 'The disk is full, nothing was written; what was received is intact. Free some space and try again.' },
  'workspace.clock_back': { vi: 'Đồng hồ máy ({now}) chậm hơn dòng nhật ký cuối ({last}). Chỉnh lại ngày giờ rồi làm lại.', en: 'The clock of this machine ({now}) is behind the last journal entry ({last}). Correct date and time first.' },
  'period.exists': { vi: 'Kỳ {period} đã được mở.', en: 'Period {period} is already open.' },
  'period.not_found': { vi: 'Không có kỳ {period}.', en: 'There is no period {period}.' },
  'period.closed': { vi: 'Kỳ {period} đã chốt, chưa ghi thêm được. Mở lại kỳ trước khi ghi.', en: 'Period {period} is closed. Reopen it before writing.' },
  'period.wrong_dates': { vi: 'Ngày của kỳ chưa đúng: {detail}.', en: 'The dates of the period are not right: {detail}.' },
  'unit.not_found': { vi: 'Không có đơn vị {unit} trong kỳ này.', en: 'There is no unit {unit} in this period.' },
  'unit.bad_list': { vi: 'Danh sách đơn vị chưa đọc được: {detail}', en: 'The list of units cannot be read: {detail}' },
})
