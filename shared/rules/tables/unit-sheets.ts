import type { Reading } from '../../domain/figure.ts'
import type { Indicator } from '../../domain/programme.ts'
import type { ReportAdjustment, ReportSource, ReportUnit } from '../../domain/report.ts'
import type { FigureOrigins, ReportSheet, SheetCell, SheetLine } from '../../domain/report-tables.ts'
import { cellAddress } from '../../domain/workbook.ts'
import { adjustmentBasisTexts } from '../../messages/report.ts'
import { poolUnit } from '../pool-indicator.ts'
import { unitStateWords } from '../report-register.ts'
import { readingWords, timeAndDay } from '../report-wording.ts'
import { rateFormat } from './rate-format.ts'
import { headLines, type SheetHead } from './table-lines.ts'
import { down, firstFieldColumn, firstUnitRow, on, planUnitRows, totalRow, unitSheets, type UnitRows } from './unit-rows.ts'

const count = '#,##0'
const adjustedCount = '#,##0"*"'
const nil = readingWords({ state: 'nil', value: null })
const keyedMark = '(nhập thay)'
const evidenceWords = 'Số liệu đối chiếu của các tuyến khác (không cộng vào tổng số)'
const leading = [
  { width: 6, align: 'center' },
  { width: 34, align: 'left' },
] as const

/** Every figure in effect by unit; sums are formulas over the units that are added up. */
export function unitSheet(source: ReportSource, head: SheetHead): ReportSheet {
  const { programme, figures, adjustments } = source
  const rows = planUnitRows(source)
  const active = new Map(adjustments.filter(({ state }) => state === 'active').map((one) => [`${one.unit} ${one.field}`, one]))
  const totals = programme.fields.map(({ code }, index): SheetCell => {
    const range = down(firstFieldColumn + index, rows)
    // Nobody's figure is no zero.
    return { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, result: figures.fields[code] ?? '', format: count }
  })
  const row = (unit: ReportUnit, index: number): SheetLine => ({
    kind: 'body',
    cells: [
      String(index + 1),
      nameOf(unit),
      unitStateWords(unit, source.period),
      ...programme.fields.map(({ code }) => figureCell(unit, unit.readings[code], active.get(`${unit.code} ${code}`))),
    ],
  })
  return sheetOfUnits(unitSheets.figures, rows, {
    head,
    columns: [{ width: 18, align: 'left' }, ...programme.fields.map(() => ({ width: 13, align: 'right' }) as const)],
    heads: ['Tình trạng', ...programme.fields.map(({ label }) => label.vi)],
    total: ['TỔNG SỐ', null, ...totals],
    row,
  })
}

const nameOf = ({ name, keyed }: ReportUnit): string => (keyed ? `${name} ${keyedMark}` : name)

/** States in words, never as zero; nothing at all for a unit that has not reported. */
function figureCell(unit: ReportUnit, reading: Reading | undefined, adjustment: ReportAdjustment | undefined): SheetCell {
  if (Object.keys(unit.readings).length === 0) return null
  const shown: Reading = reading ?? { state: 'blank', value: null }
  if (shown.state !== 'value') return readingWords(shown)
  if (!adjustment) return { number: shown.value!, format: count }
  const { reported, basis, reason } = adjustment
  return {
    number: shown.value!,
    format: adjustedCount,
    marked: true,
    note: `Số đơn vị báo cáo: ${readingWords(reported)}. Điều chỉnh theo ${adjustmentBasisTexts[basis].vi.toLowerCase()}: ${reason}`,
  }
}

