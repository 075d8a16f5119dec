import { texts } from './text.ts'

/** The parts of a message to a unit, ready to be sent by phone or mail. */
export const unitMessageTexts = texts({
  toUnit: { vi: 'Kính gửi {unit}.', en: 'To {unit}.' },
  about: {
    vi: 'Báo cáo kỳ {period}, tệp “{file}” nhận lúc {at}: {request}',
    en: 'Report of {period}, file “{file}” received at {at}: {request}',
  },
  due: { vi: 'Hạn gửi: {due}.', en: 'Due: {due}.' },
  thanks: { vi: 'Trân trọng.', en: 'With kind regards.' },
})

/** A unit that has sent nothing is asked for its report. */
export const reminderTexts = texts({
  coming: {
    vi: 'Cơ quan tổng hợp chưa nhận được báo cáo kỳ {period} của đơn vị. Hạn gửi: {due}.',
    en: 'The report of {period} has not arrived yet. Due: {due}.',
  },
  overdue: {
    vi: 'Đã quá hạn gửi báo cáo kỳ {period} ({due}), cơ quan tổng hợp chưa nhận được báo cáo của đơn vị.',
    en: 'The report of {period} was due on {due} and has not arrived.',
  },
  request: {
    vi: 'Đề nghị gửi tệp .xlsx theo biểu mẫu. Nếu đã gửi, đề nghị cho biết thời gian và cách gửi.',
    en: 'Please send the .xlsx template. If it was sent already, please say when and how.',
  },
})

