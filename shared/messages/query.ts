/**
 * Words of a query sheet, as a workbook and as a short message. Vietnamese only: they go to units, whatever the language of
 * the screen. What comes back is compared without case and tone marks. `{name}` is filled by `fillWords`.
 */
export const queryWords = {
  sheet: 'Phiếu hỏi',
  title: 'PHIẾU HỎI SỐ LIỆU',
  about: 'Gửi {unit}, {period}. Nơi hỏi: {issuer}',
  how: 'Ở cột “Đúng hay sai”: chọn Đúng nếu giữ số đã báo, chọn Sai rồi ghi số đúng ở cột bên cạnh. Cột cuối ghi giải trình. Lưu tệp và gửi lại, không đổi tên trang.',
  contact: 'Đầu mối: {contact}.',
  ordinal: 'TT',
  item: 'Mục số liệu',
  question: 'Nội dung hỏi',
  place: 'Ô trong báo cáo',
  reported: 'Số đã báo',
  verdict: 'Đúng hay sai',
  right: 'Đúng',
  wrong: 'Sai',
  value: 'Số đúng',
  explanation: 'Giải trình',
  messageHead: 'Kính gửi {unit}. Báo cáo {period} có {count} điểm đề nghị kiểm tra:',
  messageLine: '{order}. {sentence}',
  messageEnd: 'Đề nghị trả lời từng điểm: giữ số đã báo hay số đúng là bao nhiêu, kèm giải trình. Trân trọng.',
} as const
