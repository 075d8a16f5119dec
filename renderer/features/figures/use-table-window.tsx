import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import type { ColumnLayout } from './column-layout.ts'
import type { CellPlace } from './move-cell.ts'

/** Height of what is frozen above, of one row, and how many rows there are below the province. */
type Measures = { rows: number; rowHeight: number; headHeight: number; layout: ColumnLayout }

export type TableWindow = {
  /** First row drawn and the one after the last, counted below the province; columns likewise among all columns. */
  rowFrom: number
  rowTo: number
  columnFrom: number
  columnTo: number
  width: number
  height: number
  /** Whole rows that can be seen at once. */
  pageRows: number
  reveal: (place: CellPlace) => void
}

/**
 * What of the table can be seen. The view itself stands still over the scrolled extent and is drawn anew in the same frame,
 * so that fast scrolling may show a row late but never an empty place.
 */
export function useTableWindow(
  scroller: RefObject<HTMLDivElement | null>,
  view: RefObject<HTMLDivElement | null>,
  { rows, rowHeight, headHeight, layout }: Measures,
): TableWindow {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const { frozenWidth, pinned, widths, lefts } = layout
  // Before the virtualizers listen: the place is read and set while the page is still laid out.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const follow = (): void => {
      view.current?.style.setProperty('--x', `${-element.scrollLeft}px`)
      view.current?.style.setProperty('--y', `${-element.scrollTop}px`)
    }
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    follow()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, view])
  const rowWindow = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    paddingStart: headHeight,
    overscan: 3,
  })
  const columnWindow = useVirtualizer({
    count: widths.length - pinned,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[pinned + index] ?? 0,
    paddingStart: frozenWidth,
    overscan: 2,
  })
  useLayoutEffect(() => {
    rowWindow.measure()
    columnWindow.measure()
  }, [rowWindow, columnWindow, rowHeight, headHeight, layout])
  // Fewer rows after a filter: the place scrolled to may be gone.
  useEffect(() => {
    const element = scroller.current
    if (element) view.current?.style.setProperty('--y', `${-element.scrollTop}px`)
  }, [scroller, view, rows])
  const reveal = useCallback(
    ({ row, column }: CellPlace) => {
      const element = scroller.current
      if (!element) return
      if (row > 0) {
        const [top, room] = [(row - 1) * rowHeight, element.clientHeight - headHeight]
        if (top < element.scrollTop) element.scrollTop = top
        else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room
      }
      if (column > pinned) {
        const [left, width, room] = [lefts[column - 1]!, widths[column - 1]!, element.clientWidth - frozenWidth]
        if (left < element.scrollLeft || width > room) element.scrollLeft = left
        else if (left + width > element.scrollLeft + room) element.scrollLeft = left + width - room
      }
    },
    [scroller, rowHeight, headHeight, pinned, lefts, widths, frozenWidth],
  )
  const [rowItems, columnItems] = [rowWindow.getVirtualItems(), columnWindow.getVirtualItems()]
  return {
    rowFrom: rowItems[0]?.index ?? 0,
    rowTo: (rowItems.at(-1)?.index ?? -1) + 1,
    columnFrom: pinned + (columnItems[0]?.index ?? 0),
    columnTo: pinned + (columnItems.at(-1)?.index ?? -1) + 1,
    ...size,
    pageRows: Math.max(1, Math.floor((size.height - headHeight) / rowHeight) - 1),
    reveal,
  }
}
