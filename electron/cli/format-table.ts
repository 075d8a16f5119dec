import { widthOf, wrapLines } from './wrap-text.ts'

/** `wraps`: may be broken into lines where the table is wider than the screen. */
export type Column = { head: string; align?: 'right'; wraps?: true }

/** Narrower, a column of words reads like a ladder. */
const narrowest = 18

/** Columns two spaces apart, without lines; nothing trails. Fits `width` as far as its wrapping columns allow. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string {
  const lines = [columns.map(({ head }) => head), ...rows]
  const widths = fitWidths(
    columns,
    columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? '')))),
    width,
  )
  const pad = (text: string, index: number): string => {
    const room = ' '.repeat(Math.max(0, widths[index]! - widthOf(text)))
    return columns[index]!.align === 'right' ? room + text : text + room
  }
  return lines
    .flatMap((line) => {
      const cells = columns.map((_, index) => wrapLines(line[index] ?? '', widths[index]!))
      const height = Math.max(...cells.map((cell) => cell.length))
      return Array.from({ length: height }, (_, row) =>
        cells
          .map((cell, index) => pad(cell[row] ?? '', index))
          .join('  ')
          .trimEnd(),
      )
    })
    .join('\n')
}

/** Takes what is too much from the widest wrapping column, letter by letter. */
function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural]
  let surplus = widths.reduce((sum, one) => sum + one, 2 * (columns.length - 1)) - width
  for (; surplus > 0; surplus--) {
    const widest = widths.reduce(
      (best, one, index) => (columns[index]!.wraps && one > narrowest && one > (widths[best] ?? 0) ? index : best),
      -1,
    )
    if (widest < 0) break
    widths[widest]!--
  }
  return widths
}
