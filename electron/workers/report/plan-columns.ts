import type { Table } from '../../../shared/domain/report.ts'
import type { LineUps } from './draw-table.ts'
import type { PagePainter } from './page-painter.ts'
import { cellPadding } from './table-styles.ts'
import type { TableStyles } from './table-styles.ts'
import { widthOf } from './word-cache.ts'

/** `sign` stands under the header of a table in several blocks: A, B for the repeated columns, 1, 2, 3 … for the others. */
export type ColumnBlock = { columns: readonly { index: number; width: number; sign: string }[] }

/** Narrower columns make headers of one syllable a line. */
const leastNumberColumn = 52

/**
 * Widths of all columns, in as few blocks as fit the page, the others spread evenly over them. A column is never
 * narrower than its longest word, so no word is torn.
 */
export function planColumns(
  painter: PagePainter,
  table: Table,
  lineUps: LineUps,
  fixedColumns: number,
  width: number,
  styles: TableStyles,
): ColumnBlock[] {
  const { faces } = painter
  const head = faces(styles.head)
  const wordWidth = (text: string, style: TableStyles['cell']): number =>
    Math.max(0, ...text.split(' ').map((word) => widthOf(faces(style), word, style.size)))
  const natural = table.columns.map((column, index) => {
    const headWord = Math.max(0, ...column.head.split(' ').map((word) => widthOf(head, word, styles.head.size)))
    const lineUp = column.share === 0 ? lineUps[index] : undefined
    let widest = Math.max(headWord, lineUp ? lineUp.head + lineUp.tail : 0)
    for (const row of table.rows) {
      if (row.spanFrom !== undefined && index >= row.spanFrom) continue
      const text = row.cells[index] ?? ''
      const style = row.style ? styles.strong : styles.cell
      // Only columns without a share are as wide as their whole text.
      const own = column.share === 0 || column.align === 'right' ? widthOf(faces(style), text, style.size) : wordWidth(text, style)
      if (own > widest) widest = own
    }
    return widest + 2 * cellPadding + 0.5
  })
  const sum = (indexes: readonly number[]): number => indexes.reduce((total, index) => total + natural[index]!, 0)
  const all = table.columns.map((_, index) => index)
  const fixed = all.slice(0, fixedColumns)
  const isWide = sum(all) > width || (table.columns.length > 12 && width / table.columns.length < leastNumberColumn)
  if (!isWide) return [{ columns: stretch(table, natural, all, width) }]

  const flexible = all.slice(fixedColumns)
  const room = width - sum(fixed)
  const needed = flexible.map((index) => Math.max(natural[index]!, leastNumberColumn))
  const perBlock = Math.max(1, Math.floor(room / Math.max(...needed)))
  const count = Math.ceil(flexible.length / perBlock)
  const even = Math.ceil(flexible.length / count)
  return Array.from({ length: count }, (_, block) => {
    const own = flexible.slice(block * even, (block + 1) * even)
    return { columns: stretch(table, natural, [...fixed, ...own], width) }
  })
}

/** Free width goes to the columns with a share, in proportion to it. */
function stretch(table: Table, natural: readonly number[], indexes: readonly number[], width: number): ColumnBlock['columns'] {
  const shareOf = (index: number): number => table.columns[index]!.share
  let open = indexes.filter((index) => shareOf(index) > 0)
  const widths = new Map(indexes.map((index) => [index, natural[index]!]))
  // A column whose longest word needs more than its share keeps that, and the others divide what is left.
  for (;;) {
    const taken = indexes.filter((index) => !open.includes(index)).reduce((sum, index) => sum + widths.get(index)!, 0)
    const shares = open.reduce((sum, index) => sum + shareOf(index), 0)
    const portion = (index: number): number => ((width - taken) * shareOf(index)) / shares
    const tight = open.filter((index) => portion(index) < natural[index]!)
    if (tight.length === 0) {
      for (const index of open) widths.set(index, portion(index))
      break
    }
    open = open.filter((index) => !tight.includes(index))
  }
  return indexes.map((index) => ({ index, width: widths.get(index)!, sign: signOf(table, index) }))
}

/** Columns as wide as their content are names, lettered; the others are figures, numbered. */
function signOf(table: Table, index: number): string {
  const names = table.columns.filter((column) => column.share === 0).length
  return index < names ? String.fromCharCode(65 + index) : `(${index - names + 1})`
}
