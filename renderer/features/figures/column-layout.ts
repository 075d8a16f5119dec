import type { GridColumnPlan } from '../../../shared/rules/grid-columns.ts'

/** Widths and heights in pixels; the frozen part holds the names and the pinned columns. */
export type ColumnLayout = {
  nameWidth: number
  widths: readonly number[]
  /** Left edge of each column: of a pinned one within the frozen part, of the others within what scrolls. */
  lefts: readonly number[]
  pinned: number
  frozenWidth: number
  scrolledWidth: number
}

const nameRem = 18
const countRem = 9.5
const rateRem = 9.5
const partRem = 8.5
/** The names never take more than this of the width, so that with large text a column still fits beside them. */
const nameShare = 0.5

export function layOutColumns(columns: readonly GridColumnPlan[], pinned: number, rem: number, viewWidth: number): ColumnLayout {
  const nameWidth = Math.round(Math.min(nameRem * rem, Math.max(viewWidth * nameShare, 6 * rem)))
  const widths = columns.map((column) => Math.round((column.kind === 'rate' ? rateRem : column.part === null ? countRem : partRem) * rem))
  const lefts: number[] = []
  let left = nameWidth
  for (const [index, width] of widths.entries()) {
    if (index === pinned) left = 0
    lefts.push(left)
    left += width
  }
  const sum = (from: number, to: number): number => widths.slice(from, to).reduce((total, width) => total + width, 0)
  return { nameWidth, widths, lefts, pinned, frozenWidth: nameWidth + sum(0, pinned), scrolledWidth: sum(pinned, widths.length) }
}
