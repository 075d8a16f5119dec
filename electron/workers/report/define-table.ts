import type { LayoutProfile, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Table, TableRow } from '../../../shared/domain/report.ts'
import { breakText } from './break-text.ts'
import { figureStart, lineUpFigures, splitFigure, type LineUp } from './line-up-figures.ts'
import { sheetOf } from './measures.ts'
import type { Measure } from './measures.ts'
import { plainStyle, textStyle } from './node-style.ts'
import type { Node } from './node-style.ts'
import { wholeWords } from './whole-words.ts'

const cellPadding = 4
const lineWidth = 0.5
const paddingTop = 2
const paddingBottom = 3
/** Between a table or a chart and what follows it. */
export const spaceBelow = 10

const tableLayout = {
  hLineWidth: () => lineWidth,
  vLineWidth: () => lineWidth,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
  paddingTop: () => paddingTop,
  paddingBottom: () => paddingBottom,
}

type Columns = { widths: readonly number[]; lineUps: readonly (LineUp | undefined)[]; cell: TypeStyle; head: TypeStyle }

const styleOfRow = (row: TableRow, cell: TypeStyle): TypeStyle => ({ ...cell, bold: row.style !== undefined })

function planColumns(table: Table, profile: LayoutProfile, measure: Measure): Columns {
  const cell = plainStyle(profile.table.size)
  const head = { ...plainStyle(profile.table.headSize), bold: true }
  const lineUps = table.columns.map(({ align }, index) =>
    align === 'left'
      ? undefined
      : lineUpFigures(
          table.rows.map((row) => ({ text: row.cells[index] ?? '', style: styleOfRow(row, cell) })),
          (text, { style }) => measure.width(text, style),
        ),
  )
  const fixed = table.columns.map((column, index) =>
    column.share > 0
      ? 0
      : Math.max(
          measure.width(column.head, head),
          (lineUps[index]?.head ?? 0) + (lineUps[index]?.tail ?? 0),
          ...table.rows.map((row) => measure.width(row.cells[index] ?? '', styleOfRow(row, cell))),
        ) + 1,
  )
  // Numeric widths leave out padding and lines: what they take is taken off before the rest is shared.
  const outside = table.columns.length * (2 * cellPadding + lineWidth) + lineWidth
  const free = sheetOf(profile, 'portrait').contentWidth - outside - fixed.reduce((sum, width) => sum + width, 0)
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column, index) => (column.share > 0 ? (free * column.share) / shares : fixed[index]!))
  const fitting = lineUps.map((lineUp, index) => (lineUp && lineUp.head + lineUp.tail <= widths[index]! ? lineUp : undefined))
  return { widths, lineUps: fitting, cell, head }
}

export function defineTable(table: Table, profile: LayoutProfile, measure: Measure): Node {
  const columns = planColumns(table, profile, measure)
  const { widths, lineUps, cell, head } = columns
  const heights = table.rows.map((row) => rowHeight(row, columns, measure))
  const lastRows = heights.slice(-2).reduce((sum, height) => sum + height, 0)
  const staysWhole = heights.every((height) => height <= highest)
  return {
    margin: [0, 2, 0, spaceBelow],
    table: {
      headerRows: 1,
      keepWithHeaderRows: staysWhole ? 1 : 0,
      dontBreakRows: staysWhole,
      widths,
      ...(table.rows.length > 2 && lastRows <= highest ? { thLastRows: lastRows } : {}),
      body: [
        table.columns.map((column) => ({
          text: column.head,
          alignment: 'center',
          verticalAlignment: 'middle',
          ...textStyle(head),
        })),
        ...table.rows.map((row) =>
          row.cells.map((text, index) => {
            const style = styleOfRow(row, cell)
            const { align } = table.columns[index]!
            const [lineUp, split] = [lineUps[index], splitFigure(text)]
            return {
              text: wholeWords([{ text }], (words) => measure.width(words, style) <= widths[index]!),
              ...(lineUp && split && align !== 'left'
                ? { margin: [figureStart(align, widths[index]!, lineUp, measure.width(split.head, style)), 0, 0, 0] }
                : { alignment: align }),
              ...textStyle(style),
            }
          }),
        ),
      ],
    },
    layout: tableLayout,
  }
}

/** What is kept whole may be as high as this, in points: the library loses what of it does not fit on a page. */
const highest = 560

/** How high the head of a table stands with the first `rows` rows: what begins a table is not parted from what leads it in. */
export function tableHeight(table: Table, rows: number, profile: LayoutProfile, measure: Measure): number {
  const columns = planColumns(table, profile, measure)
  const head: TableRow = { cells: table.columns.map((column) => column.head), style: 'group' }
  return [head, ...table.rows.slice(0, rows)].reduce((sum, row) => sum + rowHeight(row, columns, measure), 0)
}

function rowHeight(row: TableRow, { widths, cell }: Columns, measure: Measure): number {
  const style = styleOfRow(row, cell)
  const lines = row.cells.map((text, index) => breakText(text, style, widths[index]!, measure).length)
  return Math.max(1, ...lines) * measure.lineHeight(style) + paddingTop + paddingBottom + lineWidth
}
