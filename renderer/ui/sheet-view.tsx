import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { SheetWindow } from '../../shared/domain/sheet-window.ts'
import { cellAddress, parseCellAddress } from '../../shared/domain/workbook.ts'
import { sheetTexts } from '../../shared/messages/trace.ts'
import { useLanguage } from './language.tsx'
import { buildAxis, endOf, indexAt, startOf, type SheetAxis } from './sheet-axis.ts'
import { em, SheetBlock, type BlockArea, type OutlinedArea, type SheetBand } from './sheet-block.tsx'
import { moveOf, moveOnSheet, type SheetSpot } from './move-on-sheet.ts'
import { outlineOf, placeCells, type PlacedCell } from './sheet-layout.ts'
import { SheetMarks, type HatchedRow, type PlacedMark, type SheetMark } from './sheet-marks.tsx'
import { headHeight, headWidth, SheetHeads, type SheetPart } from './sheet-heads.tsx'
import { useFollow, useNeeded, useReveal, useSheetPort, type SeenArea, type SheetPlace } from './use-sheet-port.ts'
import './sheet-view.css'

type SheetViewProps = {
  /** The pages of one sheet that were read; the first one says how the sheet is laid out. */
  windows: readonly [SheetWindow, ...SheetWindow[]]
  /** What the sheet is, for people who hear the page. */
  label: string
  /** Addresses of the cells with an outline; the first one is brought into view. */
  outlined?: readonly string[]
  /** 1 = as large as on paper. */
  zoom?: number
  /** Hidden rows and columns at their size, hatched; otherwise a narrow band stands for them. */
  isOpen?: boolean
  /** Told which pages come into view, whether they were read or not. */
  onNeed?: (pages: readonly SheetPlace[]) => void
  work?: SheetWork | undefined
}

/** What makes of a sheet that is looked at one that is pointed into: the arrows then move a cell's frame. */
export type SheetWork = {
  marks: readonly SheetMark[]
  hatched: readonly HatchedRow[]
  /** What stands over a column beside its letter. */
  columnWords: ReadonlyMap<number, string>
  cursor: SheetSpot
  onCursor: (spot: SheetSpot) => void
  /** Enter or a double click on the cell. */
  onPick: (address: string) => void
  /** Any other key; whoever acts on it prevents its default. */
  onKey: (event: KeyboardEvent) => void
  /** Under the sheet: what can be done with the cell that the frame is at. */
  bar: (cell: { address: string; text: string }) => ReactNode
}

const [rowBand, columnBand] = [22, 14]
/** Drawn beyond the edges, so that scrolling shows no gaps. */
const overscan = 400

