import { cellMarks, type SheetBorder, type SheetStyle, type SheetWindow } from '../../shared/domain/sheet-window.ts'
import { endOf, spanOf, startOf, type SheetAxis } from './sheet-axis.ts'

/** A cell where it is drawn, in pixels of the sheet at 100 %. */
export type PlacedCell = {
  row: number
  column: number
  rows: number
  columns: number
  x: number
  y: number
  width: number
  height: number
  text: string
  /** Where the text may spread: a text that does not wrap runs on over empty neighbours. */
  textX: number
  textWidth: number
  align: 'left' | 'centre' | 'right'
  marks: number
  style: SheetStyle
  /** Its own, or of the last cell of a merged area on that side. */
  right: SheetBorder | undefined
  bottom: SheetBorder | undefined
  isHidden: boolean
}

type Cell = { row: number; column: number; style: SheetStyle; text: string; marks: number }
type Merge = { row: number; column: number; rows: number; columns: number }

const widestSheet = 16_384
const keyOf = (row: number, column: number): number => row * widestSheet + column - 1

/** Every cell of the windows of one sheet, those in merged areas once; in the order of rows, then columns. */
export function placeCells(windows: readonly SheetWindow[], rowAxis: SheetAxis, columnAxis: SheetAxis): PlacedCell[] {
  const cells = gatherCells(windows)
  const merges = gatherMerges(windows)
  const covered = new Map<number, number>()
  for (const merge of merges.values()) coverCells(merge, cells, covered)
  const texts = textColumns(cells, covered)
  const placed: PlacedCell[] = []
  for (const [key, cell] of cells) {
    if (covered.has(key)) continue
    const merge = merges.get(key) ?? { row: cell.row, column: cell.column, rows: 1, columns: 1 }
    const lastRow = merge.row + merge.rows - 1
    const lastColumn = merge.column + merge.columns - 1
    const x = startOf(columnAxis, cell.column)
    const y = startOf(rowAxis, cell.row)
    const width = endOf(columnAxis, lastColumn) - x
    const height = endOf(rowAxis, lastRow) - y
    const isHidden = isHiddenIn(rowAxis, merge.row, lastRow) || isHiddenIn(columnAxis, merge.column, lastColumn)
    // Where a band stands for what is hidden, nothing of it is drawn.
    if (width <= 0 || height <= 0 || (isHidden && !rowAxis.isOpen)) continue
    const align = cell.style.horizontal ?? usualAlign(cell.marks)
    const isAlone = merge.rows === 1 && merge.columns === 1
    const room =
      isAlone && !cell.style.wrap && cell.text !== '' && (cell.marks & cellMarks.right) === 0
        ? spread(cell, align, texts.get(cell.row) ?? [], columnAxis, x, width)
        : { textX: x, textWidth: width }
    placed.push({
      ...merge,
      x,
      y,
      width,
      height,
      ...room,
      text: cell.text,
      align,
      marks: cell.marks,
      style: cell.style,
      right: cell.style.right ?? cells.get(keyOf(merge.row, lastColumn))?.style.right,
      bottom: cell.style.bottom ?? cells.get(keyOf(lastRow, merge.column))?.style.bottom,
      isHidden,
    })
  }
  return placed.toSorted((a, b) => a.row - b.row || a.column - b.column)
}

/** The whole of a merged area is hidden only with all its rows. */
const isHiddenIn = (axis: SheetAxis, first: number, last: number): boolean => {
  const span = spanOf(axis, first)
  return span !== undefined && span.last >= last
}

function gatherCells(windows: readonly SheetWindow[]): Map<number, Cell> {
  const cells = new Map<number, Cell>()
  for (const { cells: given, styles } of windows)
    for (let index = 0; index < given.row.length; index++) {
      const [row, column] = [given.row[index]!, given.column[index]!]
      cells.set(keyOf(row, column), {
        row,
        column,
        style: styles[given.style[index]!]!,
        text: given.text[index]!,
        marks: given.marks[index]!,
      })
    }
  return cells
}

