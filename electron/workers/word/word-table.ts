import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type ITableBordersOptions,
} from 'docx'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Bar, Table, TableColumn, TableRow as Row } from '../../../shared/domain/report.ts'
import { contentControl, roughWidth, twips, wordRun, type WordCounters } from './word-text.ts'

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders: Required<ITableBordersOptions> = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const cellMargins = { left: 80, right: 80, top: 20, bottom: 20 }
/** Of both cell margins, in points. */
const padding = 8
const leastNumberColumn = 46
/** Beyond that a table has so many cells that controls would make the file heavy to open. */
const mostControlledRows = 400

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const upright = (size: number, bold: boolean): TypeStyle => ({ size, bold, italic: false, underline: false })

export type TableSize = { width: number; size: number; headSize: number }

/** Tables as wide as the text; one that is wider comes in several blocks, its first columns in each. */
export function wordTables(table: Table, fixedColumns: number, size: TableSize, counters: WordCounters): (WordTable | Paragraph)[] {
  const number = ++counters.tables
  const natural = table.columns.map((column, index) => naturalWidth(table, column, index, size))
  return blocksOf(natural, fixedColumns, size.width).flatMap((columns, block) => [
    ...(block > 0 ? [new Paragraph({ children: [] })] : []),
    oneTable(table, columns, stretch(table, natural, columns, size.width), number, size, counters),
  ])
}

function naturalWidth(table: Table, column: TableColumn, index: number, { size, headSize }: TableSize): number {
  const widest = (text: string, of: number): number => Math.max(0, ...text.split(' ').map((word) => roughWidth(word, of)))
  const cells = table.rows.filter((row) => row.spanFrom === undefined || index < row.spanFrom).map((row) => row.cells[index] ?? '')
  const own = cells.map((text) => (column.share === 0 ? roughWidth(text, size) : widest(text, size)))
  return Math.max(widest(column.head, headSize), ...own) + padding
}

function blocksOf(natural: readonly number[], fixedColumns: number, width: number): number[][] {
  const all = natural.map((_, index) => index)
  const sum = (indexes: readonly number[]): number => indexes.reduce((total, index) => total + natural[index]!, 0)
  if (sum(all) <= width || all.length <= fixedColumns + 1) return [all]
  const fixed = all.slice(0, fixedColumns)
  const flexible = all.slice(fixedColumns)
  const widest = Math.max(...flexible.map((index) => Math.max(natural[index]!, leastNumberColumn)))
  const perBlock = Math.max(1, Math.floor((width - sum(fixed)) / widest))
  const even = Math.ceil(flexible.length / Math.ceil(flexible.length / perBlock))
  return Array.from({ length: Math.ceil(flexible.length / even) }, (_, at) => [...fixed, ...flexible.slice(at * even, (at + 1) * even)])
}

/** Columns without a share keep their width, the others divide the rest; in points. */
function stretch(table: Table, natural: readonly number[], columns: readonly number[], width: number): number[] {
  const shareOf = (index: number): number => table.columns[index]!.share
  const shares = columns.reduce((sum, index) => sum + shareOf(index), 0)
  const taken = columns.reduce((sum, index) => sum + (shareOf(index) === 0 ? natural[index]! : 0), 0)
  if (shares === 0 || taken >= width)
    return columns.map((index) => (natural[index]! * width) / columns.reduce((sum, one) => sum + natural[one]!, 0))
  return columns.map((index) => (shareOf(index) === 0 ? natural[index]! : ((width - taken) * shareOf(index)) / shares))
}

function oneTable(
  table: Table,
  columns: readonly number[],
  widths: readonly number[],
  number: number,
  { size, headSize }: TableSize,
  counters: WordCounters,
): WordTable {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((index, at) => wordCell(table.columns[index]!.head, upright(headSize, true), 'center', widths[at]!)),
  })
  const isControlled = table.rows.length <= mostControlledRows
  const rows = table.rows.map((row, line) => {
    const tagOf = (index: number): string | undefined => (isControlled ? `cell:${number}/${line + 1}/${index + 1}` : undefined)
    return wordRow(row, table, columns, widths, upright(size, row.style !== undefined), tagOf, counters)
  })
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: [head, ...rows],
  })
}

