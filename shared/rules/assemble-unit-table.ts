import type { AppendixPart, ReportSource, ReportUnit, TableRow } from '../domain/report.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { unitStateWords } from './report-register.ts'
import { readingLegend, readingSign, spanLine } from './report-wording.ts'

const keyedMark = '(nhập thay)'
const keyedLegend = `${keyedMark}: số liệu do cơ quan nhập thay từ văn bản hoặc điện thoại của đơn vị, đã có người thứ hai kiểm tra.`

/** A row per unit and a column per field. Units of the summed line stand under one total; other lines are evidence below it. */
export function assembleUnitTable(source: ReportSource): AppendixPart[] {
  const { programme, units, period } = source
  const summedLines = new Set(programme.indicators.map((indicator) => indicator.line))
  const summed = units.filter((unit) => summedLines.has(unit.line))
  const evidence = units.filter((unit) => !summedLines.has(unit.line) && Object.keys(unit.readings).length > 0)
  const adjusted = new Set(source.adjustments.filter(({ state }) => state === 'active').map(({ unit, field }) => `${unit} ${field}`))
  const row = (unit: ReportUnit, index: number): TableRow => unitRow(source, unit, index, adjusted)
  const rows: TableRow[] = [
    { cells: ['', 'TỔNG SỐ', ...programme.fields.map((field) => totalOf(source, field.code))], style: 'total' },
    ...summed.map(row),
    ...(evidence.length > 0
      ? [
          { cells: ['', 'Số liệu đối chiếu của các tuyến khác (không cộng vào tổng số)'], spanFrom: 1, style: 'group' as const },
          ...evidence.map(row),
        ]
      : []),
  ]
  return [
    {
      kind: 'text',
      text: [spanLine(period), readingLegend, ...(units.some(({ keyed }) => keyed) ? [keyedLegend] : [])].join(' '),
      style: 'lead',
    },
    {
      kind: 'table',
      fixedColumns: 2,
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Đơn vị', align: 'left', share: 0 },
          ...programme.fields.map((field) => ({ head: field.label.vi, align: 'right' as const, share: Math.sqrt(field.label.vi.length) })),
        ],
        rows,
      },
    },
  ]
}

/** Nobody's figure is no zero. */
function totalOf({ figures }: ReportSource, field: string): string {
  const total = figures.fields[field]
  if (total === null || total === undefined) return ''
  return formatCount(total)
}

function unitRow({ programme, period }: ReportSource, unit: ReportUnit, index: number, adjusted: ReadonlySet<string>): TableRow {
  const head = [String(index + 1), unit.keyed ? `${unit.name} ${keyedMark}` : unit.name]
  if (Object.keys(unit.readings).length === 0) return { cells: [...head, unitStateWords(unit, period)], spanFrom: 2 }
  return {
    cells: [
      ...head,
      ...programme.fields.map(({ code }) => `${readingSign(unit.readings[code])}${adjusted.has(`${unit.code} ${code}`) ? '*' : ''}`),
    ],
  }
}
