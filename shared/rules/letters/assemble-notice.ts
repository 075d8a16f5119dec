import type { NoticeItem, NoticeSource } from '../../domain/letter.ts'
import type { Block, ReportModel } from '../../domain/report.ts'
import { formatSmallCount } from '../../vietnamese/format-number.ts'
import { dayInVietnam, shortDay } from '../report-wording.ts'
import { archiveOf, framePaper, heading, paragraph, periodWords } from './frame-paper.ts'

/** Thông báo tồn tại, hạn chế: each with number, cause, remedy, who answers for it and until when. */
export function assembleNotice({ frame, unit, items, remarks }: NoticeSource): ReportModel {
  const subject = `tồn tại, hạn chế qua thẩm định báo cáo ${periodWords(frame)}`
  return framePaper(frame, {
    code: 'TB',
    title: `Thông báo ${subject}: ${unit.name}`,
    documentType: 'THÔNG BÁO',
    subject: [subject, `của ${unit.name}`],
    blocks: [
      paragraph(
        `Qua thẩm định báo cáo ${periodWords(frame)} về kết quả thực hiện ${frame.programme.shortTitle.vi} của ${unit.name}, thông báo để đơn vị biết, khắc phục:`,
      ),
      ...items.flatMap((item, index) => [heading(2, `${index + 1}. ${item.text}`), ...itemBlocks(item, dayInVietnam(frame.at))]),
      ...(remarks.length > 0
        ? [
            heading(2, items.length > 0 ? `${items.length + 1}. Nhận xét khác` : '1. Nhận xét'),
            ...remarks.map((text) => paragraph(`- ${text}`)),
          ]
        : []),
      paragraph('Kết quả khắc phục và văn bản minh chứng ghi vào trang “Tồn tại” của biểu mẫu kỳ sau, hoặc gửi ngay khi hoàn thành.'),
    ],
    closing: `Đề nghị ${unit.name} khắc phục và báo cáo kết quả đúng thời hạn.`,
    recipients: [{ name: unit.name }, archiveOf(frame)],
  })
}

/** What is known of one shortcoming, one sentence each. */
function itemBlocks({ extent, cause, remedy, owner, dueOn, periods }: NoticeItem, today: string): Block[] {
  const lines = [
    ['Mức độ', extent],
    ['Nguyên nhân', cause],
    ['Biện pháp khắc phục', remedy],
    ['Chịu trách nhiệm', owner],
    ['Thời hạn', dueOn === null ? '' : `trước ngày ${shortDay(dueOn)}${dueOn < today ? ' (đã quá hạn)' : ''}`],
    ['Theo dõi', periods > 1 ? `kỳ thứ ${formatSmallCount(periods)} liên tiếp` : ''],
  ].filter(([, words]) => words !== '')
  return lines.map(([name, words]) => paragraph(`- ${name}: ${words}.`.replace(/\.\.$/u, '.')))
}

/** The same as one cell of a table. */
export const itemWords = (item: NoticeItem): string =>
  [
    item.text,
    item.extent,
    item.cause === '' ? '' : `Nguyên nhân: ${item.cause}`,
    item.periods > 1 ? `Kỳ thứ ${formatSmallCount(item.periods)} liên tiếp` : '',
  ]
    .filter((words) => words !== '')
    .join('. ')
