import type { MinutesSource } from '../../domain/letter.ts'
import type { ReportModel } from '../../domain/report.ts'
import { formatSmallCount } from '../../vietnamese/format-number.ts'
import { dayInVietnam, shortDay, spanLine } from '../report-wording.ts'
import { framePaper, heading, paragraph, periodWords, table } from './frame-paper.ts'

/** Both of a line fit on it, so that nothing is stretched. */
const blank = '…'.repeat(9)
const post = '…'.repeat(5)

/** Biên bản đối chiếu số liệu (domain.md §3.4): both sides, what each figure was and what was agreed, what stays open. */
export function assembleMinutes({ frame, unit, rows, open, clerk }: MinutesSource): ReportModel {
  const day = shortDay(dayInVietnam(frame.at))
  return framePaper(frame, {
    code: null,
    title: `Biên bản đối chiếu số liệu ${periodWords(frame)}: ${unit.name}`,
    documentType: 'BIÊN BẢN',
    subject: [`đối chiếu số liệu ${periodWords(frame)}`, `với ${unit.name}`],
    form: {
      kind: 'minutes',
      signers: [
        { title: 'NGƯỜI GHI BIÊN BẢN', note: '(Ký, ghi rõ họ tên)', name: '' },
        { title: 'ĐẠI DIỆN ĐƠN VỊ', note: '(Ký, đóng dấu nếu có)', name: '' },
        { title: 'CHỦ TRÌ', note: '(Ký, ghi rõ họ tên)', name: '' },
      ],
    },
    blocks: [
      paragraph(`Thời gian: ngày ${day}. Địa điểm: ${blank}`),
      paragraph(`Đại diện cơ quan tổng hợp: ${clerk === '' ? blank : clerk}; chức vụ: ${post}`),
      // Its name stands in the heading; here it would push the room for the post onto a line of its own.
      paragraph(`Đại diện đơn vị: ${blank}; chức vụ: ${post}`),
      paragraph(`Nội dung: đối chiếu số liệu báo cáo kết quả thực hiện ${frame.programme.shortTitle.vi}. ${spanLine(frame.period)}`),
      heading(2, '1. Số liệu đối chiếu'),
      ...(rows.length > 0
        ? [
            table(
              [
                ['TT', 'center', 0],
                ['Mục số liệu', 'left', 5],
                ['ĐVT', 'center', 2],
                ['Đơn vị báo', 'right', 2],
                ['Số đối chiếu', 'right', 1.8],
                ['Chênh lệch', 'right', 1.8],
                ['Nguyên nhân', 'left', 6],
                ['Thống nhất', 'right', 2],
              ],
              rows.map(({ label, unitOfCount, reported, compared, difference, reason, agreed }, index) => [
                String(index + 1),
                label,
                unitOfCount,
                reported,
                compared,
                difference,
                reason,
                agreed,
              ]),
            ),
            paragraph('Số liệu thống nhất được dùng để tổng hợp; số đơn vị đã báo cáo được giữ nguyên trong hồ sơ.'),
          ]
        : [paragraph('Hai bên thống nhất giữ nguyên số liệu đơn vị đã báo cáo.')]),
      heading(2, '2. Nội dung chưa thống nhất'),
      ...(open.length > 0 ? open.map((sentence) => paragraph(`- ${sentence}`)) : [paragraph('Không có.')]),
      ...(open.length > 0 ? [paragraph(`${unit.name} kiểm tra, trả lời bằng văn bản trước ngày\u00a0…/…/……`)] : []),
    ],
    closing: `Biên bản lập thành ${formatSmallCount(2)} bản có giá trị như nhau, mỗi bên giữ ${formatSmallCount(1)} bản; đã đọc lại cho hai bên cùng nghe và thống nhất ký tên.`,
    isDated: true,
  })
}
