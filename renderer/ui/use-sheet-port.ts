import { useCallback, useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { pageOfCell, sheetPage } from '../../shared/domain/sheet-window.ts'
import { indexAt, type SheetAxis } from './sheet-axis.ts'
import { headHeight, headWidth, type SheetPart } from './sheet-heads.tsx'

export type SheetPort = { left: number; top: number; width: number; height: number; unit: number }
/** Where a page of a sheet begins, as `pageOfCell` gives it. */
export type SheetPlace = { top: number; left: number }
/** Edges of what is drawn, in pixels of the sheet at 100 %. */
export type SeenArea = { x: number; y: number; right: number; bottom: number }

type Desk = RefObject<HTMLDivElement | null>

/** What of the sheet lies before the eyes, in real pixels; `unit`: how many of them one pixel of the sheet takes. */
export function useSheetPort(desk: Desk, zoom: number): SheetPort | undefined {
  const [port, setPort] = useState<SheetPort>()
  const measure = useCallback(() => {
    const box = desk.current
    if (!box) return
    const unit = Number.parseFloat(getComputedStyle(box).fontSize) / 16
    setPort({ left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight, unit })
  }, [desk])
  useEffect(() => {
    const box = desk.current
    if (!box) return undefined
    let frame = 0
    const onScroll = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(measure)
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    // The size of text is set at the root.
    watcher.observe(document.documentElement)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [desk, measure])
  useEffect(measure, [measure, zoom])
  return port
}

/** Brings a cell to the middle of what the fixed parts leave free, whenever it, the room or the zoom changes; never against a person who scrolls. */
export function useReveal(desk: Desk, port: SheetPort | undefined, target: RevealedArea | undefined, fixed: FixedParts): void {
  const key = port && target ? [target.name, target.x, target.y, port.width, port.height, port.unit].join(' ') : undefined
  const reveal = useEffectEvent(() => {
    const box = desk.current
    if (!box || !port || !target) return
    const { unit } = port
    box.scrollTop = scrollToMiddle({ start: target.y, size: target.height, head: headHeight, fixed: fixed.row, room: port.height, unit })
    box.scrollLeft = scrollToEnd({ start: target.x, size: target.width, head: headWidth, fixed: fixed.column, room: port.width, unit })
  })
  useEffect(() => {
    if (key !== undefined) reveal()
  }, [key])
}

/** Scrolls no more than it takes to see the cell that the keyboard is at, and only when it goes to another one. */
export function useFollow(desk: Desk, port: SheetPort | undefined, target: BlockPlace | undefined, fixed: FixedParts): void {
  const key = port && target ? [target.x, target.y, port.unit, port.width, port.height].join(' ') : undefined
  const follow = useEffectEvent(() => {
    const box = desk.current
    if (!box || !port || !target) return
    const { unit } = port
    const rows = { start: target.y, size: target.height, head: headHeight, fixed: fixed.row, room: port.height, unit }
    const columns = { start: target.x, size: target.width, head: headWidth, fixed: fixed.column, room: port.width, unit }
    box.scrollTop = scrollToSee(rows, box.scrollTop)
    box.scrollLeft = scrollToSee(columns, box.scrollLeft)
  })
  useEffect(() => {
    if (key !== undefined) follow()
  }, [key])
}

/** Of a larger cell its beginning is shown. */
const largestShown = 200

type Stretch = { start: number; size: number; head: number; fixed: SheetPart | undefined; room: number; unit: number }

const isSeenAnyway = ({ start, fixed }: Stretch): boolean => fixed !== undefined && start < fixed.from + fixed.size

/** Brings a stretch to the middle of what the fixed part leaves free. */
function scrollToMiddle(stretch: Stretch): number {
  const { start, size, head, fixed, room, unit } = stretch
  if (isSeenAnyway(stretch)) return 0
  return Math.max(0, (head + start + Math.min(size, largestShown) / 2) * unit - ((head + (fixed?.size ?? 0)) * unit + room) / 2)
}

/** Some of what follows is seen, too. */
const afterEnd = 24

/** As little to the right as shows the whole stretch: what it is stands at the left. */
function scrollToEnd(stretch: Stretch): number {
  const { start, size, head, room, unit } = stretch
  if (isSeenAnyway(stretch)) return 0
  return Math.max(0, (head + start + Math.min(size, largestShown) + afterEnd) * unit - room)
}

function scrollToSee(stretch: Stretch, now: number): number {
  const { start, size, head, fixed, room, unit } = stretch
  if (isSeenAnyway(stretch)) return now
  const first = (start - (fixed?.size ?? 0) - afterEnd) * unit
  const last = (head + start + Math.min(size, largestShown) + afterEnd) * unit - room
  return Math.max(0, now > first ? first : now < last ? Math.min(last, first) : now)
}

type BlockPlace = { x: number; y: number; width: number; height: number }
type FixedParts = { row: SheetPart | undefined; column: SheetPart | undefined }
type RevealedArea = { name: string; x: number; y: number; width: number; height: number }
type Fixed = { hasFixedRows: boolean; hasFixedColumns: boolean }

/** Tells which pages of the sheet are drawn, when that changes. */
export function useNeeded(
  onNeed: ((pages: readonly SheetPlace[]) => void) | undefined,
  seen: SeenArea | undefined,
  rowAxis: SheetAxis,
  columnAxis: SheetAxis,
  fixed: Fixed,
): void {
  const key = seen ? JSON.stringify(pagesOf(seen, rowAxis, columnAxis, fixed)) : undefined
  const tell = useEffectEvent((pages: readonly SheetPlace[]) => onNeed?.(pages))
  useEffect(() => {
    if (key !== undefined) tell(JSON.parse(key) as SheetPlace[])
  }, [key])
}

function pagesOf(seen: SeenArea, rowAxis: SheetAxis, columnAxis: SheetAxis, { hasFixedRows, hasFixedColumns }: Fixed): SheetPlace[] {
  const begin = pageOfCell(indexAt(rowAxis, seen.y), indexAt(columnAxis, seen.x))
  const end = pageOfCell(indexAt(rowAxis, seen.bottom), indexAt(columnAxis, seen.right))
  const tops = new Set(hasFixedRows ? [1] : [])
  const lefts = new Set(hasFixedColumns ? [1] : [])
  for (let { top } = begin; top <= end.top; top += sheetPage.rows) tops.add(top)
  for (let { left } = begin; left <= end.left; left += sheetPage.columns) lefts.add(left)
  return [...tops].flatMap((top) => [...lefts].map((left) => ({ top, left })))
}
