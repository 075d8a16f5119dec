import { texts } from './text.ts'

export const templateErrors = texts({
  'template.unit_not_expected': {
    vi: 'Đơn vị {unit} không có trong danh sách báo cáo của kỳ {period}. Kiểm tra mã đơn vị.',
    en: 'Unit {unit} is not expected in period {period}. Check the code.',
  },
  'template.not_written': {
    vi: 'Chưa ghi được biểu mẫu vào {path} ({reason}). Kiểm tra quyền ghi và chỗ trống của ổ đĩa.',
    en: 'The workbook could not be written to {path} ({reason}). Check permissions and free space.',
  },
})

/** What mapping finds about the workbook itself; exact semantics in shared/rules/SPEC.md. */
export const templateRules = texts({
  M1: {
    vi: 'Trang nhận dạng của biểu mẫu đã bị thay đổi (mã kiểm tra không khớp). Đối chiếu tên đơn vị và kỳ trên trang Bìa.',
    en: 'The identity sheet of the workbook was changed (its check value does not match). Compare unit and period with the cover.',
  },
  M2: {
    vi: 'Biểu mẫu phiên bản {found}, phiên bản hiện dùng là {known}. Số liệu vẫn được đọc theo tên ô.',
    en: 'The workbook is of template version {found}, the current one is {known}. Figures are still read by cell name.',
  },
  M3: {
    vi: 'Trang {sheet}, ô {cell}: nhãn đã đổi thành “{found}”, biểu mẫu ghi “{label}”. Kiểm tra số liệu bên cạnh có đúng mục không.',
    en: 'Sheet {sheet}, cell {cell}: the label now reads “{found}”, the template says “{label}”. Check that the entry beside it is for this item.',
  },
  M19: {
    vi: 'Trang {sheet}, ô {cell}: nhãn ghi “{found}” là của mục khác, chỗ này là “{label}”. Có thể các dòng đã bị đổi chỗ hoặc sắp xếp lại; hỏi lại đơn vị.',
    en: 'Sheet {sheet}, cell {cell}: the label reads “{found}”, which is another item’s; this place is for “{label}”. Rows may have been swapped or sorted; ask the unit.',
  },
  M4: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ô nhập chứa công thức; đã lấy kết quả lưu trong tệp. Kiểm tra lại số này.',
    en: 'Sheet {sheet}, cell {cell} ({label}): the input holds a formula; its stored result was taken. Check the figure.',
  },
  M5: {
    vi: 'Trang {sheet}, ô {cell} ({label}): công thức chưa có kết quả nên chưa lấy được số. Đề nghị đơn vị mở tệp, lưu lại rồi gửi lại.',
    en: 'Sheet {sheet}, cell {cell} ({label}): a formula without a stored result, so there is no figure. Ask the unit to open, save and send the file again.',
  },
  M6: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ô báo {raw} nên chưa có số. Đề nghị đơn vị nhập lại ô này.',
    en: 'Sheet {sheet}, cell {cell} ({label}): the cell shows {raw}, so there is no figure. Ask the unit to enter it again.',
  },
  M7: {
    vi: 'Trang {sheet}: {count} ô có số liệu nằm ở dòng, cột hoặc trang bị ẩn ({cells}). Kiểm tra đây có phải số liệu cũ không.',
    en: 'Sheet {sheet}: {count} filled cells stand in hidden rows, columns or sheets ({cells}). Check that they are not left over.',
  },
  M8: {
    vi: 'Tệp có ô đặt tên {name} mà chương trình không có; ô này không được đọc.',
    en: 'The file names a cell {name} that the programme does not have; it is not read.',
  },
  M9: {
    vi: 'Ô nhập của mục “{label}” không còn trong tệp, coi như để trống. Đề nghị đơn vị dùng lại biểu mẫu đã gửi.',
    en: 'The input cell of “{label}” is gone from the file and counts as blank. Ask the unit to use the workbook it was sent.',
  },
  M10: {
    vi: 'Tệp có thêm bản sao của trang {sheet}; chỉ đọc trang gốc. Kiểm tra đơn vị đã nhập vào trang nào.',
    en: 'The file holds a copy of sheet {sheet}; only the original is read. Check which one the unit filled in.',
  },
  M11: {
    vi: 'Đơn vị báo cáo không phát sinh: {count} ô số liệu để trống được ghi là “không phát sinh”, trong đó {stocks} mục là tổng số tại thời điểm chốt.',
    en: 'The unit reports nothing to report: {count} blank figures are taken as nil, {stocks} of them totals at the cut-off.',
  },
  M12: {
    vi: 'Tệp có macro; ứng dụng chỉ đọc số liệu trong ô, không chạy macro.',
    en: 'The file has macros; they were not run, only cells were read.',
  },
  M13: {
    vi: 'Tệp có liên kết sang tệp khác; chỉ lấy giá trị đã lưu trong tệp này.',
    en: 'The file links to other files; only values stored in this one were taken.',
  },
  M14: {
    vi: '{count} ô gõ bằng phông chữ cũ đã được chuyển mã, ví dụ “{before}” thành “{after}”. Bản gốc vẫn được giữ.',
    en: '{count} cells typed in a legacy font were decoded, e.g. “{before}” to “{after}”. The original is kept.',
  },
  M15: {
    vi: 'Biểu mẫu làm theo bản {found} của chương trình, bản hiện dùng là {known}.',
    en: 'The workbook was made for version {found} of the programme, the current one is {known}.',
  },
  M16: {
    vi: 'Trang {sheet}: mã {unit} có nhiều dòng ({cells}); chỉ đọc dòng đầu.',
    en: 'Sheet {sheet}: code {unit} has several rows ({cells}); only the first is read.',
  },
  M17: {
    vi: 'Trang {sheet}, ô {cell} ({label}): chưa rõ ngày “{raw}”. Ghi theo dạng ngày/tháng/năm, ví dụ 28/02/2026.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” is not a clear date. Write day/month/year, e.g. 28/02/2026.',
  },
  M18: {
    vi: 'Trang {sheet}: {count} ô chưa rõ số ({cells}) nên chưa đối chiếu được. Hỏi lại đơn vị gửi.',
    en: 'Sheet {sheet}: {count} cells hold no clear count ({cells}), so they are not compared. Ask the unit.',
  },
  M33: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}” là số ước chừng hoặc một khoảng số. Hỏi lại đơn vị số đúng.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” is a rough number or a range. Ask the unit for its count.',
  },
  M34: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}”, số có kèm dấu chú thích (có thể là {value}). Xem chú thích của đơn vị rồi điều chỉnh.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” carries the mark of a note (perhaps {value}). Read the unit’s note, then adjust.',
  },
  M35: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}” bằng chữ (có thể là {value}). Hỏi lại đơn vị rồi điều chỉnh.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” is written in words (perhaps {value}). Ask the unit, then adjust.',
  },
  M36: {
    vi: 'Chữ ở {count} ô có thể gõ bằng bảng mã cũ {encoding}, ví dụ “{before}” đọc thành “{after}”. Phông chữ không cho biết nên giữ nguyên văn; hỏi lại đơn vị.',
    en: 'The text of {count} cells may be typed in the old encoding {encoding}, e.g. “{before}” reads “{after}”. The font does not tell, so it stays as it came; ask the unit.',
  },
  M37: {
    vi: 'Chữ ở {count} ô có thể đã mất chữ ư khi chuyển từ phông cũ, ví dụ “{before}” có thể là “{after}”. Giữ nguyên văn; đối chiếu với bản của đơn vị.',
    en: 'The text of {count} cells may have lost letters (u with horn) on the way from an old font, e.g. “{before}” may be “{after}”. It stays as it came; compare with the unit’s own.',
  },
  M38: {
    vi: 'Chữ ở {count} ô bị sai mã khi chuyển tệp, ví dụ “{before}” có thể là “{after}”. Giữ nguyên văn; đề nghị đơn vị gửi lại phần này.',
    en: 'The text of {count} cells was garbled on its way, e.g. “{before}” may be “{after}”. It stays as it came; ask the unit to send this part again.',
  },
})
