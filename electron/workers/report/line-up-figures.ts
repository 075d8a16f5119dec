/** A figure up to its decimal point, and what stands behind: `58` and `,9%`, `4.881` and `*`. */
export type SplitFigure = { head: string; tail: string }

/** The widest of each in a column; its figures stand below one another by the point. */
export type LineUp = { head: number; tail: number }

const figure = /^((?:[≥≤<>=] )?[+-]?\d[\d.]*)((?:,\d+)?(?: ?điểm)?(?: ?%)?\*?)$/u

export function splitFigure(text: string): SplitFigure | undefined {
  const match = figure.exec(text)
  return match ? { head: match[1]!, tail: match[2]! } : undefined
}

/** Undefined where all figures end alike, so that nothing has to be moved. */
export function lineUpFigures<Cell extends { text: string }>(
  cells: Iterable<Cell>,
  widthOf: (text: string, cell: Cell) => number,
): LineUp | undefined {
  let [head, tail] = [0, 0]
  for (const cell of cells) {
    const split = splitFigure(cell.text)
    if (!split) continue
    head = Math.max(head, widthOf(split.head, cell))
    if (split.tail !== '') tail = Math.max(tail, widthOf(split.tail, cell))
  }
  return tail === 0 ? undefined : { head, tail }
}

/** How far from the left edge of a cell, `room` wide, a figure begins whose first part is `headWidth` wide. */
export function figureStart(align: 'center' | 'right', room: number, lineUp: LineUp, headWidth: number): number {
  const slack = room - lineUp.head - lineUp.tail
  return (align === 'right' ? slack : slack / 2) + lineUp.head - headWidth
}
