import { cellAddress } from '../../shared/domain/workbook.ts'
import { sheetTexts } from '../../shared/messages/trace.ts'
import { useLanguage } from './language.tsx'
import { endOf, indexAt, spanOf, startOf, type SheetAxis } from './sheet-axis.ts'
import { em } from './sheet-block.tsx'

/** A stretch of rows or columns that scrolls as one, or stays. */
export type SheetPart = { from: number; size: number; isFixed: boolean }

/** Of the letters above and the numbers at the left, in pixels of the sheet. */
export const [headWidth, headHeight] = [44, 24]

type HeadsProps = {
  axis: SheetAxis
  part: SheetPart
  seen: readonly [number, number]
  marked: readonly number[]
  words?: ReadonlyMap<number, string> | undefined
  isRows?: boolean
}

/** Letters above or numbers at the left; those of an outlined cell stand out. */
export function SheetHeads({ axis, part, seen: [from, to], marked, words, isRows = false }: HeadsProps) {
  const { say } = useLanguage()
  const [low, high] = part.isFixed ? [part.from, part.from + part.size] : [Math.max(part.from, from), Math.min(part.from + part.size, to)]
  const shown: number[] = []
  for (let index = indexAt(axis, low); index <= axis.count && startOf(axis, index) < high; index++)
    if (endOf(axis, index) > startOf(axis, index) && startOf(axis, index) >= part.from) shown.push(index)
  const nameOf = (index: number): string => (isRows ? String(index) : cellAddress(1, index).slice(0, -1))
  return (
    <div
      className={`sheet-heads ${isRows ? 'of-rows' : 'of-columns'} ${part.isFixed ? 'fixed' : ''}`}
      aria-hidden
      style={part.isFixed ? (isRows ? { top: em(headHeight) } : { left: em(headWidth) }) : undefined}
    >
      {shown.map((index) => {
        const span = spanOf(axis, index)
        const [start, size] = [em(startOf(axis, index) - part.from), em(endOf(axis, index) - startOf(axis, index))]
        const isBand = span !== undefined && !axis.isOpen
        const hiddenNote =
          span && say(isRows ? sheetTexts.hiddenRows : sheetTexts.hiddenColumns, { first: nameOf(span.first), last: nameOf(span.last) })
        return (
          <div
            key={index}
            title={hiddenNote}
            data-hidden={span !== undefined || undefined}
            data-marked={marked.includes(index) || undefined}
            style={isRows ? { top: start, height: size } : { left: start, width: size }}
          >
            {isBand ? '⋯' : nameOf(index)}
            {words?.has(index) && !isBand && <small>{words.get(index)}</small>}
          </div>
        )
      })}
    </div>
  )
}
