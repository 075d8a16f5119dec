import type { NamedUnit, UrgingSource } from '../../domain/letter.ts'
import type { ReportModel, Run } from '../../domain/report.ts'
import { formatCount, formatSmallCount } from '../../vietnamese/format-number.ts'
import { shortDay, timeAndDay, dayInVietnam } from '../report-wording.ts'
import { archiveOf, framePaper, paragraph, periodWords } from './frame-paper.ts'

/** More names than this stand in an appendix, where they can be ticked off. */
const mostNames = 8

/** Công văn đôn đốc (domain.md §3.3): basis, how many have sent by when, what is asked for. */
export function assembleUrging(source: UrgingSource): ReportModel {
  const { frame, round, expected, received, missing, pending, unsent, waiting, newDue, contact } = source
  const { programme, period, profile } = frame
  const all = [...missing, ...pending]
  const isListed = all.length > mostNames
  const subject = `${profile.regime === 'party' ? 'về việc' : 'V/v'} đôn đốc gửi báo cáo ${periodWords(frame)}${round > 1 ? ` (lần ${round})` : ''}`
  // The counts are those of everybody, whoever is named.
  const names = (named: readonly NamedUnit[], of: number): string => {
    if (isListed || named.length === 0) return ''
    return `${named.length < of ? ', trong đó có' : ''}: ${named.map(({ name }) => name).join(', ')}`
  }
  const bold = (text: string): Run => ({ text, bold: true })
  const asked: (string | Run)[] = newDue
    ? ['Đề nghị các đơn vị khẩn trương hoàn thành và gửi báo cáo ', bold(`trước ${timeAndDay(newDue)}`)]
    : ['Đề nghị các đơn vị hoàn thành và gửi báo cáo ', bold('ngay sau khi nhận được văn bản này')]
  return framePaper(frame, {
    code: 'CV',
    title: `Công văn ${subject}`,
    documentType: '',
    subject: [],
    form: {
      kind: 'letter',
      subject: [subject],
      addressees: isListed ? ['các đơn vị có tên trong danh sách kèm theo'] : all.map(({ name }) => name),
    },
    blocks: [
      paragraph(`Thực hiện ${programme.shortTitle.vi}, các đơn vị gửi báo cáo ${periodWords(frame)} trước ${timeAndDay(period.dueAt)}.`),
      paragraph(
        [
          `Tính đến ${timeAndDay(frame.at)}, đã nhận báo cáo của ${formatCount(received)}/${formatCount(expected)} đơn vị`,
          ...(unsent > 0 ? [`còn ${formatSmallCount(unsent)} đơn vị chưa gửi${names(missing, unsent)}`] : []),
          ...(waiting > 0 ? [`${formatSmallCount(waiting)} đơn vị đã gửi tệp, chưa xử lý xong${names(pending, waiting)}`] : []),
        ].join('; '),
        isListed ? ' (danh sách kèm theo).' : '.',
        ...(round > 1 ? [` Đây là lần đôn đốc thứ ${round}.`] : []),
      ),
      paragraph(
        ...asked,
        ', theo biểu mẫu đã gửi (tệp Excel) kèm bản có chữ ký của người có thẩm quyền. Đơn vị không phát sinh số liệu vẫn gửi báo cáo, ghi “không phát sinh”.',
      ),
      ...(contact === '' ? [] : [paragraph(`Đầu mối tiếp nhận: ${contact}.`)]),
      ...(pending.length > 0
        ? [
            paragraph(
              `Tệp của ${pending.map(({ name }) => name).join(', ')} đã đến nhưng chưa đọc được đầy đủ; đề nghị gửi lại theo đúng biểu mẫu.`,
            ),
          ]
        : []),
    ],
    closing: 'Đề nghị các đơn vị quan tâm, phối hợp thực hiện.',
    recipients: [
      { name: 'Như trên' },
      ...(profile.regime === 'party' ? [{ name: 'Thường trực Tỉnh ủy (để báo cáo)' }] : []),
      archiveOf(frame),
    ],
    appendices: isListed
      ? [
          {
            title: 'DANH SÁCH',
            name: 'ĐƠN VỊ CHƯA GỬI BÁO CÁO',
            attached: `(tính đến ${timeAndDay(frame.at)}; hạn gửi ${timeAndDay(period.dueAt)}; lập ngày ${shortDay(dayInVietnam(frame.at))})`,
            orientation: 'portrait',
            parts: [
              {
                kind: 'table',
                fixedColumns: 2,
                table: {
                  columns: [
                    { head: 'TT', align: 'center', share: 0 },
                    { head: 'Đơn vị', align: 'left', share: 3 },
                    { head: 'Tình hình', align: 'left', share: 2 },
                  ],
                  rows: all.map(({ name }, index) => ({
                    cells: [String(index + 1), name, index < missing.length ? 'Chưa gửi' : 'Đã gửi tệp, cần gửi lại theo biểu mẫu'],
                  })),
                },
              },
            ],
          },
        ]
      : [],
  })
}
