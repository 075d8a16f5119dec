import { texts } from './text.ts'

export const importErrors = texts({
  'import.path_not_found': {
    vi: 'Không có tệp hoặc thư mục {path}. Kiểm tra lại đường dẫn.',
    en: 'There is no file or folder {path}. Check the path.',
  },
  'import.wrong_time': {
    vi: 'Chưa rõ thời điểm nhận “{text}”. Ghi theo dạng 2026-06-17T16:30.',
    en: 'The time of receipt “{text}” is not clear. Write it like 2026-06-17T16:30.',
  },
  'import.held_not_found': { vi: 'Không có tệp nào đang chờ xử lý mang mã {id}.', en: 'No waiting file has the id {id}.' },
  'import.choice_not_offered': {
    vi: 'Tệp này không có lựa chọn “{choice}”. Chọn một trong: {choices}.',
    en: 'This file does not offer the choice “{choice}”. Choose one of: {choices}.',
  },
  'import.receipt_not_found': { vi: 'Không có lần nhận nào mang mã {id}.', en: 'Nothing was received under the id {id}.' },
  'import.nothing_to_repeat': {
    vi: 'Tệp {file} đang được dùng, đang chờ xử lý hoặc không có bản lưu, nên không nhận lại.',
    en: 'The file {file} counts, waits, or was not kept, so it is not taken in again.',
  },
  'import.unit_required': {
    vi: 'Chưa chọn đơn vị. Chọn đơn vị của tệp này rồi làm lại.',
    en: 'No unit was named. Name the unit this file belongs to.',
  },
})