function wordRow(
  row: Row,
  table: Table,
  columns: readonly number[],
  widths: readonly number[],
  style: TypeStyle,
  tagOf: (index: number) => string | undefined,
  counters: WordCounters,
): TableRow {
  const { spanFrom } = row
  const own = columns.map((index, at) => ({ index, width: widths[at]! }))
  const single = own.filter(({ index }) => spanFrom === undefined || index < spanFrom)
  const spanned = own.slice(single.length)
  const cells = single.map(({ index, width }) =>
    wordCell(row.cells[index] ?? '', style, table.columns[index]!.align, width, { tag: tagOf(index), counters }),
  )
  if (spanFrom !== undefined && spanned.length > 0) {
    const width = spanned.reduce((sum, one) => sum + one.width, 0)
    cells.push(wordCell(row.cells[spanFrom] ?? '', style, table.columns[spanFrom]!.align, width, { span: spanned.length }))
  }
  return new TableRow({ cantSplit: true, children: cells })
}

type CellOptions = { tag?: string | undefined; counters?: WordCounters; span?: number }

/** A number in a table is a figure of its cell; other words are only words. */
function wordCell(text: string, style: TypeStyle, align: TableColumn['align'], width: number, options: CellOptions = {}): TableCell {
  const { tag, counters, span } = options
  const isNumber = /^[\d.,/%*+-]*\d[\d.,/%*+-]*$/u.test(text.trim())
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: cellMargins,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span !== undefined && span > 1 ? { columnSpan: span } : {}),
    children: [
      new Paragraph({
        alignment: alignments[align],
        run: { size: style.size * 2 },
        children: [
          tag !== undefined && counters !== undefined && isNumber ? contentControl(tag, text, style, counters) : wordRun(text, style),
        ],
      }),
    ],
  })
}

/** A bar is as long as so many narrow cells; its target is a line between two of them. */
const steps = 20
const grey = { value: '7f7f7f', track: 'e6e6e6' } as const

/** What a chart shows, as a table: name, a bar of shaded cells against its target, both as words. */
export function wordBars(bars: readonly Bar[], { width, size }: TableSize): WordTable {
  const style = upright(size, false)
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => roughWidth(text, size))) + padding + 4
  const values = widest(bars.map(({ valueText }) => valueText))
  const targets = widest(bars.map(({ targetText }) => `/ ${targetText}`))
  const label = (width - values - targets) * 0.48
  const step = (width - values - targets - label) / steps
  const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: '000000' }
  // Without it the bars of all rows run into one block.
  const gap: IBorderOptions = { style: BorderStyle.SINGLE, size: 36, color: 'FFFFFF' }
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [label, ...Array.from({ length: steps }, () => step), values, targets].map(twips),
    borders: noBorders,
    rows: bars.map((bar) => {
      const filled = Math.round((bar.value ?? 0) * steps)
      const target = Math.min(steps - 1, Math.max(0, Math.round(bar.target * steps) - 1))
      const track = Array.from(
        { length: steps },
        (_, at) =>
          new TableCell({
            width: { size: twips(step), type: WidthType.DXA },
            shading: { fill: at < filled ? grey.value : grey.track, color: 'auto', type: 'clear' },
            borders: { top: gap, bottom: gap, ...(at === target ? { right: line } : {}) },
            children: [new Paragraph({ run: { size: size * 2 }, children: [] })],
          }),
      )
      return new TableRow({
        cantSplit: true,
        children: [
          wordCell(bar.label, style, 'left', label),
          ...track,
          wordCell(bar.valueText, upright(size, true), 'right', values),
          wordCell(`/ ${bar.targetText}`, style, 'left', targets),
        ],
      })
    }),
  })
}
