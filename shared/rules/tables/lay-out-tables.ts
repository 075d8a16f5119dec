import type { ReportSource } from '../../domain/report.ts'
import type { FigureOrigins, ReportSheet, ReportWorkbook, SheetCell, SheetLine } from '../../domain/report-tables.ts'
import { adjustmentBasisTexts, unitOfCountTexts } from '../../messages/report.ts'
import { appendixParts } from '../assemble-appendices.ts'
import { comparisonCell } from '../assemble-comparisons.ts'
import { judgeIndicators } from '../assemble-indicators.ts'
import { fullSubject, withCleanTexts } from '../assemble-report.ts'
import { checkReportSource } from '../check-report-source.ts'
import { withHouseSpellingOfTables } from '../house-spelling.ts'
import { coverageWords, targetText } from '../indicator-words.ts'
import { readingWords, spanLine, timeAndDay } from '../report-wording.ts'
import { showBounds } from '../show-bounds.ts'
import { columnsOfTable, headLines, linesOfParts, text, type SheetHead } from './table-lines.ts'
import { countedSheet, originsSheet, provinceCells, unitSheet } from './unit-sheets.ts'

type TablesOrder = {
  source: ReportSource
  origins: FigureOrigins
  /** When the figures were fixed, and the code on the slip; null for a draft. */
  frozen: { at: string; code: string } | null
}

/**
 * TB1–TB4: the appendices of a report as one workbook. Sums and rates are formulas with the results that the report prints;
 * verdicts are words of the engine. Refuses with `report.source_broken | figures_disagree`.
 */
export function layOutTables({ source, origins, frozen }: TablesOrder): ReportWorkbook {
  checkReportSource(source)
  const { programme, period, kind } = source
  const subject = `Báo cáo ${fullSubject(kind, programme, period)}`
  const standing = frozen ? `Số liệu đã chốt lúc ${timeAndDay(frozen.at)}, mã kiểm chứng ${frozen.code}.` : 'Dự thảo: số liệu chưa chốt.'
  const head = (title: string, how: string): SheetHead => ({ title, lead: [subject, `${spanLine(period)} ${standing} ${how}`.trim()] })
  const dataMark = source.sample ? 'DỮ LIỆU MẪU' : source.trial ? 'DỮ LIỆU THỬ NGHIỆM' : null
  const units = (): ReportSheet[] => [
    indicatorSheet(source, head('01. Kết quả thực hiện các chỉ tiêu', '')),
    unitSheet(
      source,
      head('02. Số liệu theo đơn vị', 'Dấu * và ô nền vàng: số đã điều chỉnh, ghi chú trong ô cho biết số đơn vị báo cáo.'),
    ),
    countedSheet(
      source,
      head('02a. Đơn vị được tính vào từng chỉ tiêu', 'Đơn vị được tính khi có đủ hai số; "Không phát sinh" tính là 0.'),
    ),
  ]
  const places = head('Nguồn số liệu', 'Mỗi ô cho biết trang tính và ô trong tệp của đơn vị, cùng vị trí với bảng 02.')
  // A thematic report can be about tasks alone, or about indicators alone.
  const [hasCounts, hasTasks] = [programme.indicators.length > 0, programme.tasks.length > 0]
  const sheets = [
    ...(hasCounts ? units() : []),
    ...(hasTasks ? [taskSheet(source, head('03. Kết quả thực hiện các nhiệm vụ', ''))] : []),
    adjustmentSheet(source, head('04. Số liệu đã đối chiếu, điều chỉnh', 'Số do đơn vị báo cáo được giữ nguyên trong hồ sơ.')),
    lateSheet(source, head('05. Đơn vị gửi chậm, chưa gửi báo cáo', '')),
    ...(hasCounts ? [originsSheet(source, origins, places)] : []),
  ]
  const mark = [dataMark, frozen ? null : 'DỰ THẢO'].filter((part) => part !== null).join(' · ') || null
  const tables = { title: subject, mark, writtenAt: frozen?.at ?? source.generatedAt, sheets }
  return withHouseSpellingOfTables(withCleanTexts(tables), source, origins)
}

const indicatorColumns = [
  { head: 'TT', width: 6, align: 'center' },
  { head: 'Chỉ tiêu', width: 44, align: 'left' },
  { head: 'Đơn vị tính', width: 14, align: 'center' },
  { head: 'Số đạt', width: 13, align: 'right' },
  { head: 'Tổng số', width: 13, align: 'right' },
  { head: 'Kết quả', width: 12, align: 'right' },
  { head: 'Mục tiêu', width: 12, align: 'center' },
  { head: 'Kết luận', width: 28, align: 'left' },
  { head: 'Số liệu', width: 22, align: 'left' },
  { head: 'Khoảng còn có thể', width: 17, align: 'center' },
  { head: 'So với kỳ trước', width: 28, align: 'left' },
] as const