/** What is wrong with the file and what the unit is asked for, by rule. Rules that are no matter of the unit have none. */
export const unitRequestTexts = texts({
  M40: {
    vi: 'tệp chưa ghi rõ tên đơn vị gửi. Đề nghị cho biết tệp là báo cáo của đơn vị nào, hoặc gửi lại theo biểu mẫu của đơn vị mình.',
    en: 'it does not say which unit sent it. Please say whose report it is, or send your own template again.',
  },
  M41: {
    vi: 'tệp ghi là của {unit} nhưng trang bìa hoặc tên tệp nêu {other}. Đề nghị xác nhận đơn vị gửi, hoặc gửi lại đúng biểu mẫu của đơn vị mình.',
    en: 'it says it is from {unit}, but its cover or name says {other}. Please confirm who sent it, or send your own template again.',
  },
  M42: {
    vi: '{unit} không có trong danh sách báo cáo kỳ này. Đề nghị xác nhận đơn vị gửi báo cáo.',
    en: '{unit} is not on the list of this period. Please confirm which unit reports.',
  },
  M43: {
    vi: 'tệp dùng biểu mẫu của kỳ {found}. Đề nghị xác nhận số liệu là của kỳ {period}, hoặc gửi lại theo biểu mẫu kỳ {period}.',
    en: 'it uses the template of period {found}. Please confirm that the figures are for {period}, or send the template of {period}.',
  },
  M44: {
    vi: 'tệp thuộc chương trình khác. Đề nghị gửi lại theo đúng biểu mẫu đã nhận.',
    en: 'it belongs to another programme. Please send the template you were given.',
  },
  M45: {
    vi: 'bảng số liệu không theo biểu mẫu nên chưa lấy được số liệu. Đề nghị nhập vào biểu mẫu đã gửi rồi gửi lại.',
    en: 'its tables do not follow the template, so no figure was taken. Please fill in the template and send it again.',
  },
  M46: {
    vi: 'bản này khác bản đã nhận trước đó ({figures} số liệu, {texts} phần lời). Đề nghị xác nhận bản nào là bản chính thức.',
    en: 'it differs from the version received before (figures: {figures}, narratives: {texts}). Please confirm which one is official.',
  },
  M47: {
    vi: 'đã nhận {count} bản khác nhau. Đề nghị xác nhận bản nào là bản chính thức.',
    en: '{count} different versions were received. Please confirm which one is official.',
  },
  M53: {
    vi: 'tệp nén chưa mở được (hỏng, quá lớn hoặc có mật khẩu). Đề nghị gửi lại từng tệp, không nén.',
    en: 'the archive could not be opened (damaged, too large or with a password). Please send the files themselves.',
  },
  M54: {
    vi: 'tệp quá nặng nên chưa đọc xong. Đề nghị lưu lại tệp theo biểu mẫu rồi gửi lại.',
    en: 'it is too heavy to be read. Please save it in the template and send it again.',
  },
  M55: { vi: 'tệp nén không chứa tệp nào. Đề nghị gửi lại.', en: 'the archive holds no files. Please send it again.' },
  M60: { vi: 'tệp trống, không có nội dung. Đề nghị gửi lại tệp.', en: 'it is empty. Please send it again.' },
  M61: {
    vi: 'tệp bị hỏng hoặc chép chưa trọn nên chưa đọc được. Đề nghị mở tệp trên máy của đơn vị, lưu lại rồi gửi lại.',
    en: 'it is damaged or was not copied completely. Please open it, save it again and send it again.',
  },
  M62: {
    vi: 'tệp có đặt mật khẩu nên chưa đọc được. Đề nghị bỏ mật khẩu rồi gửi lại.',
    en: 'it is protected by a password. Please remove the password and send it again.',
  },
  M63: {
    vi: 'tệp thực ra là {format} mang tên bảng tính nên chưa đọc được. Đề nghị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    en: 'it is really {format} under the name of a workbook. Please open it in Excel, save it as .xlsx and send it again.',
  },
  M64: {
    vi: 'tệp thực ra là văn bản thuần (CSV) mang tên tệp Excel nên chưa đọc được. Đề nghị gửi tệp .xlsx theo biểu mẫu.',
    en: 'it is really plain text (CSV) under the name of a workbook. Please send the .xlsx template.',
  },
  M65: {
    vi: 'tệp lớn quá mức của một báo cáo nên chưa đọc được. Đề nghị xóa hình ảnh, trang và dòng thừa rồi gửi lại, hoặc nhập vào biểu mẫu đã gửi.',
    en: 'it is larger than any report can be. Please remove pictures, spare sheets and rows, or fill in the template.',
  },
  M66: {
    vi: 'tệp có cấu trúc bất thường nên chưa mở. Đề nghị nhập vào biểu mẫu đã gửi và quét vi-rút máy tính.',
    en: 'it is built in an unusual way and was not opened. Please fill in the template and scan the computer for viruses.',
  },
  M67: {
    vi: 'tệp là {format} nên chưa lấy được số liệu. Đề nghị gửi tệp .xlsx theo biểu mẫu.',
    en: 'it is {format}, so no figure was taken. Please send the .xlsx template.',
  },
  M68: {
    vi: 'tệp là {format}, không phải biểu mẫu .xlsx. Đề nghị nhập vào biểu mẫu đã gửi, hoặc mở tệp và lưu thành dạng .xlsx rồi gửi lại.',
    en: 'it is {format}, not the .xlsx template. Please fill in the template, or save the file as .xlsx and send it again.',
  },
  M69: {
    vi: 'tệp là {format} nên chưa lấy được số liệu. Đề nghị gửi thêm tệp .xlsx theo biểu mẫu.',
    en: 'it is {format}, so no figure was taken. Please send the .xlsx template as well.',
  },
  M70: {
    vi: 'tệp là ảnh nên chưa lấy được số liệu. Đề nghị gửi thêm tệp .xlsx theo biểu mẫu.',
    en: 'it is a picture, so no figure was taken. Please send the .xlsx template as well.',
  },
  M71: {
    vi: 'tệp là tệp nén dạng chưa mở được. Đề nghị gửi từng tệp, không nén.',
    en: 'it is an archive of a kind that is not opened. Please send the files themselves.',
  },
  M72: { vi: 'chưa nhận ra loại tệp. Đề nghị gửi tệp .xlsx theo biểu mẫu.', en: 'its kind is not known. Please send the .xlsx template.' },
  M75: {
    vi: 'tệp nén theo cách ít gặp nên chưa đọc được. Đề nghị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    en: 'it is packed in a rare way. Please open it in Excel, save it as .xlsx and send it again.',
  },
  M76: {
    vi: 'tệp Word bị hỏng, chép chưa trọn hoặc có đặt mật khẩu nên chưa lấy được lời văn. Đề nghị mở tệp, lưu lại dạng .docx rồi gửi lại.',
    en: 'the Word file is damaged, was not copied completely or has a password. Please open it, save it again as .docx and send it again.',
  },
  M77: {
    vi: 'tệp là {format} nên chưa lấy được lời văn. Đề nghị gửi thêm bản Word dạng .docx.',
    en: 'it is {format}, so no text could be taken. Please send the Word file (.docx) as well.',
  },
  M78: {
    vi: 'tệp thực ra là {format} mang đuôi {named}. Đề nghị nhập vào biểu mẫu đã gửi, hoặc mở tệp bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    en: 'it is really {format} under a name ending in {named}. Please fill in the template, or open the file in Excel, save it as .xlsx and send it again.',
  },
})
