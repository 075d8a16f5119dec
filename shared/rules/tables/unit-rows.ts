import type { ReportSource, ReportUnit } from '../../domain/report.ts'
import { cellAddress } from '../../domain/workbook.ts'

/** A unit keeps its row on every sheet that lists units, and a field its column: a number, its calculation and its source lie one over the other. */
export const unitSheets = { figures: '02 Theo đơn vị', counted: '02a Tính chỉ tiêu', origins: 'Nguồn số liệu' } as const

/** Of the sums, under title, two lines and the heads. */
export const totalRow = 5
export const firstUnitRow = 6
/** Number, name and one column of words stand before the first field. */
export const firstFieldColumn = 4

export type UnitRows = {
  /** Units of lines that are added up, in protocol order. */
  summed: readonly ReportUnit[]
  /** Units of other lines that sent figures: evidence, never added up. */
  evidence: readonly ReportUnit[]
  /** Last row of the summed ones. */
  lastRow: number
}

export function planUnitRows({ programme, units }: Pick<ReportSource, 'programme' | 'units'>): UnitRows {
  const lines = new Set(programme.indicators.map(({ line }) => line))
  const summed = units.filter(({ line }) => lines.has(line))
  return {
    summed,
    evidence: units.filter(({ line, readings }) => !lines.has(line) && Object.keys(readings).length > 0),
    lastRow: firstUnitRow + Math.max(summed.length, 1) - 1,
  }
}

/** `'02 Theo đơn vị'!D6`. */
export const on = (sheet: string, row: number, column: number): string => `'${sheet}'!${cellAddress(row, column)}`

/** `'02 Theo đơn vị'!D6:D113`; without a sheet `D6:D113`. */
export const down = (column: number, { lastRow }: UnitRows, sheet?: string): string =>
  `${sheet === undefined ? '' : `'${sheet}'!`}${cellAddress(firstUnitRow, column)}:${cellAddress(lastRow, column)}`
