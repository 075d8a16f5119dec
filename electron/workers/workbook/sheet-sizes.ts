import type { PlainCell } from '../../../shared/domain/workbook.ts'
import type { SheetStyle } from '../../../shared/domain/sheet-window.ts'
import type { CellLooks } from './cell-looks.ts'
import type { SheetLook } from './read-sheet-look.ts'

const pixelsPerPoint = 96 / 72
const cellPadding = 5
/** Runs beyond this are given the usual size: only a hostile sheet has a new height every row for so long. */
const mostRuns = 20_000

/** Pixels of one digit of the usual text, in which widths of columns are counted (ECMA-376 part 1, 18.3.1.13). */
const digitWidth = ({ face, size }: CellLooks['usual']): number => Math.round(size * pixelsPerPoint * (face === 'sans' ? 0.507 : 0.5))

/** Pixels of a column that many characters wide, by the formula of ECMA-376 part 1, 18.3.1.13. */
export function columnPixels(width: number, usual: CellLooks['usual']): number {
  const digit = digitWidth(usual)
  return Math.max(1, Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit))
}

/** Eight digits and the padding, made a multiple of eight, where a sheet says nothing. */
function usualColumnPixels({ usualWidth }: SheetLook, usual: CellLooks['usual']): number {
  return usualWidth !== undefined && usualWidth > 0
    ? columnPixels(usualWidth, usual)
    : Math.ceil((8 * digitWidth(usual) + cellPadding) / 8) * 8
}

/** Pixels of columns 1 to `columns`. A hidden column without a width of its own is shown at the usual one. */
export function columnSizes(look: SheetLook, usual: CellLooks['usual'], columns: number): number[] {
  const sizes = Array.from({ length: columns }, () => usualColumnPixels(look, usual))
  for (const { first, last, width } of look.widths)
    if (width !== undefined && width > 0) sizes.fill(columnPixels(width, usual), first - 1, Math.min(last, columns))
  return sizes
}

export const rowPixels = (points: number): number => Math.round(points * pixelsPerPoint)

/** Share of a letter's size that it takes in a line, on the average of Vietnamese prose. */
const letterWidth = 0.47
const lineHeight = 1.2

/** How high a row must be to show a text whole: what programs work out for rows whose height the file leaves open. */
export function textPixels(text: string, { size, wrap }: SheetStyle, width: number): number {
  const letter = size * pixelsPerPoint
  const room = Math.max(1, Math.floor((width - cellPadding) / (letter * letterWidth)))
  const lines = wrap ? text.split('\n').reduce((count, paragraph) => count + linesOf(paragraph, room), 0) : 1
  return Math.round(lines * letter * lineHeight) + 2
}

/** Lines of a paragraph broken between words; a word longer than a line is broken itself. */
function linesOf(paragraph: string, room: number): number {
  let lines = 1
  let filled = 0
  for (const { length } of paragraph.split(' ')) {
    const needed = filled === 0 ? length : filled + 1 + length
    if (needed <= room) filled = needed
    else {
      lines += (filled === 0 ? 0 : 1) + Math.max(0, Math.ceil(length / room) - 1)
      filled = length % room || Math.min(length, room)
    }
  }
  return lines
}

type Measured = { cell: PlainCell; text: string; style: SheetStyle }

/** Pixels of rows 1 to `rows` in runs: how many, how high. `measure` gives the cells whose text can heighten a row. */
export function rowRuns(look: SheetLook, rows: number, columns: readonly number[], measure: Iterable<Measured>): number[] {
  const fitted = new Map<number, number>()
  const tallest = rowPixels(409)
  for (const { cell, text, style } of measure) {
    if ((look.heights.get(cell.row) ?? 0) > 0) continue
    const needed = Math.min(tallest, textPixels(text, style, columns[cell.column - 1] ?? 64))
    if (needed > (fitted.get(cell.row) ?? 0)) fitted.set(cell.row, needed)
  }
  const usual = rowPixels(look.usualHeight)
  const heightOf = (row: number): number => {
    const own = look.heights.get(row) ?? -look.usualHeight
    return own > 0 ? Math.max(1, rowPixels(own)) : Math.max(1, rowPixels(-own), fitted.get(row) ?? 0)
  }
  return runsOf(rows, heightOf, usual)
}

/** `count, size` for each run of one size; the last run takes the usual size once there are too many. */
export function runsOf(length: number, sizeOf: (index: number) => number, usual: number): number[] {
  const runs: number[] = []
  for (let index = 1; index <= length; index++) {
    const isTooMany = runs.length >= 2 * mostRuns
    const size = isTooMany ? usual : sizeOf(index)
    if (runs.at(-1) === size) runs[runs.length - 2]!++
    else runs.push(1, size)
    if (isTooMany && index < length) {
      if (runs.at(-1) === usual) runs[runs.length - 2]! += length - index
      else runs.push(length - index, usual)
      break
    }
  }
  return runs
}

/** First and last of each run of numbers that rise by one, within 1 to `last`. */
export function spansOf(numbers: readonly number[], last: number): number[] {
  const spans: number[] = []
  for (const number of numbers) {
    if (number > last || spans.length >= 2 * mostRuns) break
    if (spans.at(-1) === number - 1) spans[spans.length - 1] = number
    else spans.push(number, number)
  }
  return spans
}

/** Characters of a column that many points wide: the other way round of `columnPixels`. */
export const columnCharacters = (points: number, usual: CellLooks['usual']): number => (points * pixelsPerPoint) / digitWidth(usual)
