import { useMemo, useRef } from 'react'
import type { SheetWindow } from '../../shared/domain/sheet-window.ts'
import { parseCellAddress } from '../../shared/domain/workbook.ts'
import { sheetTexts } from '../../shared/messages/trace.ts'
import { useLanguage } from './language.tsx'
import { buildAxis, endOf, indexAt, startOf, type SheetAxis } from './sheet-axis.ts'
import { em, SheetBlock, type BlockArea, type OutlinedArea } from './sheet-block.tsx'
import { outlineOf, placeCells, type PlacedCell } from './sheet-layout.ts'
import { headHeight, headWidth, SheetHeads, type SheetPart } from './sheet-heads.tsx'
import { useNeeded, useReveal, useSheetPort, type SeenArea, type SheetPlace } from './use-sheet-port.ts'
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
}

const [rowBand, columnBand] = [22, 14]
/** Drawn beyond the edges, so that scrolling shows no gaps. */
const overscan = 400

/** A sheet as it looks in a spreadsheet program, on white paper in every theme. Scrolled by arrows, PageUp, PageDown, Home, End. */
export function SheetView({ windows, label, outlined = [], zoom = 1, isOpen = false, onNeed }: SheetViewProps) {
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
  const width = endOf(columnAxis, columnAxis.count)
  const height = endOf(rowAxis, rowAxis.count)
  // A frozen part that would leave no room for the rest scrolls along, as everything does.
  const room = port ? { width: port.width / port.unit, height: port.height / port.unit } : undefined
  const frozenHeight = room && endOf(rowAxis, first.frozenRows) <= room.height * 0.4 ? startOf(rowAxis, first.frozenRows + 1) : 0
  const frozenWidth = room && endOf(columnAxis, first.frozenColumns) <= room.width * 0.4 ? startOf(columnAxis, first.frozenColumns + 1) : 0
  useReveal(desk, port, areas[0], { frozenWidth, frozenHeight })

  const seen = port && {
    x: port.left / port.unit - headWidth - overscan,
    y: port.top / port.unit - headHeight - overscan,
    right: (port.left + port.width) / port.unit + overscan,
    bottom: (port.top + port.height) / port.unit + overscan,
  }
  useNeeded(onNeed, seen, rowAxis, columnAxis, { hasFixedRows: frozenHeight > 0, hasFixedColumns: frozenWidth > 0 })

  const columns = split(frozenWidth, width)
  const rows = split(frozenHeight, height)
  return (
    <div className="sheet-desk" ref={desk} role="region" aria-label={label} tabIndex={0} style={{ fontSize: `${zoom}rem` }}>
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
              marked={areas.map(({ column }) => column)}
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
              marked={areas.map(({ row }) => row)}
            />,
            ...columns.map((part) => {
              const area = { x: part.from, y: band.from, width: part.size, height: band.size }
              const view = clip(area, { isRowFixed: band.isFixed, isColumnFixed: part.isFixed, seen })
              return (
                <SheetBlock
                  key={`${band.from} ${part.from}`}
                  area={area}
                  cells={cells.filter((cell) => overlaps(cell, view))}
                  bands={isOpen ? [] : bandsIn(rowAxis, columnAxis, { width, height }, view)}
                  outlined={areas.filter((one) => overlaps(one, area))}
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
          {areas
            .map(({ name, row, column }) =>
              say(sheetTexts.outlined, { cell: name, text: cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '' }),
            )
            .join(' ')}
        </p>
      )}
    </div>
  )
}

const split = (fixed: number, whole: number): SheetPart[] =>
  fixed > 0 && fixed < whole
    ? [
        { from: 0, size: fixed, isFixed: true },
        { from: fixed, size: whole - fixed, isFixed: false },
      ]
    : [{ from: 0, size: whole, isFixed: false }]

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

/** Bands across the sheet that stand for hidden rows and columns. */
function bandsIn(rowAxis: SheetAxis, columnAxis: SheetAxis, whole: { width: number; height: number }, view: BlockArea): BlockArea[] {
  const rows = rowAxis.hidden.map(({ first }) => ({ x: 0, y: startOf(rowAxis, first), width: whole.width, height: rowBand }))
  const columns = columnAxis.hidden.map(({ first }) => ({ x: startOf(columnAxis, first), y: 0, width: columnBand, height: whole.height }))
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
