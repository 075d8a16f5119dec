import { texts } from './text.ts'

/** Where a figure or a text comes from when not from a workbook that the unit sent. */
export const traceOriginTexts = texts({
  paper: { vi: 'Văn bản của đơn vị', en: 'The unit’s paper' },
  laid: { vi: '“{file}”, mục “{heading}”, đoạn {paragraph}', en: '“{file}”, heading “{heading}”, paragraph {paragraph}' },
  laidPlain: { vi: '“{file}”, đoạn {paragraph}', en: '“{file}”, paragraph {paragraph}' },
  laidBy: { vi: 'Lấy vào: {actor}, {at}', en: 'Taken in by {actor}, {at}' },
  laidSuspended: {
    vi: 'Tạm dừng dùng: đơn vị đã gửi lời khác ở mục này.',
    en: 'Not in use: the unit has since sent other words here.',
  },
  keyed: { vi: '✎ Nhập thay đơn vị', en: '✎ Keyed in for the unit' },
  keyedBy: { vi: 'Người nhập: {actor}, {at}', en: 'Keyed in by {actor}, {at}' },
  keyedPaper: { vi: 'Theo bản giấy đã lưu kèm', en: 'From the attached paper' },
  keyedTold: { vi: 'Theo điện thoại của {name}', en: 'Told by phone by {name}' },
  keyedToldAt: { vi: 'Theo điện thoại của {name}, {at}', en: 'Told by phone by {name}, {at}' },
  checked: { vi: 'Người kiểm tra: {actor}, {at}', en: 'Checked by {actor}, {at}' },
  unchecked: { vi: 'Chưa có người kiểm tra.', en: 'Checked by nobody yet.' },
})
