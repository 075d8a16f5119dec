import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Table, TableColumn, TableRow } from '../../../shared/domain/report.ts'
import { figureStart, lineUpFigures, splitFigure, type LineUp } from './line-up-figures.ts'
import type { PagePainter } from './page-painter.ts'
import { planColumns } from './plan-columns.ts'
import type { ColumnBlock } from './plan-columns.ts'
import { cellPadding } from './table-styles.ts'
import type { TableStyles } from './table-styles.ts'
import { breakLines, widthOf } from './word-cache.ts'
import type { Word } from './word-cache.ts'

const verticalPadding = 1.5
const leading = 1.18

/** `start`: of a figure that stands below others by its point, from the left edge of the cell's text. */
type Cell = { lines: readonly Word[]; style: TypeStyle; align: TableColumn['align']; from: number; to: number; start?: number }
/** `size` is the same for all cells of a row, so that their lines stand level; `shape`: how many columns are apart. */
type Line = { cells: readonly Cell[]; size: number; height: number; shape: number; isHead?: true }

/** By column; undefined where all figures end alike. */
export type LineUps = readonly (LineUp | undefined)[]

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
  const lineUps = lineUpColumns(painter, table, styles)
  const blocks = planColumns(painter, table, lineUps, fixedColumns, width, styles)
  for (const [index, block] of blocks.entries()) {
    if (index > 0) painter.addPage()
    if (blocks.length > 1) drawBlockName(painter, index, blocks.length, left, width, styles)
    drawBlock(painter, layOut(painter, table, block, lineUps, left, styles, blocks.length > 1))
  }
}

/** How high the head of a table stands with the first rows below it. */
export function startHeight(painter: PagePainter, table: Table, fixedColumns: number, width: number, styles: TableStyles): number {
  const lineUps = lineUpColumns(painter, table, styles)
  const blocks = planColumns(painter, table, lineUps, fixedColumns, width, styles)
  const { headHeight, keptHeight } = layOut(painter, table, blocks[0]!, lineUps, 0, styles, blocks.length > 1)
  return (blocks.length > 1 ? styles.note.size * leading + 3 : 0) + headHeight + keptHeight(0)
}

function lineUpColumns({ faces }: PagePainter, { columns, rows }: Table, styles: TableStyles): LineUps {
  return columns.map(({ align }, index) => {
    if (align === 'left' || !rows.some(({ cells }) => endsApart(cells[index]))) return undefined
    const cells = rows
      .filter(({ spanFrom }) => spanFrom === undefined || index < spanFrom)
      .map((row) => ({ text: row.cells[index] ?? '', style: row.style ? styles.strong : styles.cell }))
    return lineUpFigures(cells, (text, { style }) => widthOf(faces(style), text, style.size))
  })
}

/** Cheaper than looking at every figure of thousands of rows. */
const endsApart = (text = ''): boolean => text.includes(',') || text.endsWith('%') || text.endsWith('*')

function drawBlockName(painter: PagePainter, index: number, count: number, left: number, width: number, styles: TableStyles): void {
  const [line] = breakLines(painter.faces(styles.note), `Phần ${index + 1}/${count}`, styles.note.size, width)
  if (line) painter.text(line, styles.note, left + width - (line.width * styles.note.size) / 1000, painter.y)
  painter.y += styles.note.size * leading + 3
}

type LaidOut = {
  edges: readonly number[]
  head: readonly Line[]
  headHeight: number
  rows: number
  lineAt: (row: number) => Line
  /** Of a row with those that must stand on its page. */
  keptHeight: (row: number) => number
}

