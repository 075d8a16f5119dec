import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { cellMarks, type SheetBorder } from '../../shared/domain/sheet-window.ts'
import type { PlacedCell } from './sheet-layout.ts'

/** A part of the sheet that scrolls as one; measures in pixels of the sheet at 100 %. */
export type BlockArea = { x: number; y: number; width: number; height: number }
export type OutlinedArea = BlockArea & { name: string }

/** Stands for hidden rows or columns. */
export type SheetBand = BlockArea & { label: string }

/** Sixteen pixels of the sheet are one em of the view, so that zoom and the size of text move everything alike. */
export const em = (pixels: number): string => `${pixels / 16}em`

type SheetBlockProps = {
  area: BlockArea
  /** In the order of rows. */
  cells: readonly PlacedCell[]
  bands: readonly SheetBand[]
  outlined: readonly OutlinedArea[]
  /** What is drawn over the cells, of this part only. */
  over?: ReactNode
  pointing?: { onClick: (event: MouseEvent) => void; onDoubleClick: (event: MouseEvent) => void } | undefined
  gridLines: readonly { at: number; isRow: boolean }[]
  className?: string
  style?: CSSProperties
}

/** Cells of one part, each where the sheet has it; what reaches beyond is cut off at the edge. */
export function SheetBlock({ area, cells, bands, outlined, over, pointing, gridLines, className = '', style }: SheetBlockProps) {
  const rows = new Map<number, PlacedCell[]>()
  for (const cell of cells) {
    const known = rows.get(cell.row)
    if (known) known.push(cell)
    else rows.set(cell.row, [cell])
  }
  return (
    <div
      className={`sheet-block ${className}`}
      role="rowgroup"
      style={{ width: em(area.width), height: em(area.height), ...style }}
      {...pointing}
    >
      {gridLines.map(({ at, isRow }) => (
        <i
          key={`${isRow ? 'r' : 'c'}${at}`}
          className="sheet-line"
          data-row={isRow || undefined}
          style={isRow ? { top: em(at - area.y) } : { left: em(at - area.x) }}
        />
      ))}
      {[...rows].map(([row, own]) => (
        <div key={row} role="row" aria-rowindex={row} className="sheet-row">
          {own.map((cell) => (
            <SheetCell key={cell.column} cell={cell} area={area} />
          ))}
        </div>
      ))}
      {bands.map(({ x, y, width, height, label }) => (
        <div
          key={`${x} ${y}`}
          className="sheet-band"
          aria-hidden
          style={{ left: em(x - area.x), top: em(y - area.y), width: em(width), height: em(height) }}
        >
          {label !== '' && <span>{label}</span>}
        </div>
      ))}
      {outlined.map(({ name, x, y, width, height }) => (
        <i
          key={name}
          className="sheet-outline"
          data-cell={name}
          style={{ left: em(x - area.x), top: em(y - area.y), width: em(width), height: em(height) }}
        />
      ))}
      {over}
    </div>
  )
}

const thickness: Readonly<Record<SheetBorder['line'], string>> = {
  thin: '1px solid',
  dotted: '1px dotted',
  dashed: '1px dashed',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
}
const borderOf = (border: SheetBorder | undefined): string | undefined => border && `${thickness[border.line]} ${border.colour}`

function SheetCell({ cell, area }: { cell: PlacedCell; area: BlockArea }) {
  const { style, align, marks } = cell
  const indent = (style.indent ?? 0) * 9
  return (
    <div
      role="cell"
      aria-colindex={cell.column}
      aria-rowspan={cell.rows > 1 ? cell.rows : undefined}
      aria-colspan={cell.columns > 1 ? cell.columns : undefined}
      className="sheet-cell"
      data-hidden={cell.isHidden || undefined}
      style={{
        left: em(cell.x - area.x),
        top: em(cell.y - area.y),
        // Neighbours share the line between them.
        width: `calc(${em(cell.width)} + 1px)`,
        height: `calc(${em(cell.height)} + 1px)`,
        background: style.fill,
        borderTop: borderOf(style.top),
        borderLeft: borderOf(style.left),
        borderRight: borderOf(cell.right),
        borderBottom: borderOf(cell.bottom),
      }}
    >
      {cell.text !== '' && (
        <span
          className="sheet-text"
          data-face={style.face}
          data-align={align}
          data-vertical={style.vertical}
          style={{
            left: em(cell.textX - cell.x),
            width: em(cell.textWidth),
            paddingInlineStart: align === 'left' ? em(3 + indent) : undefined,
            paddingInlineEnd: align === 'right' ? em(3 + indent) : undefined,
          }}
        >
          <span
            style={{
              fontSize: em((style.size * 96) / 72),
              fontWeight: style.bold ? 700 : undefined,
              fontStyle: style.italic ? 'italic' : undefined,
              textDecoration: decorationOf(style.underline, style.strike),
              color: style.colour,
              whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
            }}
          >
            {cell.text}
            {(marks & cellMarks.cut) !== 0 && '…'}
          </span>
        </span>
      )}
    </div>
  )
}

const decorationOf = (underline: true | undefined, strike: true | undefined): string | undefined =>
  [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ') || undefined
