import type { Programme } from '../domain/programme.ts'
import type { Appendix, AppendixPart, ReportSource, Table, TableRow } from '../domain/report.ts'
import { withoutCitations } from './cite-figure.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount, formatDecimal } from '../vietnamese/format-number.ts'
import { assembleSettled } from './assemble-settled.ts'
import { assembleTaskTable } from './assemble-task-table.ts'
import { comparisonCell } from './assemble-comparisons.ts'
import { judgeIndicators } from './assemble-indicators.ts'
import { assembleUnitTable } from './assemble-unit-table.ts'
import { relations } from './compare-with-earlier.ts'
import { coverageWords, targetText } from './indicator-words.ts'
import { registerSentences, unitStateWords } from './report-register.ts'
import { spanLine, timeAndDay } from './report-wording.ts'

type Code = Programme['appendices'][number]['code']

const romanNumbers = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

export function assembleAppendices(source: ReportSource, fill: (text: string) => string): Appendix[] {
  const { programme, profile } = source
  const many = programme.appendices.length > 1
  return programme.appendices.map((appendix, index) => ({
    title: many ? `Phụ lục ${profile.appendix.number === 'roman' ? romanNumbers[index] : index + 1}` : 'Phụ lục',
    name: appendix.heading.vi.toUpperCase(),
    attached: fill(profile.appendix.attachedText),
    orientation: appendix.orientation,
    parts: partsOf[appendix.code](source),
  }))
}

/** What one appendix holds, wherever it stands. */
export const appendixParts = (code: Code, source: ReportSource): AppendixPart[] => partsOf[code](source)

const partsOf: Readonly<Record<Code, (source: ReportSource) => AppendixPart[]>> = {
  indicators: (source) => [lead(comparedSpan(source)), table(indicatorTable(source)), ...crossChecks(source), ...methodNotes(source)],
  units: assembleUnitTable,
  tasks: assembleTaskTable,
  adjustments: assembleSettled,
  late_and_missing: lateAndMissing,
}

const lead = (text: string): AppendixPart => ({ kind: 'text', text, style: 'lead' })
const note = (text: string): AppendixPart => ({ kind: 'text', text, style: 'note' })
const subtitle = (text: string): AppendixPart => ({ kind: 'text', text, style: 'subtitle' })
const table = (content: Table, fixedColumns = 2): AppendixPart => ({ kind: 'table', table: content, fixedColumns })

function indicatorTable(source: ReportSource): Table {
  const isCompared = hasEarlier(source)
  const percent = (text: string, form: string): string =>
    form === 'percent' ? `${formatDecimal(shortDecimal(text))}%` : formatDecimal(shortDecimal(text))
  return {
    columns: [
      { head: 'TT', align: 'center', share: 0 },
      { head: 'Chỉ tiêu', align: 'left', share: 30 },
      { head: 'Đơn vị tính', align: 'center', share: 14 },
      { head: 'Số đạt', align: 'right', share: 0 },
      { head: 'Tổng số', align: 'right', share: 0 },
      { head: 'Kết quả', align: 'center', share: 0 },
      { head: 'Mục tiêu', align: 'center', share: 0 },
      { head: 'Kết luận', align: 'left', share: 18 },
      { head: 'Số liệu, khoảng còn có thể', align: 'left', share: 18 },
      ...(isCompared ? [{ head: 'So với kỳ trước', align: 'left' as const, share: 20 }] : []),
    ],
    rows: judgeIndicators(source).map(({ indicator, figures, words, rate }, index) => {
      const { low, high } = figures.bounds
      const isPartial = figures.coverage.reported < figures.coverage.expected
      const range = isPartial && low !== null && high !== null ? `; ${percent(low, indicator.form)} – ${percent(high, indicator.form)}` : ''
      return {
        cells: [
          String(index + 1),
          indicator.label.vi,
          unitOfCountTexts[indicator.unitOfCount].vi,
          formatCount(figures.numerator),
          formatCount(figures.denominator),
          rate,
          targetText(indicator),
          words,
          `${coverageWords(figures.coverage)}${range}`,
          ...(isCompared ? [comparisonCell(source, indicator) || '–'] : []),
        ],
      }
    }),
  }
}

/** Four decimals are for machines; two say what a reader needs of a range. */
const shortDecimal = (text: string): string => text.replace(/^(\d+\.\d\d)\d*$/, '$1')

const lineNames = {
  territorial: 'Cấp ủy xã, phường',
  federation: 'Liên đoàn Lao động tỉnh',
  government: 'Đảng ủy UBND tỉnh',
  front: 'MTTQ tỉnh',
  advisory: 'Cơ quan tham mưu',
  other: 'Tuyến khác',
} as const

