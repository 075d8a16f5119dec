import { countedValue } from '../../domain/figure.ts'
import type { MappingReading } from '../../domain/layout-mapping.ts'
import type { PlainCell } from '../../domain/workbook.ts'
import { profileCounts } from '../../vietnamese/profile-counts.ts'
import { readCount, type CountOptions } from '../../vietnamese/read-count.ts'
import type { FoundTable } from './find-tables.ts'

/** What a cell of a table adds to a sum; undefined where nothing is counted there. */
export type CellReader = (table: FoundTable, row: number, column: number) => number | undefined

type ColumnOptions = Pick<CountOptions, 'separators' | 'dots' | 'encoding'>
/** How the numbers of a column are read; found once for each. */
export type ColumnManner = (table: FoundTable, column: number) => ColumnOptions

/**
 * What a person settled goes before what the column shows, and that before what the columns beside it show.
 */
export function columnManner(reading: MappingReading): ColumnManner {
  const { encoding } = reading
  if (reading.separators !== 'ask') {
    const settled: ColumnOptions = { separators: reading.separators, dots: 'groups', encoding }
    return () => settled
  }
  const made = new Map<FoundTable, Map<number, ColumnOptions>>()
  return (table, column) => {
    let columns = made.get(table)
    if (!columns) made.set(table, (columns = new Map()))
    let options = columns.get(column)
    if (!options) columns.set(column, (options = profileColumn(table, column, encoding)))
    return options
  }
}

function profileColumn(table: FoundTable, column: number, encoding: MappingReading['encoding']): ColumnOptions {
  const values = table.columns.filter(({ head }) => head.kind === 'value' && head.part !== 'percent')
  const cellsOf = (wanted: number): (PlainCell | undefined)[] => table.rows.map(({ row }) => table.grid.cellAt(row, wanted))
  const neighbours = values.flatMap((one) => (one.column === column ? [] : cellsOf(one.column)))
  const { separators, dots } = profileCounts(cellsOf(column), { neighbours, encoding })
  return { separators, dots, encoding }
}

export const cellReader =
  (manner: ColumnManner, date1904: boolean): CellReader =>
  (table, row, column) => {
    const cell = table.grid.cellAt(row, column)
    return cell && countedValue(readCount(cell, { ...manner(table, column), date1904 }).reading)
  }
