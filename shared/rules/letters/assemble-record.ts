import type { RecordSource } from '../../domain/letter.ts'
import type { Block, ReportModel } from '../../domain/report.ts'
import { formatCount, formatSmallCount } from '../../vietnamese/format-number.ts'
import { shortDay, timeAndDay } from '../report-wording.ts'
import { itemWords } from './assemble-notice.ts'
import { framePaper, heading, note, periodWords, table } from './frame-paper.ts'

/** How many of each stand on the sheet, and how long words of people may be. */
type Room = { periods: number; items: number; tasks: number; proofs: number; letters: number; calls: number; words: number }

/** From everything to what fits beside the figures whatever was written; who draws takes the first that is one page. */
export const recordRooms: readonly Room[] = [
  { periods: 8, items: 12, tasks: 20, proofs: 8, letters: 8, calls: 3, words: 4000 },
  ...[240, 190, 150, 120, 95].map((words): Room => ({ periods: 4, items: 6, tasks: 13, proofs: 4, letters: 4, calls: 3, words })),
  ...[190, 150, 120, 95].map((words): Room => ({ periods: 4, items: 4, tasks: 6, proofs: 2, letters: 2, calls: 2, words })),
  { periods: 3, items: 3, tasks: 2, proofs: 1, letters: 2, calls: 1, words: 95 },
  { periods: 2, items: 2, tasks: 1, proofs: 0, letters: 1, calls: 1, words: 55 },
]

/** Hồ sơ đơn vị: what is known of one unit, on one page; of shortcomings only what the unit may read, too. */
export function assembleRecord(source: RecordSource, room: Room = recordRooms[0]!): ReportModel {
  const { frame, unit, desk, indicators } = source
  const short = (text: string): string =>
    text.length > room.words ? `${text.slice(0, room.words).replace(/[\s.,;:]*\s\S*$/u, '')}…` : text
  const reach = [desk.office, desk.phone, desk.email].filter((words) => words !== '').join(', ')
  const items = source.items.slice(0, room.items)
  const left = source.items.length - items.length
  return framePaper(frame, {
    code: null,
    title: `Hồ sơ đơn vị: ${unit.name}`,
    documentType: 'HỒ SƠ ĐƠN VỊ',
    subject: [unit.name],
    form: { kind: 'sheet' },
    blocks: [
      note(`Chuyên viên phụ trách: ${desk.clerk === '' ? 'chưa phân công' : desk.clerk}. Đầu mối: ${reach === '' ? 'chưa ghi' : reach}.`),
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
        source.periods
          .slice(0, room.periods)
          .map(({ name, state, received, versions, open, settled }) => [
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
          ['Chỉ tiêu', 'left', 6],
          ['Đạt/mục tiêu', 'right', 0],
          ['Kết luận', 'left', 4.4],
          ['Còn thiếu', 'right', 0],
        ],
        indicators.map(({ label, result, target, verdict }) => {
          // On one line each: eleven of them leave room for the rest of the sheet.
          const [said = '', gap = ''] = verdict.split(', còn thiếu ')
          return [label, `${result === '' ? '–' : result} / ${target}`, said, gap]
        }),
      ),
      ...(items.length > 0
        ? [
            heading(2, 'Tồn tại đang theo dõi'),
            table(
              [
                ['Nội dung', 'left', 6],
                ['Hạn', 'center', 0],
                ['Trạng thái', 'left', 0],
              ],
              items.map((item) => [short(itemWords(item)), item.dueOn === null ? '' : shortDay(item.dueOn), item.state]),
            ),
          ]
        : []),
      ...(left > 0 ? [note(`Còn ${formatSmallCount(left)} tồn tại khác, xem ở sổ theo dõi.`)] : []),
      ...listed('Tình trạng nhiệm vụ', source.tasks, room.tasks, (task) => short(taskWords(task))),
      ...listed(
        'Minh chứng khắc phục đã lưu',
        source.proofs,
        room.proofs,
        ({ text, files }) => `${short(text)} (${formatSmallCount(files)} tệp)`,
      ),
      // The newest of what went out, as it was sent.
      ...listed('Văn bản đã gửi', source.letters.slice(-room.letters), room.letters, ({ name, at }) => `${name} (${timeAndDay(at)})`),
      ...listed('Liên hệ gần đây', source.calls, room.calls, ({ at, channel, text }) => short(`${timeAndDay(at)}, ${channel}: ${text}`)),
    ],
    closing: '',
    isDated: true,
  })
}

function listed<Entry>(name: string, all: readonly Entry[], most: number, say: (entry: Entry) => string): Block[] {
  if (all.length === 0 || most === 0) return []
  const rest = all.length > most ? ` và ${formatSmallCount(all.length - most)} mục khác` : ''
  return [note(`${name}: ${all.slice(0, most).map(say).join('; ')}${rest}.`)]
}

const taskWords = ({ label, status, evidence, files }: RecordSource['tasks'][number]): string =>
  `${label} ${status.toLowerCase()} (căn cứ: ${[evidence, ...files].join(', ')})`
