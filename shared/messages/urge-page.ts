import { texts } from './text.ts'

export const urgeTexts = texts({
  open: { vi: 'Lập công văn đôn đốc (lần {round})', en: 'Write the urging letter (round {round})' },
  last: { vi: 'Đã đôn đốc lần {round} lúc {at}, {count} đơn vị.', en: 'Round {round} was written at {at} for {count} units.' },
  frozen: {
    vi: 'Công văn nêu {count} đơn vị chưa gửi; danh sách cố định từ lúc lập và được lưu lại.',
    en: 'The letter names {count} units that have not sent; the list is frozen when it is written, and kept.',
  },
  withPending: { vi: 'Nêu cả đơn vị đã gửi, đang chờ xử lý', en: 'Name units whose file waits, too' },
  due: { vi: 'Hạn mới (ngày/tháng/năm giờ:phút, để trống: gửi ngay)', en: 'New due time (day/month/year hour:minute; empty: at once)' },
  duePast: { vi: 'Hạn này đã qua. Ghi một thời điểm còn ở phía trước.', en: 'This time is past. Name one that is still to come.' },
  dueWrong: { vi: 'Ghi dạng 25/6/2026 17:00.', en: 'Write it as 25/6/2026 17:00.' },
  contact: { vi: 'Đầu mối tiếp nhận của cơ quan', en: 'Who takes them in at this office' },
  write: { vi: 'Lập công văn', en: 'Write the letter' },
  leave: { vi: 'Để sau', en: 'Later' },
  openOnes: { vi: 'Sổ theo dõi: {count} tồn tại chưa xác nhận', en: 'Shortcomings not verified yet: {count}' },
})
