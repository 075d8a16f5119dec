import type { WorksheetSource } from '../../domain/letter.ts'
import type { Block, ReportModel } from '../../domain/report.ts'
import { formatSmallCount } from '../../vietnamese/format-number.ts'
import { shortDay, timeAndDay } from '../report-wording.ts'
import { framePaper, heading, paragraph, periodWords, table } from './frame-paper.ts'
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
      signers: [
        { title: 'ĐẠI DIỆN ĐƠN VỊ', note: '(Ký, ghi rõ họ tên)', name: '' },
        { title: 'NGƯỜI LÀM VIỆC', note: '(Ký, ghi rõ họ tên)', name: clerk },
      ],
    },
    blocks: parts.flatMap(({ title, blocks }, index) => [heading(2, `${index + 1}. ${title}`), ...blocks]),
    closing: 'Hai bên thống nhất nội dung nêu trên.',
    isDated: true,
  })
}
