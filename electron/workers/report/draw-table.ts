import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Table, TableColumn, TableRow } from '../../../shared/domain/report.ts'
import type { PagePainter } from './page-painter.ts'
import { planColumns } from './plan-columns.ts'
import type { ColumnBlock } from './plan-columns.ts'
import { cellPadding } from './table-styles.ts'
import type { TableStyles } from './table-styles.ts'
import { breakLines } from './word-cache.ts'
import type { Word } from './word-cache.ts'

const verticalPadding = 1.5
const leading = 1.18

type Cell = { lines: readonly Word[]; style: TypeStyle; align: TableColumn['align']; from: number; to: number }
/** `size` is the same for all cells of a row, so that their lines stand level; `shape`: how many columns are apart. */
type Line = { cells: readonly Cell[]; size: number; height: number; shape: number }

/**
 * Draws a table with ruled cells. The header repeats on every page, rows stay whole unless one is taller than a page,
 * and a table wider than the page continues in blocks of columns that each repeat the first `fixedColumns`.
 */
export function drawTable(
  painter: PagePainter,
  table: Table,
  fixedColumns: number,
  left: number,
  width: number,
  styles: TableStyles,
): void {
  const blocks = planColumns(painter, table, fixedColumns, width, styles)
  for (const [index, block] of blocks.entries()) {
    if (index > 0) painter.addPage()
    if (blocks.length > 1) drawBlockName(painter, index, blocks.length, left, width, styles)
    drawBlock(painter, table, block, left, styles, blocks.length > 1)
  }
}

function drawBlockName(painter: PagePainter, index: number, count: number, left: number, width: number, styles: TableStyles): void {
  const [line] = breakLines(painter.faces(styles.note), `Phần ${index + 1}/${count}`, styles.note.size, width)
  if (line) painter.text(line, styles.note, left + width - (line.width * styles.note.size) / 1000, painter.y)
  painter.y += styles.note.size * leading + 3
}

function drawBlock(painter: PagePainter, table: Table, block: ColumnBlock, left: number, styles: TableStyles, isNumbered: boolean): void {
  const edges = [left]
  for (const column of block.columns) edges.push(edges.at(-1)! + column.width)
  const right = edges.at(-1)!
  const headCells = block.columns.map((column, position) =>
    cellOf(painter, table.columns[column.index]!.head, styles.head, 'center', position, position + 1, edges),
  )
  const header = [
    lineOf(headCells, styles.head.size),
    ...(isNumbered
      ? [
          lineOf(
            block.columns.map((column, position) => cellOf(painter, column.sign, styles.note, 'center', position, position + 1, edges)),
            styles.note.size,
          ),
        ]
      : []),
  ]
  const headerHeight = header.reduce((sum, line) => sum + line.height, 0)

  // Verticals are drawn once for a run of rows with the same cells.
  let runTop = painter.y
  let shape = 0
  const closeRun = (): void => {
    if (painter.y > runTop)
      for (const [position, x] of edges.entries())
        if (position <= shape || position === edges.length - 1) painter.line(x, runTop, x, painter.y)
    runTop = painter.y
  }
  const draw = (line: Line): void => {
    if (line.shape !== shape) {
      closeRun()
      shape = line.shape
    }
    drawLine(painter, line, edges)
    painter.line(left, painter.y, right, painter.y)
  }
  const startPage = (): void => {
    runTop = painter.y
    shape = edges.length
    painter.line(left, painter.y, right, painter.y)
    for (const line of header) draw(line)
  }
  const breakPage = (): void => {
    closeRun()
    painter.addPage()
    startPage()
  }

  const rows = table.rows
  const firstHeight = rows[0] ? rowLine(painter, table, block, rows[0], edges, styles).height : 0
  if (painter.y + headerHeight + firstHeight > painter.bottom) painter.addPage()
  startPage()
  const pageRoom = painter.bottom - painter.top - headerHeight
  for (const row of rows) {
    let rest: Line | undefined = rowLine(painter, table, block, row, edges, styles)
    if (painter.y + rest.height > painter.bottom && rest.height <= pageRoom) breakPage()
    while (rest && painter.y + rest.height > painter.bottom) {
      const [part, after]: [Line | undefined, Line | undefined] = splitLine(rest, painter.bottom - painter.y)
      if (part) draw(part)
      if (after) breakPage()
      rest = after
    }
    if (rest) draw(rest)
  }
  closeRun()
  painter.y += 6
}

function rowLine(
  painter: PagePainter,
  table: Table,
  block: ColumnBlock,
  row: TableRow,
  edges: readonly number[],
  styles: TableStyles,
): Line {
  const style = row.style ? styles.strong : styles.cell
  const cells: Cell[] = []
  for (const [position, { index }] of block.columns.entries()) {
    if (row.spanFrom !== undefined && index >= row.spanFrom) {
      cells.push(
        cellOf(painter, row.cells[row.spanFrom] ?? '', row.style ? style : styles.note, 'left', position, block.columns.length, edges),
      )
      return lineOf(cells, style.size, position)
    }
    cells.push(cellOf(painter, row.cells[index] ?? '', style, table.columns[index]!.align, position, position + 1, edges))
  }
  return lineOf(cells, style.size)
}

function cellOf(
  painter: PagePainter,
  text: string,
  style: TypeStyle,
  align: TableColumn['align'],
  from: number,
  to: number,
  edges: readonly number[],
): Cell {
  const width = edges[to]! - edges[from]! - 2 * cellPadding
  return { lines: breakLines(painter.faces(style), text, style.size, width), style, align, from, to }
}

function lineOf(cells: readonly Cell[], size: number, shape = Number.MAX_SAFE_INTEGER): Line {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  return { cells, size, height: lines * size * leading + 2 * verticalPadding, shape }
}

function drawLine(painter: PagePainter, { cells, size, height }: Line, edges: readonly number[]): void {
  const scale = size / 1000
  for (const cell of cells) {
    const inner = edges[cell.to]! - edges[cell.from]! - 2 * cellPadding
    const start = edges[cell.from]! + cellPadding
    for (const [index, word] of cell.lines.entries()) {
      const slack = inner - word.width * scale
      const x = start + (cell.align === 'right' ? slack : cell.align === 'center' ? slack / 2 : 0)
      painter.text(word, cell.style, x, painter.y + verticalPadding + index * size * leading)
    }
  }
  painter.y += height
}

/** The lines of a row that fit into `room`, and the rest; nothing fits → the first part is undefined. */
function splitLine(line: Line, room: number): [Line | undefined, Line | undefined] {
  const fitting = Math.floor((room - 2 * verticalPadding) / (line.size * leading))
  if (fitting < 1) return [undefined, line]
  const cut = (cells: readonly Cell[], from: number, to?: number): Cell[] =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }))
  const rest = cut(line.cells, fitting)
  const hasRest = rest.some((cell) => cell.lines.length > 0)
  return [lineOf(cut(line.cells, 0, fitting), line.size, line.shape), hasRest ? lineOf(rest, line.size, line.shape) : undefined]
}
