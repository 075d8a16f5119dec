import type { ReportDecision } from '../domain/report-judgements.ts'
import type { AppendixPart, ReportAdjustment, ReportSource, TableRow } from '../domain/report.ts'
import { adjustmentBasisTexts } from '../messages/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { readingWords, sentence, shortDay } from './report-wording.ts'
import { withoutName } from './without-name.ts'

const lead = (text: string): AppendixPart => ({ kind: 'text', text, style: 'lead' })

/** What was reconciled: figures that were adjusted, and differences that were settled without changing a figure. */
export function assembleSettled(source: ReportSource): AppendixPart[] {
  const { adjustments, judgements } = source
  if (adjustments.length + judgements.decisions.length === 0) return [lead('Trong kỳ không có số liệu nào được điều chỉnh.')]
  return [...adjustedPart(source), ...decidedPart(source)]
}

/** `Biên bản ngày 18/6/2026`: the day of the minutes where the application made them. */
function basisWords({ judgements }: ReportSource, unit: string | null, basis: ReportDecision['basis']): string {
  if (basis === null) return ''
  const day = basis === 'minutes' && unit !== null ? judgements.minutes[unit] : undefined
  return `${adjustmentBasisTexts[basis].vi}${day === undefined ? '' : ` ngày ${shortDay(day)}`}`
}

function adjustedPart(source: ReportSource): AppendixPart[] {
  const { programme, units, adjustments } = source
  if (adjustments.length === 0) return [lead('Trong kỳ không có số liệu nào được điều chỉnh.')]
  const nameOf = new Map(units.map((unit) => [unit.code, unit.name]))
  const labelOf = new Map(programme.fields.map((field) => [field.code, field.label.vi]))
  const row = (adjustment: ReportAdjustment, index: number): TableRow => ({
    cells: [
      String(index + 1),
      nameOf.get(adjustment.unit) ?? adjustment.unit,
      labelOf.get(adjustment.field) ?? adjustment.field,
      readingWords(adjustment.reported),
      `${formatCount(adjustment.value)}${adjustment.state === 'suspended' ? ' (tạm dừng, chờ xác nhận lại)' : ''}`,
      basisWords(source, adjustment.unit, adjustment.basis),
      adjustment.reason,
    ],
  })
  return [
    lead(`Có ${formatSmallCount(adjustments.length)} số liệu được điều chỉnh; số do đơn vị báo cáo được giữ nguyên trong hồ sơ.`),
    {
      kind: 'table',
      fixedColumns: 2,
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Đơn vị', align: 'left', share: 18 },
          { head: 'Mục số liệu', align: 'left', share: 28 },
          { head: 'Số đơn vị báo cáo', align: 'right', share: 12 },
          { head: 'Số điều chỉnh', align: 'right', share: 12 },
          { head: 'Căn cứ', align: 'left', share: 12 },
          { head: 'Lý do', align: 'left', share: 26 },
        ],
        rows: adjustments.map(row),
      },
    },
  ]
}

const decidedWords = { kept: 'Giữ số của đơn vị', waived: 'Không xử lý tiếp' } as const

function decidedPart(source: ReportSource): AppendixPart[] {
  const { decisions } = source.judgements
  if (decisions.length === 0) return []
  const nameOf = new Map(source.units.map((unit) => [unit.code, unit.name]))
  return [
    { kind: 'text', text: 'Chênh lệch đã xem xét, không điều chỉnh số liệu', style: 'subtitle' },
    {
      kind: 'table',
      fixedColumns: 2,
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Đơn vị', align: 'left', share: 16 },
          { head: 'Nội dung', align: 'left', share: 38 },
          { head: 'Kết quả xử lý', align: 'left', share: 13 },
          { head: 'Căn cứ', align: 'left', share: 12 },
          { head: 'Lý do', align: 'left', share: 24 },
        ],
        rows: decisions.map((decision, index) => ({
          cells: [
            String(index + 1),
            decision.unit === null ? 'Toàn tỉnh' : (nameOf.get(decision.unit) ?? decision.unit),
            sentence(withoutName(decision.about, nameOf.get(decision.unit ?? ''))),
            decidedWords[decision.decision],
            basisWords(source, decision.unit, decision.basis),
            decision.reason,
          ],
        })),
      },
    },
  ]
}
