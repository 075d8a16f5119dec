import type { RecordSource, WorksheetSource } from '../../domain/letter.ts'
import type { Block, ReportModel } from '../../domain/report.ts'
import { formatCount, formatSmallCount } from '../../vietnamese/format-number.ts'
import { shortDay, timeAndDay } from '../report-wording.ts'
import { framePaper, heading, note, paragraph, periodWords, table } from './frame-paper.ts'
import { itemWords } from './assemble-notice.ts'

const dots = '…………………'
/** As long as a line of the body. */
const line = '…'.repeat(30)

/** Phiếu làm việc với đơn vị: questions, shortcomings and remarks on one sheet, with room for what was answered. */
export function assembleWorksheet(source: WorksheetSource): ReportModel {
  const { frame, unit, state, rounds, questions, items, remarks, clerk } = source
  const numbered = (title: string, blocks: readonly Block[]): { title: string; blocks: readonly Block[] } => ({ title, blocks })
  const parts = [
    numbered('Tình hình gửi báo cáo', [
      paragraph(`${state}${rounds > 0 ? `; đã đôn đốc ${formatSmallCount(rounds)} lần` : ''}. Hạn gửi: ${timeAndDay(frame.period.dueAt)}.`),
    ]),
    numbered(
      'Số liệu đề nghị kiểm tra',
      questions.length > 0
        ? [
            table(
              [
                ['TT', 'center', 0],
                ['Nội dung', 'left', 6],
                ['Đơn vị báo', 'right', 2],
                ['Trả lời, số đúng', 'left', 3],
              ],
              questions.map(({ sentence, reported }, index) => [String(index + 1), sentence, reported, dots]),
            ),
          ]
        : [paragraph('Không có.')],
    ),
    numbered(
      'Tồn tại, hạn chế cần khắc phục',
      items.length > 0
        ? [
            table(
              [
                ['TT', 'center', 0],
                ['Nội dung', 'left', 5],
                ['Biện pháp, người chịu trách nhiệm', 'left', 4],
                ['Hạn', 'center', 2],
                ['Kết quả', 'left', 3],
              ],
              items.map((item, index) => [
                String(index + 1),
                itemWords(item),
                [item.remedy, item.owner].filter((words) => words !== '').join('. '),
                item.dueOn === null ? '' : shortDay(item.dueOn),
                item.state,
              ]),
            ),
          ]
        : [paragraph('Không có.')],
    ),
    ...(remarks.length > 0
      ? [
          numbered(
            'Nhận xét',
            remarks.map((text) => paragraph(`- ${text}`)),
          ),
        ]
      : []),
    numbered('Kết quả làm việc', [paragraph(line), paragraph(line), paragraph(line)]),
  ]
  return framePaper(frame, {
    code: null,
    title: `Phiếu làm việc với ${unit.name}, ${periodWords(frame)}`,
    documentType: 'PHIẾU LÀM VIỆC',
    subject: [`với ${unit.name}`, periodWords(frame)],
    form: {
      kind: 'minutes',
      left: { title: 'ĐẠI DIỆN ĐƠN VỊ', note: '(Ký, ghi rõ họ tên)', name: '' },
      right: { title: 'NGƯỜI LÀM VIỆC', note: '(Ký, ghi rõ họ tên)', name: clerk },
    },
    blocks: parts.flatMap(({ title, blocks }, index) => [heading(2, `${index + 1}. ${title}`), ...blocks]),
    closing: 'Hai bên thống nhất nội dung nêu trên.',
    isDated: true,
  })
}

/** Hồ sơ đơn vị: what is known of one unit, on one page; of shortcomings only what the unit may read, too. */
export function assembleRecord(source: RecordSource): ReportModel {
  const { frame, unit, desk, periods, indicators, tasks, proofs, letters, items, calls } = source
  const reach = [desk.office, desk.phone, desk.email].filter((words) => words !== '').join(', ')
  return framePaper(frame, {
    code: null,
    title: `Hồ sơ đơn vị: ${unit.name}`,
    documentType: 'HỒ SƠ ĐƠN VỊ',
    subject: [unit.name],
    form: { kind: 'sheet' },
    blocks: [
      paragraph(
        `Đầu mối: ${reach === '' ? 'chưa ghi' : reach}. Chuyên viên phụ trách: ${desk.clerk === '' ? 'chưa phân công' : desk.clerk}.`,
      ),
      heading(2, 'Báo cáo các kỳ'),
      table(
        [
          ['Kỳ', 'left', 4],
          ['Tình hình', 'left', 3],
          ['Nhận lúc', 'left', 4],
          ['Số bản', 'right', 0],
          ['Điểm còn mở', 'right', 0],
          ['Đã xử lý', 'right', 0],
        ],
        periods.map(({ name, state, received, versions, open, settled }) => [
          name,
          state,
          received,
          formatCount(versions),
          formatCount(open),
          formatCount(settled),
        ]),
      ),
      heading(2, `Kết quả ${periodWords(frame)}`),
      table(
        [
          ['Chỉ tiêu', 'left', 4],
          ['Kết quả', 'right', 0],
          ['Mục tiêu', 'right', 0],
          ['Kết luận', 'left', 5],
        ],
        indicators.map(({ label, result, target, verdict }) => [label, result, target, verdict]),
      ),
      ...(items.length > 0
        ? [
            heading(2, 'Tồn tại đang theo dõi'),
            table(
              [
                ['Nội dung', 'left', 6],
                ['Hạn', 'center', 0],
                ['Trạng thái', 'left', 2],
              ],
              items.map((item) => [itemWords(item), item.dueOn === null ? '' : shortDay(item.dueOn), item.state]),
            ),
          ]
        : []),
      ...(tasks.length > 0 ? [note(`Tình trạng nhiệm vụ: ${tasks.map(taskWords).join('; ')}.`)] : []),
      ...(proofs.length > 0
        ? [note(`Minh chứng khắc phục đã lưu: ${proofs.map(({ text, files }) => `${text} (${formatSmallCount(files)} tệp)`).join('; ')}.`)]
        : []),
      ...(letters.length > 0 ? [note(`Văn bản đã gửi: ${letters.map(({ name, at }) => `${name} (${timeAndDay(at)})`).join('; ')}.`)] : []),
      ...(calls.length > 0
        ? [note(`Liên hệ gần đây: ${calls.map(({ at, channel, text }) => `${timeAndDay(at)}, ${channel}: ${text}`).join('; ')}.`)]
        : []),
    ],
    closing: '',
    isDated: true,
  })
}

const taskWords = ({ label, status, evidence, files }: RecordSource['tasks'][number]): string =>
  `${label} ${status.toLowerCase()} (căn cứ: ${[evidence, ...files].join(', ')})`