function gatherMerges(windows: readonly SheetWindow[]): Map<number, Merge> {
  const merges = new Map<number, Merge>()
  for (const { merges: given } of windows)
    for (let index = 0; index + 3 < given.length; index += 4) {
      const [row, column, rows, columns] = given.slice(index, index + 4) as [number, number, number, number]
      merges.set(keyOf(row, column), { row, column, rows, columns })
    }
  return merges
}

/** Only cells that were given are looked at: a merged area may be as large as the sheet. */
function coverCells({ row, column, rows, columns }: Merge, cells: ReadonlyMap<number, Cell>, covered: Map<number, number>): void {
  const anchor = keyOf(row, column)
  const isSmall = rows * columns <= cells.size
  if (isSmall) {
    for (let below = 0; below < rows; below++)
      for (let beside = 0; beside < columns; beside++) {
        const key = keyOf(row + below, column + beside)
        if (key !== anchor) covered.set(key, anchor)
      }
    return
  }
  for (const [key, cell] of cells)
    if (key !== anchor && cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns)
      covered.set(key, anchor)
}

/** Columns with a text in each row, rising; a merged cell stops a neighbour's text at its first column. */
function textColumns(cells: ReadonlyMap<number, Cell>, covered: ReadonlyMap<number, number>): Map<number, number[]> {
  const columns = new Map<number, number[]>()
  for (const [key, { row, column, text }] of cells) {
    if (text === '' && !covered.has(key)) continue
    const known = columns.get(row)
    if (known) known.push(column)
    else columns.set(row, [column])
  }
  for (const known of columns.values()) known.sort((a, b) => a - b)
  return columns
}

const usualAlign = (marks: number): PlacedCell['align'] =>
  (marks & cellMarks.right) !== 0 ? 'right' : (marks & cellMarks.centre) !== 0 ? 'centre' : 'left'

function spread(
  { column }: Cell,
  align: PlacedCell['align'],
  texts: readonly number[],
  axis: SheetAxis,
  x: number,
  width: number,
): Pick<PlacedCell, 'textX' | 'textWidth'> {
  const at = texts.indexOf(column)
  const after = texts[at + 1]
  const before = texts[at - 1]
  const rightEnd = after === undefined ? startOf(axis, axis.count + 1) : startOf(axis, after)
  const leftEnd = before === undefined ? 0 : endOf(axis, before)
  if (align === 'left') return { textX: x, textWidth: rightEnd - x }
  if (align === 'right') return { textX: leftEnd, textWidth: x + width - leftEnd }
  const room = Math.max(0, Math.min(rightEnd - x - width, x - leftEnd))
  return { textX: x - room, textWidth: width + 2 * room }
}

/** Where a cell lies, with the merged area around it; `row` and `column` are of the area's first cell. */
export type CellPlace = { x: number; y: number; width: number; height: number; row: number; column: number; rows: number; columns: number }

/** A cell as it lies with its merged area, for an outline around it; undefined beyond the sheet. */
export function outlineOf(
  windows: readonly SheetWindow[],
  rowAxis: SheetAxis,
  columnAxis: SheetAxis,
  cell: { row: number; column: number },
): CellPlace | undefined {
  if (cell.row > rowAxis.count || cell.column > columnAxis.count) return undefined
  const around = [...gatherMerges(windows).values()].find(
    ({ row, column, rows, columns }) => cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns,
  ) ?? { row: cell.row, column: cell.column, rows: 1, columns: 1 }
  const x = startOf(columnAxis, around.column)
  const y = startOf(rowAxis, around.row)
  return {
    ...around,
    x,
    y,
    width: endOf(columnAxis, around.column + around.columns - 1) - x,
    height: endOf(rowAxis, around.row + around.rows - 1) - y,
  }
}