export const importRules = texts({
  M40: {
    vi: 'Chưa rõ tệp này của đơn vị nào ({name}). Chọn đơn vị.',
    en: 'It is not known which unit sent this file ({name}). Choose the unit.',
  },
  M41: {
    vi: 'Tệp ghi là của {unit} nhưng trang bìa hoặc tên tệp lại nêu {other}. Chọn đúng đơn vị gửi.',
    en: 'The file says it is from {unit}, but its cover or its name says {other}. Choose the unit that sent it.',
  },
  M42: {
    vi: '{unit} không có trong danh sách báo cáo của kỳ {period}. Chọn đơn vị hoặc bỏ tệp này.',
    en: '{unit} is not expected in period {period}. Choose a unit or leave the file out.',
  },
  M43: {
    vi: 'Biểu mẫu này của kỳ {found}, không phải kỳ {period}. Chuyển sang kỳ {found} hoặc xác nhận số liệu là của kỳ {period}.',
    en: 'This workbook was made for period {found}, not {period}. Move it there, or confirm that its figures are for {period}.',
  },
  M44: {
    vi: 'Biểu mẫu này của chương trình khác ({found}), không phải {programme}. Đề nghị đơn vị gửi theo biểu mẫu đúng chương trình.',
    en: 'This workbook belongs to another programme ({found}), not {programme}. Ask the unit for the right workbook.',
  },
  M45: {
    vi: 'Bảng số liệu không theo biểu mẫu nên chưa nhận được số liệu. Đề nghị đơn vị nhập vào biểu mẫu đã gửi.',
    en: 'The tables do not follow the template, so no figure was taken. Ask the unit to fill in the workbook it was sent.',
  },
  M46: {
    vi: '{unit} gửi bản khác với bản đang dùng: khác {figures} số liệu, {texts} phần lời. Chọn bản nào được dùng.',
    en: '{unit} sent a version that differs from the one in use (figures: {figures}, narratives: {texts}). Choose which one counts.',
  },
  M47: {
    vi: '{unit} gửi {count} bản khác nhau và chưa có bản nào được dùng. Chọn bản được dùng.',
    en: '{unit} sent {count} different versions and none is in use yet. Choose which one counts.',
  },
  M48: {
    vi: 'Trùng, đã nhận ngày {day}.',
    en: 'Duplicate, already received on {day}.',
  },
  M49: {
    vi: 'Tệp của hệ thống ({name}), không phải báo cáo; đã bỏ qua.',
    en: 'A system file ({name}), not a submission; passed over.',
  },
  M50: {
    vi: 'Chưa đọc được tệp từ nơi chứa ({reason}). Kiểm tra USB hoặc quyền đọc rồi nhận lại.',
    en: 'The file could not be read where it lies ({reason}). Check the stick or the permissions and take it in again.',
  },
  M51: {
    vi: 'Bổ sung sau khi chốt: kỳ {period} đã chốt nên tệp được giữ lại, chưa tính vào số liệu.',
    en: 'Supplement after closing: period {period} is closed, so the file is kept and does not count.',
  },
  M52: {
    vi: 'Tệp nén lồng trong tệp nén quá hai lớp ({name}) nên chưa mở. Giải nén rồi nhận lại.',
    en: 'An archive inside an archive inside an archive ({name}) is not opened. Unpack it and take it in again.',
  },
  M53: {
    vi: 'Tệp nén ({name}) chưa mở được vì hỏng, quá lớn hoặc có mật khẩu. Giải nén rồi nhận lại từng tệp.',
    en: 'The archive ({name}) could not be opened: damaged, too large or with a password. Unpack it and take in its files.',
  },
  M54: {
    vi: 'Chưa đọc xong tệp trong giới hạn thời gian và bộ nhớ cho phép. Đề nghị đơn vị lưu lại tệp theo biểu mẫu rồi gửi lại.',
    en: 'The file could not be read within the allowed time and memory. Ask the unit to save it again in the template.',
  },
  M55: {
    vi: 'Tệp nén ({name}) không chứa tệp nào. Đề nghị đơn vị gửi lại.',
    en: 'The archive ({name}) holds no files. Ask the unit to send it again.',
  },
  M60: {
    vi: 'Tệp trống, không có nội dung. Đề nghị đơn vị gửi lại tệp.',
    en: 'The file is empty. Ask the unit to send it again.',
  },
  M61: {
    vi: 'Tệp bị hỏng hoặc chép chưa trọn nên chưa đọc được. Đề nghị đơn vị mở tệp trên máy của mình, lưu lại rồi gửi lại.',
    en: 'The file is damaged or was not copied completely. Ask the unit to open it, save it again and send it again.',
  },
  M62: {
    vi: 'Tệp có đặt mật khẩu nên chưa đọc được. Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.',
    en: 'The file is protected by a password. Ask the unit to remove the password and send it again.',
  },
  M63: {
    vi: 'Tệp này thực ra là {format} mang tên bảng tính nên chưa đọc được. Đề nghị đơn vị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    en: 'The file is really {format} under the name of a workbook. Ask the unit to open it in Excel, save it as .xlsx and send it again.',
  },
  M64: {
    vi: 'Tệp này thực ra là văn bản thuần (CSV) mang tên tệp Excel nên chưa đọc được. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The file is really plain text (CSV) under the name of a workbook. Ask the unit for the .xlsx template, filled in.',
  },
  M65: {
    vi: 'Tệp lớn quá mức của một báo cáo nên chưa đọc được. Đề nghị đơn vị xóa hình ảnh, trang và dòng thừa rồi gửi lại, hoặc nhập vào biểu mẫu đã gửi.',
    en: 'The file is larger than any submission can be. Ask the unit to remove pictures, spare sheets and rows, or to fill in the template.',
  },
  M66: {
    vi: 'Tệp có cấu trúc bất thường, có thể gây hại cho máy, nên chưa mở. Đề nghị đơn vị nhập vào biểu mẫu đã gửi và quét vi-rút máy tính.',
    en: 'The file is built in a way that could harm this machine, so it was not opened. Ask the unit to fill in the template and to scan its computer.',
  },
  M67: {
    vi: 'Tệp này là {format} nên chưa lấy được số liệu. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The file is {format}, so no figure was taken. Ask the unit for the .xlsx template, filled in.',
  },
  M68: {
    vi: 'Tệp này là {format}, không phải biểu mẫu .xlsx, nên chưa lấy số liệu. Đề nghị đơn vị nhập vào biểu mẫu đã gửi, hoặc mở tệp và lưu thành dạng .xlsx.',
    en: 'The file is {format}, not the .xlsx template, so no figure was taken. Ask the unit to fill in the template, or to save the file as .xlsx.',
  },
  M69: {
    vi: 'Tệp này là {format} nên chưa lấy được số liệu. Có thể lưu kèm hồ sơ đơn vị, nhập thay từ bản giấy, hoặc đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The file is {format}, so no figure was taken. Keep it with the unit, key the figures in from it, or ask the unit for the .xlsx template.',
  },
  M70: {
    vi: 'Tệp này là ảnh nên chưa lấy được số liệu. Có thể lưu kèm hồ sơ đơn vị, nhập thay từ bản giấy, hoặc đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The file is a picture, so no figure was taken. Keep it with the unit, key the figures in from it, or ask the unit for the .xlsx template.',
  },
  M71: {
    vi: 'Tệp này là tệp nén chứa các tệp khác. Giải nén rồi nhận từng tệp.',
    en: 'The file is an archive of other files. Unpack it and take in its files.',
  },
  M72: {
    vi: 'Chưa nhận ra loại tệp này. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The kind of this file is not known. Ask the unit for the .xlsx template, filled in.',
  },
  M75: {
    vi: 'Tệp nén theo cách ít gặp nên chưa đọc được. Đề nghị đơn vị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    en: 'The file is packed in a rare way that is not read. Ask the unit to open it in Excel, save it as .xlsx and send it again.',
  },
  M76: {
    vi: 'Chưa lấy được lời văn vì tệp Word bị hỏng, chép chưa trọn hoặc có đặt mật khẩu. Tệp vẫn lưu kèm; đề nghị đơn vị mở tệp, lưu lại dạng .docx rồi gửi lại.',
    en: 'No text could be taken because the Word file is damaged, was not copied completely or has a password. It stays attached; ask the unit to open it, save it again as .docx and send it again.',
  },
  M77: {
    vi: 'Tệp này là {format} nên chưa lấy được lời văn; lời văn chỉ lấy được từ tệp Word dạng .docx. Mở tệp để xem và nhập, hoặc đề nghị đơn vị gửi bản .docx.',
    en: 'The file is {format}, so no text could be taken: text is taken from Word files saved as .docx. Open it to read and type, or ask the unit for the .docx.',
  },
  M78: {
    vi: 'Tệp này thực ra là {format} mang đuôi {named} nên chưa nhận. Đổi lại đuôi tệp thành {ending} rồi nhận lại, hoặc đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.',
    en: 'The file is really {format} under a name ending in {named}, so it was not taken in. Rename it to end in {ending} and take it in again, or ask the unit for the .xlsx template.',
  },
})
