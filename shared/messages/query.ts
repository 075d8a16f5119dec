import { texts } from './text.ts'

/** A query sheet, as a workbook and as a short message; words that come back are compared without case and tone marks. */
export const queryTexts = texts({
  sheet: { vi: 'Phiếu hỏi', en: 'Questions' },
  title: { vi: 'PHIẾU HỎI SỐ LIỆU', en: 'QUESTIONS ON FIGURES' },
  about: { vi: '{unit}, {period}', en: '{unit}, {period}' },
  how: {
    vi: 'Ở cột “Đúng hay sai”: chọn Đúng nếu giữ số đã báo, chọn Sai rồi ghi số đúng ở cột bên cạnh. Cột cuối ghi giải trình. Lưu tệp và gửi lại, không đổi tên trang.',
    en: 'In “Right or wrong” choose Đúng to keep the figure, or Sai and write the right one beside it. Explain in the last column. Save and send back.',
  },
  ordinal: { vi: 'TT', en: 'No.' },
  item: { vi: 'Mục số liệu', en: 'Item' },
  question: { vi: 'Nội dung hỏi', en: 'Question' },
  place: { vi: 'Ô trong báo cáo', en: 'Cell in the report' },
  reported: { vi: 'Số đã báo', en: 'Reported' },
  verdict: { vi: 'Đúng hay sai', en: 'Right or wrong' },
  right: { vi: 'Đúng', en: 'Đúng' },
  wrong: { vi: 'Sai', en: 'Sai' },
  value: { vi: 'Số đúng', en: 'Right figure' },
  explanation: { vi: 'Giải trình', en: 'Explanation' },
  messageHead: {
    vi: 'Kính gửi {unit}. Báo cáo {period} có {count} điểm đề nghị kiểm tra:',
    en: 'To {unit}. In the report of {period} please check the following ({count}):',
  },
  messageLine: { vi: '{order}. {sentence}', en: '{order}. {sentence}' },
  messageEnd: {
    vi: 'Đề nghị trả lời từng điểm: giữ số đã báo hay số đúng là bao nhiêu, kèm giải trình. Trân trọng.',
    en: 'Please answer each: keep the figure, or what the right one is, and why. With kind regards.',
  },
})