/** Who counts in which indicator, by the rule itself: a unit enters when both its counts are there. */
export function countedSheet(source: ReportSource, head: SheetHead): ReportSheet {
  const { programme, figures } = source
  const rows = planUnitRows(source)
  const columnOf = new Map(programme.fields.map(({ code }, index) => [code, firstFieldColumn + index]))
  const cellsOf = (indicator: Indicator, unit: ReportUnit, row: number, column: number): SheetCell[] => {
    if (unit.line !== indicator.line) return [null, null, null]
    const { reported, numerator, denominator } = poolUnit(unit.readings[indicator.numerator], unit.readings[indicator.denominator])
    const top = on(unitSheets.figures, row, columnOf.get(indicator.numerator)!)
    const bottom = on(unitSheets.figures, row, columnOf.get(indicator.denominator)!)
    const both = `AND(OR(ISNUMBER(${top}),${top}="${nil}"),OR(ISNUMBER(${bottom}),${bottom}="${nil}"))`
    const counted = (cell: string, result: number): SheetCell => ({
      formula: `IF(${both},N(${cell}),"")`,
      result: reported > 0 ? result : '',
      format: count,
    })
    const [own, whole] = [cellAddress(row, column), cellAddress(row, column + 1)]
    return [
      counted(top, numerator),
      counted(bottom, denominator),
      {
        formula: `IF(N(${whole})=0,"",${own}/${whole})`,
        result: reported > 0 && denominator > 0 ? numerator / denominator : '',
        format: rateFormat({ numerator, denominator }, indicator),
      },
    ]
  }
  const columnsOf = (index: number): number => firstFieldColumn - 1 + 3 * index
  return sheetOfUnits(
    unitSheets.counted,
    { ...rows, evidence: [] },
    {
      head,
      columns: programme.indicators.flatMap(() => [13, 13, 12].map((width) => ({ width, align: 'right' }) as const)),
      heads: programme.indicators.flatMap(({ shortLabel: { vi } }) => [`${vi}: số đạt`, `${vi}: tổng số`, `${vi}: kết quả`]),
      total: [
        'TOÀN TỈNH',
        ...programme.indicators.flatMap((indicator, index): SheetCell[] => {
          const own = figures.indicators[index]!
          const column = columnsOf(index)
          return [...sums(own, rows, column), rateCell(own, indicator, cellAddress(totalRow, column), cellAddress(totalRow, column + 1))]
        }),
      ],
      row: (unit, index) => ({
        kind: 'body',
        cells: [
          String(index + 1),
          nameOf(unit),
          ...programme.indicators.flatMap((indicator, place) => cellsOf(indicator, unit, firstUnitRow + index, columnsOf(place))),
        ],
      }),
    },
  )
}

type Counts = { numerator: number; denominator: number }

const sums = ({ numerator, denominator }: Counts, rows: UnitRows, column: number, sheet?: string): SheetCell[] => [
  { formula: `SUM(${down(column, rows, sheet)})`, result: numerator, format: count },
  { formula: `SUM(${down(column + 1, rows, sheet)})`, result: denominator, format: count },
]

const rateCell = (own: Counts, indicator: Indicator, top: string, bottom: string): SheetCell => ({
  formula: `IF(${bottom}=0,"–",${top}/${bottom})`,
  result: own.denominator === 0 ? '–' : own.numerator / own.denominator,
  format: rateFormat(own, indicator),
})

/** The province's numerator, denominator and rate of the indicator at `index`, for a cell block that begins at `row`, `column`. */
export function provinceCells(source: ReportSource, index: number, row: number, column: number): SheetCell[] {
  const own = source.figures.indicators[index]!
  return [
    ...sums(own, planUnitRows(source), firstFieldColumn - 1 + 3 * index, unitSheets.counted),
    rateCell(own, source.programme.indicators[index]!, cellAddress(row, column), cellAddress(row, column + 1)),
  ]
}

/** Where each number of the sheet of figures stands in the unit's own file. */
export function originsSheet(source: ReportSource, origins: FigureOrigins, head: SheetHead): ReportSheet {
  const { fields } = source.programme
  return sheetOfUnits(unitSheets.origins, planUnitRows(source), {
    head,
    columns: [{ width: 44, align: 'left' }, ...fields.map(() => ({ width: 18, align: 'left' }) as const)],
    heads: ['Tệp đã nhận', ...fields.map(({ label }) => label.vi)],
    total: [null, ...fields.map(() => null)],
    row: (unit, index) => {
      const origin = origins[unit.code]
      const received = unit.receivedAt === null ? '' : `, nhận ${timeAndDay(unit.receivedAt)}`
      return {
        kind: 'body',
        cells: [
          String(index + 1),
          nameOf(unit),
          origin ? `${origin.fileName} (bản ${origin.version}${received})` : unitStateWords(unit, source.period),
          ...fields.map(({ code }) => origin?.cells[code] ?? null),
        ],
      }
    },
  })
}

type UnitSheetParts = {
  head: SheetHead
  columns: ReportSheet['columns']
  heads: readonly string[]
  total: readonly SheetCell[]
  row: (unit: ReportUnit, index: number) => SheetLine
}

function sheetOfUnits(name: string, rows: UnitRows, { head, columns, heads, total, row }: UnitSheetParts): ReportSheet {
  const { summed, evidence } = rows
  const body = summed.map(row)
  // The sums need a row to stand over.
  if (body.length === 0) body.push({ kind: 'body', cells: [null] })
  return {
    name,
    orientation: 'landscape',
    columns: [...leading, ...columns],
    frozen: { lines: totalRow, columns: 2 },
    lines: [
      ...headLines(head),
      { kind: 'head', cells: ['TT', 'Đơn vị', ...heads] },
      { kind: 'total', cells: [null, ...total] },
      ...body,
      ...(evidence.length === 0 ? [] : [{ kind: 'group', cells: [null, evidenceWords] } as const, ...evidence.map(row)]),
    ],
  }
}