function indicatorSheet(source: ReportSource, head: SheetHead): ReportSheet {
  const above = headLines(head)
  const body = judgeIndicators(source).map(({ indicator, figures, words }, index): SheetLine => {
    const isPartial = figures.coverage.reported < figures.coverage.expected
    const cells: SheetCell[] = [
      String(index + 1),
      indicator.label.vi,
      unitOfCountTexts[indicator.unitOfCount].vi,
      ...provinceCells(source, index, above.length + 2 + index, 4),
      targetText(indicator),
      words,
      coverageWords(figures.coverage),
      (isPartial && showBounds(figures.bounds, indicator, 'vi')) || null,
      comparisonCell(source, indicator) || null,
    ]
    return { kind: 'body', cells }
  })
  // The printed appendix begins with the same table; what stands below it is told here as well.
  const parts = appendixParts('indicators', source)
  const below = parts.slice(parts.findIndex(({ kind }) => kind === 'table') + 1)
  return {
    name: '01 Chỉ tiêu',
    orientation: 'landscape',
    columns: indicatorColumns,
    frozen: { lines: above.length + 1, columns: 2 },
    lines: [...above, { kind: 'head', cells: indicatorColumns.map((column) => column.head) }, ...body, ...linesOfParts(below)],
  }
}

function taskSheet(source: ReportSource, head: SheetHead): ReportSheet {
  return sheetOfParts('03 Nhiệm vụ', 'landscape', head, appendixParts('tasks', source).slice(1))
}

function lateSheet(source: ReportSource, head: SheetHead): ReportSheet {
  return sheetOfParts('05 Chậm, chưa gửi', 'portrait', head, appendixParts('late_and_missing', source))
}

const wholeWidth = { portrait: 80, landscape: 120 } as const

function sheetOfParts(
  name: string,
  orientation: ReportSheet['orientation'],
  head: SheetHead,
  parts: ReturnType<typeof appendixParts>,
): ReportSheet {
  const above = headLines(head)
  const at = parts.findIndex(({ kind }) => kind === 'table')
  const part = parts[at]
  return {
    name,
    orientation,
    columns:
      part?.kind === 'table' ? columnsOfTable(part.table, wholeWidth[orientation]) : [{ width: wholeWidth[orientation], align: 'left' }],
    frozen: { lines: at < 0 ? 0 : above.length + at + 1, columns: 0 },
    lines: [...above, ...linesOfParts(parts)],
  }
}

const adjustmentColumns = [
  { head: 'TT', width: 6, align: 'center' },
  { head: 'Đơn vị', width: 28, align: 'left' },
  { head: 'Mục số liệu', width: 40, align: 'left' },
  { head: 'Số đơn vị báo cáo', width: 16, align: 'right' },
  { head: 'Số điều chỉnh', width: 16, align: 'right' },
  { head: 'Tình trạng', width: 20, align: 'left' },
  { head: 'Căn cứ', width: 16, align: 'left' },
  { head: 'Lý do', width: 44, align: 'left' },
] as const

function adjustmentSheet(source: ReportSource, head: SheetHead): ReportSheet {
  const { programme, units, adjustments } = source
  const nameOf = new Map(units.map(({ code, name }) => [code, name]))
  const labelOf = new Map(programme.fields.map(({ code, label }) => [code, label.vi]))
  const number = (value: number): SheetCell => ({ number: value, format: '#,##0' })
  const above = headLines(head)
  // Settled without changing a figure: as it is printed below the adjusted ones.
  const parts = appendixParts('adjustments', source)
  const settled = parts.findIndex((part) => part.kind === 'text' && part.style === 'subtitle')
  const body = adjustments.map(({ unit, field, reported, value, state, basis, reason }, index): SheetLine => ({
    kind: 'body',
    cells: [
      String(index + 1),
      nameOf.get(unit) ?? unit,
      labelOf.get(field) ?? field,
      reported.state === 'value' ? number(reported.value!) : readingWords(reported),
      number(value),
      state === 'suspended' ? 'Tạm dừng, chờ xác nhận lại' : 'Đang dùng',
      adjustmentBasisTexts[basis].vi,
      reason,
    ],
  }))
  return {
    name: '04 Điều chỉnh',
    orientation: 'landscape',
    columns: adjustmentColumns,
    frozen: { lines: above.length + 1, columns: 0 },
    lines: [
      ...above,
      { kind: 'head', cells: adjustmentColumns.map((column) => column.head) },
      ...(body.length > 0 ? body : [text('note', 'Trong kỳ không có số liệu nào được điều chỉnh.')]),
      ...linesOfParts(settled < 0 ? [] : parts.slice(settled)),
    ],
  }
}
