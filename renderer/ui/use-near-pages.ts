import { useEffect, useState, type RefObject } from 'react'

/** Which of the elements `[data-page]` in a scrolling box lie in view or one screen from it, and which one is being read. */
export function useNearPages(box: RefObject<HTMLElement | null>, count: number): { near: ReadonlySet<number>; current: number } {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState(1)
  useEffect(() => {
    const desk = box.current
    if (!desk) return undefined
    const look = (): void => {
      const [top, height] = [desk.scrollTop, desk.clientHeight]
      const sheets = [...desk.querySelectorAll<HTMLElement>('[data-page]')]
      const close = sheets.filter((sheet) => sheet.offsetTop < top + 2 * height && sheet.offsetTop + sheet.offsetHeight > top - height)
      const numbers = close.map((sheet) => Number(sheet.dataset['page']))
      setNear((known) => (known.size === numbers.length && numbers.every((page) => known.has(page)) ? known : new Set(numbers)))
      // The page that holds the line a third below the upper edge; the last one when it is wholly in view.
      const isAtEnd = top + height >= desk.scrollHeight - 2 && top > 0
      const read = isAtEnd ? sheets.at(-1) : sheets.findLast((sheet) => sheet.offsetTop <= top + height / 3)
      if (read) setCurrent(Number(read.dataset['page']))
    }
    // Sizes change with the zoom and with the window; the column tells of both.
    const watcher = new ResizeObserver(look)
    watcher.observe(desk)
    if (desk.firstElementChild) watcher.observe(desk.firstElementChild)
    desk.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      watcher.disconnect()
      desk.removeEventListener('scroll', look)
    }
  }, [box, count])
  return { near, current }
}