function layOut(
  painter: PagePainter,
  table: Table,
  block: ColumnBlock,
  lineUps: LineUps,
  left: number,
  styles: TableStyles,
  isNumbered: boolean,
): LaidOut {
  const edges = [left]
  for (const column of block.columns) edges.push(edges.at(-1)! + column.width)
  const headLine = (textOf: (column: ColumnBlock['columns'][number]) => string, style: TypeStyle): Line => ({
    ...lineOf(
      block.columns.map((column, position) => cellOf(painter, textOf(column), style, 'center', position, position + 1, edges)),
      style.size,
    ),
    isHead: true,
  })
  const head = [headLine(({ index }) => table.columns[index]!.head, styles.head)]
  if (isNumbered) head.push(headLine(({ sign }) => sign, styles.note))
  const { rows } = table
  const lines = new Map<number, Line>()
  const lineAt = (row: number): Line => {
    let line = lines.get(row)
    if (!line) {
      lines.set(row, (line = rowLine(painter, table, block, rows[row]!, lineUps, edges, styles)))
      // Few are looked at ahead; those of thousands of rows would take memory for nothing.
      lines.delete(row - 8)
    }
    return line
  }
  return {
    edges,
    head,
    headHeight: head.reduce((sum, line) => sum + line.height, 0),
    rows: rows.length,
    lineAt,
    keptHeight(first) {
      let height = 0
      for (let row = first; row < rows.length; row++) {
        height += lineAt(row).height
        if (!keepsNext(rows, row)) break
      }
      return height
    },
  }
}

/** A group's name stays with its first row, a sum with what it adds up; the last row stands nowhere alone. */
const keepsNext = (rows: readonly TableRow[], row: number): boolean =>
  row + 1 < rows.length && (rows[row]!.style === 'group' || rows[row + 1]!.style === 'total' || row === rows.length - 2)

function drawBlock(painter: PagePainter, { edges, head, headHeight, rows, lineAt, keptHeight }: LaidOut): void {
  const [left, right] = [edges[0]!, edges.at(-1)!]

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
    for (const line of head) draw(line)
  }
  const breakPage = (): void => {
    closeRun()
    painter.addPage()
    startPage()
  }

  const pageRoom = painter.bottom - painter.top - headHeight
  /** What is higher than a page stays with nothing. */
  const heightOf = (row: number): number => {
    const height = keptHeight(row)
    return height <= pageRoom ? height : lineAt(row).height
  }
  if (rows > 0 && painter.y + headHeight + heightOf(0) > painter.bottom) painter.addPage()
  startPage()
  for (let row = 0; row < rows; row++) {
    let rest: Line | undefined = lineAt(row)
    if (painter.y + heightOf(row) > painter.bottom && rest.height <= pageRoom) breakPage()
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
  lineUps: LineUps,
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
    const { align } = table.columns[index]!
    const cell = cellOf(painter, row.cells[index] ?? '', style, align, position, position + 1, edges)
    cells.push(align === 'left' ? cell : linedUp(painter, cell, align, lineUps[index], edges))
  }
  return lineOf(cells, style.size)
}

function linedUp(
  { faces }: PagePainter,
  cell: Cell,
  align: 'center' | 'right',
  lineUp: LineUp | undefined,
  edges: readonly number[],
): Cell {
  const room = edges[cell.to]! - edges[cell.from]! - 2 * cellPadding
  const split = lineUp && cell.lines.length === 1 ? splitFigure(cell.lines[0]!.text) : undefined
  if (!lineUp || !split || lineUp.head + lineUp.tail > room) return cell
  return { ...cell, start: figureStart(align, room, lineUp, widthOf(faces(cell.style), split.head, cell.style.size)) }
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

function drawLine(painter: PagePainter, { cells, size, height, isHead }: Line, edges: readonly number[]): void {
  const scale = size / 1000
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  for (const cell of cells) {
    const inner = edges[cell.to]! - edges[cell.from]! - 2 * cellPadding
    const start = edges[cell.from]! + cellPadding
    // Names of columns stand in the middle, whatever the number of their lines.
    const above = isHead ? (most - cell.lines.length) / 2 : 0
    for (const [index, word] of cell.lines.entries()) {
      const slack = inner - word.width * scale
      const x = start + (cell.start ?? (cell.align === 'right' ? slack : cell.align === 'center' ? slack / 2 : 0))
      painter.text(word, cell.style, x, painter.y + verticalPadding + (above + index) * size * leading)
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