/** Other lines' figures stand beside the summed ones; below full coverage nobody says that they differ. */
function crossChecks({ programme, figures }: ReportSource): AppendixPart[] {
  const rows = figures.crossChecks.flatMap((check): TableRow[] => {
    const indicator = programme.indicators.find(({ code }) => code === check.code)
    const own = figures.indicators.find(({ code }) => code === check.code)
    if (!indicator || !own || check.coverage.reported === 0) return []
    const complete = own.coverage.reported === own.coverage.expected
    const pair = (numerator: number, denominator: number): string => `${formatCount(numerator)}/${formatCount(denominator)}`
    const agrees = own.numerator === check.numerator && own.denominator === check.denominator
    return [
      {
        cells: [
          '',
          indicator.label.vi,
          lineNames[check.line],
          pair(own.numerator, own.denominator),
          pair(check.numerator, check.denominator),
          !complete
            ? 'Chưa đủ để đối chiếu'
            : agrees
              ? 'Khớp'
              : `Lệch ${difference(own.numerator, check.numerator)}; ${difference(own.denominator, check.denominator)}`,
        ],
      },
    ]
  })
  if (rows.length === 0) return []
  return [
    subtitle('Số liệu đối chiếu giữa các tuyến báo cáo (không cộng vào kết quả)'),
    table({
      columns: [
        { head: 'TT', align: 'center', share: 0 },
        { head: 'Chỉ tiêu', align: 'left', share: 40 },
        { head: 'Tuyến đối chiếu', align: 'left', share: 20 },
        { head: 'Số tổng hợp', align: 'right', share: 0 },
        { head: 'Số đối chiếu', align: 'right', share: 0 },
        { head: 'Nhận xét', align: 'left', share: 20 },
      ],
      rows: rows.map((row, index) => ({ cells: [String(index + 1), ...row.cells.slice(1)] })),
    }),
  ]
}

const difference = (own: number, other: number): string =>
  `${other > own ? '+' : other < own ? '-' : ''}${formatCount(Math.abs(other - own))}`

const hasEarlier = ({ earlier }: ReportSource): boolean => relations.some((relation) => earlier[relation] !== null)

/** A note that several indicators share stands once, with their numbers before it. */
const comparedHow =
  'So sánh: lấy hiệu hai tỷ lệ cùng số chữ số thập phân; không so sánh khi chuỗi số liệu bị gián đoạn, cách tính thay đổi hoặc tỷ lệ đơn vị có số liệu của hai kỳ chênh lệch quá 05 điểm %.'

/** Of which days the figures are, and that nothing came before them. */
const comparedSpan = (source: ReportSource): string =>
  `${spanLine(source.period)}${hasEarlier(source) ? '' : ' Chưa có kỳ trước để so sánh.'}`

function methodNotes(source: ReportSource): AppendixPart[] {
  const { programme } = source
  const numbersOf = new Map<string, number[]>()
  for (const [index, indicator] of programme.indicators.entries())
    for (const { vi } of indicator.methodNotes) numbersOf.set(vi, [...(numbersOf.get(vi) ?? []), index + 1])
  const lines = [...numbersOf].toSorted(([, a], [, b]) => b.length - a.length || a[0]! - b[0]!)
  const whom = (numbers: readonly number[]): string =>
    numbers.length === programme.indicators.length ? 'Các chỉ tiêu' : `Chỉ tiêu ${numbers.join(', ')}`
  return [
    subtitle('Ghi chú phương pháp'),
    ...lines.map(([text, numbers]) => note(`- ${whom(numbers)}: ${text}`)),
    ...(hasEarlier(source) ? [note(`- ${comparedHow}`)] : []),
  ]
}

function lateAndMissing({ units, period }: ReportSource): AppendixPart[] {
  const listed = units.filter((unit) => unit.state !== 'on_time')
  const due = lead(`${withoutCitations(registerSentences(units).join(' '))} Thời hạn gửi báo cáo: ${timeAndDay(period.dueAt)}.`)
  if (listed.length === 0) return [due, lead('Tất cả các đơn vị gửi báo cáo đúng thời hạn.')]
  return [
    due,
    table({
      columns: [
        { head: 'TT', align: 'center', share: 0 },
        { head: 'Đơn vị', align: 'left', share: 40 },
        { head: 'Thời điểm nhận', align: 'left', share: 30 },
        { head: 'Tình trạng', align: 'left', share: 30 },
      ],
      rows: listed.map((unit, index) => ({
        cells: [String(index + 1), unit.name, unit.receivedAt === null ? '' : timeAndDay(unit.receivedAt), unitStateWords(unit, period)],
      })),
    }),
  ]
}