/** A sheet as it looks in a spreadsheet program, on white paper in every theme. Scrolled by arrows, PageUp, PageDown, Home, End. */
export function SheetView({ windows, label, outlined = [], zoom = 1, isOpen = false, onNeed, work }: SheetViewProps) {
  const { say } = useLanguage()
  const desk = useRef<HTMLDivElement>(null)
  const port = useSheetPort(desk, zoom)
  const [first] = windows
  const rowAxis = useMemo(
    () => buildAxis({ count: first.rows, runs: first.heights, hidden: first.hiddenRows, isOpen, band: rowBand }),
    [first, isOpen],
  )
  const columnAxis = useMemo(
    () => buildAxis({ count: first.columns, runs: first.widths, hidden: first.hiddenColumns, isOpen, band: columnBand }),
    [first, isOpen],
  )
  const cells = useMemo(() => placeCells(windows, rowAxis, columnAxis), [windows, rowAxis, columnAxis])
  const outlineKey = outlined.join(' ')
  const areas = useMemo(
    () =>
      outlineKey.split(' ').flatMap((name): (OutlinedArea & { row: number; column: number })[] => {
        const at = parseCellAddress(name)
        const area = at && outlineOf(windows, rowAxis, columnAxis, at)
        return area ? [{ ...area, name }] : []
      }),
    [outlineKey, windows, rowAxis, columnAxis],
  )
  const cursor = work && outlineOf(windows, rowAxis, columnAxis, work.cursor)
  const marks = (work?.marks ?? []).flatMap((mark): PlacedMark[] => {
    const at = parseCellAddress(mark.cell)
    const area = at && outlineOf(windows, rowAxis, columnAxis, at)
    return area ? [{ ...area, ...mark }] : []
  })
  const sheetWidth = endOf(columnAxis, columnAxis.count)
  const hatches = (work?.hatched ?? [])
    .filter(({ row }) => row <= rowAxis.count)
    .map((one) => ({
      ...one,
      x: 0,
      y: startOf(rowAxis, one.row),
      width: sheetWidth,
      height: endOf(rowAxis, one.row) - startOf(rowAxis, one.row),
    }))
  const columns = splitAxis(columnAxis, first.frozenColumns, port && port.width / port.unit)
  const rows = splitAxis(rowAxis, first.frozenRows, port && port.height / port.unit)
  const fixed = { row: rows.find(isFixed), column: columns.find(isFixed) }
  useReveal(desk, port, areas[0], fixed)
  useFollow(desk, port, cursor, fixed)

  const seen = port && {
    x: port.left / port.unit - headWidth - overscan,
    y: port.top / port.unit - headHeight - overscan,
    right: (port.left + port.width) / port.unit + overscan,
    bottom: (port.top + port.height) / port.unit + overscan,
  }
  useNeeded(onNeed, seen, rowAxis, columnAxis, { hasFixedRows: rows.some(isFixed), hasFixedColumns: columns.some(isFixed) })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!work || !cursor || event.nativeEvent.isComposing || event.key === 'Process') return
    const move = moveOf(event)
    if (move) work.onCursor(moveOnSheet(cursor, move, rowAxis, columnAxis))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) work.onPick(cellAddress(cursor.row, cursor.column))
    else return work.onKey(event)
    event.preventDefault()
  }
  const spotOf = (event: MouseEvent, area: BlockArea): SheetSpot => {
    const box = event.currentTarget.getBoundingClientRect()
    const unit = port?.unit ?? 1
    return {
      row: indexAt(rowAxis, area.y + (event.clientY - box.top) / unit),
      column: indexAt(columnAxis, area.x + (event.clientX - box.left) / unit),
    }
  }
  const pointing = (area: BlockArea) =>
    work && {
      onClick: (event: MouseEvent) => work.onCursor(spotOf(event, area)),
      onDoubleClick: (event: MouseEvent) => {
        const place = outlineOf(windows, rowAxis, columnAxis, spotOf(event, area))
        if (place) work.onPick(cellAddress(place.row, place.column))
      },
    }
  const textAt = ({ row, column }: SheetSpot): string => cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''

  const view = (
    <div
      className="sheet-desk"
      ref={desk}
      // What the arrows do here is said by the page itself.
      role={work ? 'application' : 'region'}
      aria-label={label}
      tabIndex={0}
      style={{ fontSize: `${zoom}rem` }}
      onKeyDown={onKeyDown}
    >
      <div
        className="sheet-grid"
        role="table"
        aria-label={label}
        aria-rowcount={first.rows}
        aria-colcount={first.columns}
        style={{
          gridTemplateColumns: [headWidth, ...columns.map(({ size }) => size)].map(em).join(' '),
          gridTemplateRows: [headHeight, ...rows.map(({ size }) => size)].map(em).join(' '),
        }}
      >
        <div className="sheet-corner" aria-hidden />
        {seen &&
          columns.map((part) => (
            <SheetHeads
              key={part.from}
              axis={columnAxis}
              part={part}
              seen={[seen.x, seen.right]}
              marked={cursor ? [cursor.column] : areas.map(({ column }) => column)}
              words={work?.columnWords}
            />
          ))}
        {seen &&
          rows.map((band) => [
            <SheetHeads
              key={`${band.from} head`}
              isRows
              axis={rowAxis}
              part={band}
              seen={[seen.y, seen.bottom]}
              marked={cursor ? [cursor.row] : areas.map(({ row }) => row)}
            />,
            ...columns.map((part) => {
              const area = { x: part.from, y: band.from, width: part.size, height: band.size }
              const view = clip(area, { isRowFixed: band.isFixed, isColumnFixed: part.isFixed, seen })
              return (
                <SheetBlock
                  key={`${band.from} ${part.from}`}
                  area={area}
                  cells={cells.filter((cell) => overlaps(cell, view))}
                  bands={isOpen ? [] : bandsIn(rowAxis, columnAxis, view, (span) => say(sheetTexts.hiddenRows, span))}
                  outlined={areas.filter((one) => overlaps(one, area))}
                  over={
                    work && (
                      <SheetMarks
                        area={area}
                        marks={marks.filter((one) => overlaps(one, area))}
                        hatches={hatches.filter((one) => overlaps(one, area))}
                        cursor={cursor && overlaps(cursor, area) ? cursor : undefined}
                      />
                    )
                  }
                  pointing={pointing(area)}
                  gridLines={first.gridLines ? linesIn(rowAxis, columnAxis, view) : []}
                  className={`${band.isFixed ? 'fixed-row' : ''} ${part.isFixed ? 'fixed-column' : ''}`}
                  style={{
                    ...(band.isFixed ? { top: em(headHeight) } : {}),
                    ...(part.isFixed ? { left: em(headWidth) } : {}),
                  }}
                />
              )
            }),
          ])}
      </div>
      {areas.length > 0 && (
        <p className="unseen">
          {areas.map(({ name, row, column }) => say(sheetTexts.outlined, { cell: name, text: textAt({ row, column }) })).join(' ')}
        </p>
      )}
    </div>
  )
  if (!work) return view
  return (
    <div className="sheet-work">
      {view}
      {cursor && work.bar({ address: cellAddress(cursor.row, cursor.column), text: textAt(cursor) })}
    </div>
  )
}

