import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useFillHeight } from './use-fill-height.ts'
import { usePrinting } from './use-printing.ts'
import './virtual-table.css'

type VirtualTableProps = {
  /** What the table holds, for who cannot see it. */
  label: string
  /** `<th>` cells. */
  head: ReactNode
  columns: number
  count: number
  /** The cells of one row; each row is as high as every other. */
  row: (index: number) => ReactNode
  rowProps?: (index: number) => { className?: string; 'aria-selected'?: boolean }
  /** When it changes, the list begins at its top again. */
  listKey: string
  onRange?: (first: number, last: number) => void
}

/** A table of any length that draws only the rows in view; on paper, all of them. Up and down move among the rows' links. */
export function VirtualTable({ label, head, columns, count, row, rowProps, listKey, onRange }: VirtualTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  useFillHeight(scroller)
  const isPrinting = usePrinting()
  const rowHeight = useRowHeight()
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [listKey])

  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const tell = useEffectEvent(() => onRange?.(first, last))
  useEffect(() => tell(), [first, last, listKey])

  const indexes = isPrinting ? Array.from({ length: count }, (_, index) => index) : items.map(({ index }) => index)
  const above = isPrinting ? 0 : (items[0]?.start ?? 0)
  const below = isPrinting ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="virtual-table" ref={scroller}>
      <table aria-label={label} aria-rowcount={count + 1} onKeyDown={moveAmongRows}>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          {above > 0 && <Space height={above} columns={columns} />}
          {indexes.map((index) => (
            <tr key={index} aria-rowindex={index + 2} data-row={index} {...rowProps?.(index)}>
              {row(index)}
            </tr>
          ))}
          {below > 0 && <Space height={below} columns={columns} />}
        </tbody>
      </table>
    </div>
  )
}

const Space = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden className="space">
    <td colSpan={columns} style={{ height }} />
  </tr>
)

/** 2.25rem in pixels, also after another size of text was chosen. */
function useRowHeight(): number {
  const [height, setHeight] = useState(36)
  useLayoutEffect(() => {
    const root = document.documentElement
    const read = (): void => setHeight(2.25 * parseFloat(getComputedStyle(root).fontSize))
    read()
    const watcher = new MutationObserver(read)
    watcher.observe(root, { attributes: true })
    addEventListener('resize', read)
    return () => {
      watcher.disconnect()
      removeEventListener('resize', read)
    }
  }, [])
  return height
}

const reachable = 'a[href], button:not([disabled])'

/** To the same link of the row above or below; it is drawn already, because a few rows beyond the edge are. */
function moveAmongRows(event: KeyboardEvent<HTMLTableElement>): void {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.nativeEvent.isComposing) return
  const target = event.target as HTMLElement
  const from = target.closest('tr')
  const to = event.key === 'ArrowDown' ? from?.nextElementSibling : from?.previousElementSibling
  if (!from || !to) return
  const place = [...from.querySelectorAll<HTMLElement>(reachable)].indexOf(target)
  const there = [...to.querySelectorAll<HTMLElement>(reachable)]
  const next = there[Math.min(Math.max(place, 0), there.length - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
