import { texts } from './text.ts'

export const reconcileErrors = texts({
  'adjustment.no_submission': {
    vi: '{unit} chưa có báo cáo được tính trong kỳ {period} nên chưa điều chỉnh được. Tiếp nhận báo cáo của đơn vị trước.',
    en: '{unit} has no submission that counts in period {period}, so nothing can be adjusted. Take in its submission first.',
  },
  'adjustment.bad_value': {
    vi: 'Số điều chỉnh phải là số nguyên từ 0 đến {largest}.',
    en: 'An adjusted figure is a whole number from 0 to {largest}.',
  },
  'adjustment.no_reason': {
    vi: 'Chưa nêu lý do điều chỉnh. Ghi lý do rồi làm lại.',
    en: 'An adjustment needs a reason. State it and try again.',
  },
  'adjustment.changed': {
    vi: 'Số liệu đã thay đổi trong lúc này: từ {before} thành {now}. Xem lại rồi xác nhận số điều chỉnh; căn cứ và lý do vẫn được giữ.',
    en: 'The figure has changed meanwhile, from {before} to {now}. Look again and confirm the adjusted figure; basis and reason are kept.',
  },
  'adjustment.not_found': { vi: 'Không có điều chỉnh mang mã {id}.', en: 'There is no adjustment {id}.' },
  'adjustment.not_in_force': {
    vi: 'Điều chỉnh {id} đã được thay hoặc đã rút trước đó.',
    en: 'Adjustment {id} was replaced or withdrawn before.',
  },
  'field.not_found': {
    vi: 'Chương trình không có mục số liệu {field}. Kiểm tra lại mã mục.',
    en: 'The programme has no field {field}. Check its code.',
  },
  'trace.unknown_input': {
    vi: 'Biểu mẫu không có ô nhập {name}. Tên ô có dạng um_total, nar.tsk.1.1, mil.plan.date.',
    en: 'The template has no input {name}. Names look like um_total, nar.tsk.1.1, mil.plan.date.',
  },
  'trace.no_submission': {
    vi: '{unit} chưa có báo cáo được tính trong kỳ {period} nên chưa có ô gốc để xem.',
    en: '{unit} has no submission that counts in period {period}, so there is no source cell.',
  },
})