const isFixed = (part: SheetPart): boolean => part.isFixed

/** Share of the room that what stays may take. */
const largestFixed = 0.4

/**
 * What stays while the rest scrolls. Where all that is frozen would leave too little room, the last frozen row still stays:
 * it is the head of the table, above it stand titles.
 */
function splitAxis(axis: SheetAxis, frozen: number, room: number | undefined): SheetPart[] {
  const whole = endOf(axis, axis.count)
  const end = endOf(axis, frozen)
  if (room === undefined || frozen === 0 || end >= whole) return [{ from: 0, size: whole, isFixed: false }]
  const rest = { from: end, size: whole - end, isFixed: false }
  if (end <= room * largestFixed) return [{ from: 0, size: end, isFixed: true }, rest]
  const start = startOf(axis, frozen)
  if (end - start > room * largestFixed) return [{ from: 0, size: whole, isFixed: false }]
  return [...(start > 0 ? [{ from: 0, size: start, isFixed: false }] : []), { from: start, size: end - start, isFixed: true }, rest]
}

/** The part of a block that may be seen: of a fixed one all, in that direction. */
function clip(
  area: BlockArea,
  { isRowFixed, isColumnFixed, seen }: { isRowFixed: boolean; isColumnFixed: boolean; seen: SeenArea },
): BlockArea {
  const x = isColumnFixed ? area.x : Math.max(area.x, seen.x)
  const y = isRowFixed ? area.y : Math.max(area.y, seen.y)
  const right = isColumnFixed ? area.x + area.width : Math.min(area.x + area.width, seen.right)
  const bottom = isRowFixed ? area.y + area.height : Math.min(area.y + area.height, seen.bottom)
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) }
}

const overlaps = (a: BlockArea | PlacedCell, b: BlockArea): boolean => {
  const [x, width] = 'textX' in a ? [Math.min(a.x, a.textX), Math.max(a.width, a.textWidth)] : [a.x, a.width]
  return x < b.x + b.width && x + width > b.x && a.y < b.y + b.height && a.y + a.height > b.y
}

/** Bands across the sheet that stand for hidden rows and columns; there is room to say so only along rows. */
function bandsIn(
  rowAxis: SheetAxis,
  columnAxis: SheetAxis,
  view: BlockArea,
  labelOf: (span: { first: number; last: number }) => string,
): SheetBand[] {
  const [width, height] = [endOf(columnAxis, columnAxis.count), endOf(rowAxis, rowAxis.count)]
  const rows = rowAxis.hidden.map((span) => ({ x: 0, y: startOf(rowAxis, span.first), width, height: rowBand, label: labelOf(span) }))
  const columns = columnAxis.hidden.map(({ first }) => ({ x: startOf(columnAxis, first), y: 0, width: columnBand, height, label: '' }))
  return [...rows, ...columns].filter((band) => overlaps(band, view))
}

function linesIn(rowAxis: SheetAxis, columnAxis: SheetAxis, view: BlockArea): { at: number; isRow: boolean }[] {
  const ends = (axis: SheetAxis, from: number, to: number, isRow: boolean): { at: number; isRow: boolean }[] => {
    const lines: { at: number; isRow: boolean }[] = []
    for (let index = indexAt(axis, from); index <= axis.count && startOf(axis, index) < to; index++) {
      const at = endOf(axis, index)
      if (lines.at(-1)?.at !== at) lines.push({ at, isRow })
    }
    return lines
  }
  return [...ends(rowAxis, view.y, view.y + view.height, true), ...ends(columnAxis, view.x, view.x + view.width, false)]
}
