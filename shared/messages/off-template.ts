import { texts } from './text.ts'

/** Tables that units made themselves, read by a mapping that a person confirmed. */
export const offTemplateRules = texts({
  M20: {
    vi: 'Ô {cell} trang {sheet} lúc xác nhận cách đọc mang nhãn “{before}”, nay là “{found}”. Xem lại cách đọc mục “{label}”.',
    en: 'When it was confirmed, cell {cell} on sheet {sheet} was called “{before}”; now it is “{found}”. Look at the mapping of “{label}” again.',
  },
  M21: {
    vi: 'Dòng hoặc cột cộng “{label}” (ô {cell}, trang {sheet}) ghi {actual}, các phần cộng lại là {expected}.',
    en: 'The total “{label}” (cell {cell}, sheet {sheet}) says {actual}; its parts add up to {expected}.',
  },
  M22: {
    vi: 'Tỷ lệ của “{label}” (ô {cell}, trang {sheet}) ghi {raw}, tính từ {numerator}/{denominator} là {computed}.',
    en: 'The rate of “{label}” (cell {cell}, sheet {sheet}) is written as {raw}; {numerator}/{denominator} gives {computed}.',
  },
  M23: {
    vi: 'Tỷ lệ của “{label}” (ô {cell}, trang {sheet}) ghi {raw}, tính ra {computed}: lệch do làm tròn.',
    en: 'The rate of “{label}” (cell {cell}, sheet {sheet}) is written as {raw}, computed {computed}: a matter of rounding.',
  },
  M24: {
    vi: 'Ô {cell} trang {sheet} của mục “{label}” để trống, nhưng cột “{head}” cùng dòng (ô {otherCell}) ghi {value}.',
    en: 'Cell {cell} on sheet {sheet} for “{label}” is empty, while column “{head}” of the same row (cell {otherCell}) says {value}.',
  },
  M25: {
    vi: 'Mục “{label}” (ô {cell}, trang {sheet}) ghi là “{said}”: cần đếm người hoặc việc, không đếm lượt.',
    en: '“{label}” (cell {cell}, sheet {sheet}) is given as “{said}”: persons or things are counted, not attendances.',
  },
  M26: {
    vi: 'Cách đọc chỉ đến ô {cell} trang {sheet} cho mục “{label}”, nhưng tệp không có ô này.',
    en: 'The mapping names cell {cell} on sheet {sheet} for “{label}”, which the file does not have.',
  },
  M27: {
    vi: 'Tổng số “{label}” ghi khác nhau: {expected} ở ô {cell}, {actual} ở ô {otherCell} (trang {sheet}).',
    en: 'The total “{label}” is written differently: {expected} in cell {cell}, {actual} in cell {otherCell} (sheet {sheet}).',
  },
  M28: {
    vi: 'Trang {sheet} có {count} dòng số liệu riêng của đơn vị, không thuộc chương trình (dòng {rows}).',
    en: 'Sheet {sheet} has {count} rows of the unit’s own that the programme does not ask (rows {rows}).',
  },
  M29: {
    vi: 'Tệp có bảng của {count} đơn vị: {units}. Mỗi tệp chỉ tính cho một đơn vị: chọn đúng đơn vị gửi, xem lại các ô được lấy; đơn vị còn lại cần gửi tệp riêng.',
    en: 'The file has tables of {count} units: {units}. A file counts for one unit: choose the sender and look which cells are taken; the others have to send files of their own.',
  },
})