/** Cxx: inside one submission. Rxx: between submissions. Exact semantics in shared/rules/SPEC.md. */
export const checkRules = texts({
  C1: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}”, chưa rõ là số nào. Hỏi lại đơn vị rồi điều chỉnh hoặc đề nghị gửi lại.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” cannot be read as a count. Ask the unit, then adjust or have it sent again.',
  },
  C2: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}”, có thể hiểu theo nhiều cách (dấu chấm, phẩy, dấu cách). Hỏi lại đơn vị.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” can be read in more than one way (points, commas, spaces). Ask the unit.',
  },
  C3: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}” là số lẻ, mục này đếm theo đơn vị nguyên. Hỏi lại đơn vị.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” is a fraction where whole things are counted. Ask the unit.',
  },
  C4: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}” là số âm. Hỏi lại đơn vị.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” is negative. Ask the unit.',
  },
  C5: {
    vi: 'Trang {sheet}, ô {cell} ({label}): ghi “{raw}”, mục này không đếm theo lượt. Hỏi lại đơn vị số đúng.',
    en: 'Sheet {sheet}, cell {cell} ({label}): “{raw}” counts attendances, which this item does not. Ask the unit for its count.',
  },
  C6: {
    vi: '{label} ({actual}) lớn hơn {otherLabel} ({expected}). Phần không thể lớn hơn tổng; kiểm tra hai ô này.',
    en: '{label} ({actual}) exceeds {otherLabel} ({expected}). A part cannot exceed its total; check both cells.',
  },
  C7: {
    vi: '{label} ghi {actual}, cộng các phần được {expected}. Kiểm tra số tổng và từng phần.',
    en: '{label} reads {actual}, its parts add up to {expected}. Check the total and each part.',
  },
  C8: {
    vi: '{label} ({actual}) lớn hơn {otherLabel} ({expected}), trong khi mục sau bao gồm mục trước.',
    en: '{label} ({actual}) exceeds {otherLabel} ({expected}), which contains it.',
  },
  C9: {
    vi: '{label} để trống trong khi đã có {otherLabel} ({actual}), nên đơn vị chưa được tính vào chỉ tiêu. Hỏi đơn vị số tổng.',
    en: '{label} is blank although {otherLabel} ({actual}) is given, so the unit does not count in the indicator. Ask for the total.',
  },
  C10: {
    vi: 'Trang {sheet}, ô {cell}: {label} để trống. Hỏi đơn vị; nếu không phát sinh thì ghi “-”.',
    en: 'Sheet {sheet}, cell {cell}: {label} is blank. Ask the unit; nil is written “-”.',
  },
  C11: {
    vi: 'Chưa nhập số liệu bắt buộc nào (để trống {count} mục). Hỏi đơn vị có gửi nhầm tệp chưa điền không.',
    en: 'No required figure was entered ({count} are blank). Ask whether an empty workbook was sent by mistake.',
  },
  C12: {
    vi: 'Trang bìa chọn “Báo cáo không phát sinh” nhưng có {count} mục ghi số lớn hơn 0. Hỏi lại đơn vị.',
    en: 'The cover says there is nothing to report, but {count} figures are above 0. Ask the unit.',
  },
  C13: {
    vi: '{label} ghi “không thuộc đối tượng” trong khi {otherLabel} có số ({actual}); chỉ tiêu không tính đơn vị này. Hỏi lại đơn vị.',
    en: '{label} is not applicable although {otherLabel} is given ({actual}); the indicator leaves this unit out. Ask the unit.',
  },
  C14: { vi: 'Chưa viết kết quả nhiệm vụ “{label}”.', en: 'Nothing was written on the task “{label}”.' },
  C15: { vi: 'Chưa viết kết quả của nhiệm vụ nào ({count} nhiệm vụ).', en: 'Nothing was written on any of the {count} tasks.' },
  C16: {
    vi: 'Trang bìa ghi kỳ từ {foundFrom} đến {foundTo}, kỳ này từ {from} đến {to}. Hỏi đơn vị số liệu tính đến ngày nào.',
    en: 'The cover says the figures run from {foundFrom} to {foundTo}; this period runs from {from} to {to}. Ask up to which day they count.',
  },
  C17: {
    vi: '{label}: chưa ghi ngày hoặc số văn bản (hạn {due}). Hỏi đơn vị đã ban hành chưa.',
    en: '{label}: date or number of the document is missing (due {due}). Ask whether it was issued.',
  },
  C18: {
    vi: '{label}: ban hành ngày {actual}, sau hạn {due}.',
    en: '{label}: issued on {actual}, after the due day {due}.',
  },
  C19: {
    vi: '{label}: cộng các xã, phường được {expected}, lớn hơn số chung {actual}. Kiểm tra trang số liệu theo xã, phường.',
    en: '{label}: the communes add up to {expected}, more than the total of {actual}. Check the sheet by commune.',
  },
  R1: { vi: '{unitName} chưa gửi báo cáo.', en: '{unitName} has not sent its submission.' },
  R2: { vi: '{unitName} gửi lúc {received}, sau hạn {due}.', en: '{unitName} sent its submission at {received}, after {due}.' },
  R3: {
    vi: '{unitName}: số đơn vị báo của mục {label} đã đổi từ {expected} thành {actual} nên điều chỉnh {value} tạm dừng. Điều chỉnh lại hoặc rút điều chỉnh.',
    en: '{unitName}: the reported figure of {label} changed from {expected} to {actual}, so the adjustment to {value} is suspended. Adjust again or withdraw it.',
  },
  R4: {
    vi: '{indicator}, mục {label}: {lineName} báo {actual}, cộng các xã, phường được {expected}. Đối chiếu hai nguồn.',
    en: '{indicator}, {label}: {lineName} reports {actual}, the summed line gives {expected}. Compare the two sources.',
  },
  R5: {
    vi: '{indicator}: chưa đủ để đối chiếu với {lineName} (đã có số liệu {reported}/{expectedUnits} đơn vị).',
    en: '{indicator}: not enough yet to compare with {lineName} ({reported} of {expectedUnits} units counted).',
  },
  R6: {
    vi: '{unitName}, mục {label}: đơn vị báo {expected}, {lineName} ghi cho đơn vị này {actual}. Đối chiếu hai nguồn.',
    en: '{unitName}, {label}: the unit reports {expected}, {lineName} has {actual} for it. Compare the two sources.',
  },
})

/** Names of the lines, as they stand inside a sentence. */
export const lineTexts = texts({
  territorial: { vi: 'các xã, phường', en: 'the communes' },
  federation: { vi: 'Liên đoàn Lao động tỉnh', en: 'the Provincial Federation of Labour' },
  government: { vi: 'Đảng ủy Ủy ban nhân dân tỉnh', en: 'the Party Committee of the People’s Committee' },
  front: { vi: 'Ủy ban MTTQ Việt Nam tỉnh', en: 'the Fatherland Front' },
  advisory: { vi: 'cơ quan tham mưu', en: 'the advisory body' },
  other: { vi: 'nguồn khác', en: 'the other source' },
})

/** A state that stands where a number is expected. */
export const readingTexts = texts({
  nil: { vi: 'không phát sinh', en: 'nil' },
  not_applicable: { vi: 'không thuộc đối tượng', en: 'not applicable' },
  blank: { vi: 'để trống', en: 'blank' },
  unreadable: { vi: 'không rõ số', en: 'unreadable' },
})
