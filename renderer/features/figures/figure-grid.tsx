import { useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type PointerEvent, type Ref } from 'react'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import type { GridColumnGroup, GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { summedLines } from './summed-lines.ts'
import { useLanguage } from '../../ui/language.tsx'
import { layOutColumns } from './column-layout.ts'
import { ColumnMenu } from './column-menu.tsx'
import { copyCells } from './copy-cells.ts'
import { activeCellId, TableRow } from './grid-cell.tsx'
import { TableHead } from './grid-head.tsx'
import { moveSelection, rangeOf, type CellPlace, type Selection } from './move-cell.ts'
import type { TableSettings } from './table-settings.ts'
import { rowAt, type TableView } from './table-view.ts'
import { useTableWindow } from './use-table-window.tsx'

type FigureGridProps = {
  ref: Ref<HTMLDivElement>
  view: TableView
  groups: readonly GridColumnGroup[]
  settings: TableSettings
  onChange: (change: Partial<TableSettings>) => void
  selection: Selection
  onSelect: (selection: Selection) => void
  onOpen: (place: CellPlace) => void
  /** Pixels of one rem: rows and columns follow the size of text. */
  rem: number
}

const rowRem = 2.25
const provinceRem = 3.25
const headRem = 5.25

/** The table itself: names and heads stay, cells are drawn where they can be seen, keys and mouse work as in a sheet. */
export function FigureGrid({ ref, view, groups, settings, onChange, selection, onSelect, onOpen, rem }: FigureGridProps) {
  const { language, say } = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<{ column: GridColumnPlan | undefined; at: { left: number; top: number } }>({
    column: undefined,
    at: { left: 0, top: 0 },
  })
  const [width, setWidth] = useState(1000)
  const pinned = view.columns.filter(({ id }) => settings.pinned.includes(id)).length
  const layout = useLayout(view.columns, pinned, rem, width)
  const hasGroups = settings.view === 'fields' || settings.parts
  const [rowHeight, provinceHeight] = [Math.round(rowRem * rem), Math.round(provinceRem * rem)]
  const headTop = Math.round((headRem + (hasGroups ? rowRem : 0)) * rem)
  const headHeight = headTop + provinceHeight
  const shown = useTableWindow(scroller, frame, { rows: view.rows.length, rowHeight, headHeight, layout })
  const { reveal } = shown
  useLayoutEffect(() => {
    if (shown.width > 0) setWidth(shown.width)
  }, [shown.width])
  useLayoutEffect(() => reveal(selection.active), [reveal, selection.active])

  const range = rangeOf(selection)
  const size = { rows: view.rows.length + 1, columns: view.columns.length + 1, pageRows: shown.pageRows }
  const openMenu = (id: string): void => {
    const head = scroller.current?.querySelector(`[data-head="${CSS.escape(id)}"]`)?.getBoundingClientRect()
    if (head) setMenu({ column: view.columns.find((column) => column.id === id), at: { left: head.right, top: head.bottom } })
  }
  const closeMenu = (): void => {
    setMenu(({ at }) => ({ column: undefined, at }))
    scroller.current?.focus()
  }
  const sort = (column: string): void => {
    const { sorting } = settings
    onChange({
      sorting: sorting?.column !== column ? { column, descending: false } : sorting.descending ? null : { column, descending: true },
    })
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const { key, ctrlKey, shiftKey, altKey, metaKey } = event
    if (key === 'Enter' && !ctrlKey && !altKey) {
      event.preventDefault()
      onOpen(selection.active)
      return
    }
    if (altKey && key === 'ArrowDown' && selection.active.column > 0) {
      event.preventDefault()
      openMenu(view.columns[selection.active.column - 1]!.id)
      return
    }
    const moved = moveSelection(selection, { key, ctrlKey: ctrlKey || metaKey, shiftKey, altKey }, size)
    if (!moved) return
    event.preventDefault()
    onSelect(moved)
  }
  const drag = useDrag(selection, onSelect, size)
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault()
    const { text, html } = copyCells(view, range, language)
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
  }
  const summed = summedLines(view.columns)
  const drawRow = (index: number) => {
    const row = rowAt(view, index)
    const isSelected = index >= range.top && index <= range.bottom
    const isEvidence = row.kind === 'unit' && !summed.has(view.figures.lines[row.place]!)
    return (
      <TableRow
        key={index}
        view={view}
        layout={layout}
        row={row}
        index={index}
        top={index === 0 ? 0 : (index - 1) * rowHeight}
        from={shown.columnFrom}
        to={shown.columnTo}
        selectedFrom={isSelected ? range.left : -1}
        selectedTo={isSelected ? range.right : -1}
        activeColumn={index === selection.active.row ? selection.active.column : -1}
        evidence={isEvidence ? say(figuresTexts.evidence) : null}
        language={language}
      />
    )
  }
  return (
    <>
      <ColumnMenu {...menu} settings={settings} onChange={onChange} onClose={closeMenu} />
      <div
        ref={(element) => {
          scroller.current = element
          if (typeof ref === 'function') ref(element)
          else if (ref) ref.current = element
        }}
        className="grid-scroller"
        role="grid"
        tabIndex={0}
        aria-label={say(figuresTexts.table)}
        aria-rowcount={view.rows.length + 2}
        aria-colcount={view.columns.length + 1}
        aria-multiselectable
        aria-activedescendant={activeCellId}
        onKeyDown={press}
        onCopy={copy}
        onDoubleClick={() => onOpen(selection.active)}
        {...drag}
      >
        <div
          className="grid-extent"
          role="presentation"
          style={{ width: layout.frozenWidth + layout.scrolledWidth, height: headHeight + view.rows.length * rowHeight }}
        >
          <div ref={frame} className="grid-view" role="presentation" style={{ width: shown.width, height: shown.height }}>
            <TableHead
              columns={view.columns}
              groups={groups}
              layout={layout}
              hasGroups={hasGroups}
              from={shown.columnFrom}
              to={shown.columnTo}
              sorting={settings.sorting}
              onSort={sort}
              onMenu={openMenu}
            />
            <div className="grid-province" role="presentation" style={{ height: provinceHeight }}>
              {drawRow(0)}
            </div>
            <div className="grid-body" role="presentation">
              <div className="grid-rows" role="presentation">
                {Array.from({ length: shown.rowTo - shown.rowFrom }, (_, place) => drawRow(shown.rowFrom + place + 1))}
              </div>
            </div>
          </div>
        </div>
      </div>
    </>
  )
}

function useLayout(columns: readonly GridColumnPlan[], pinned: number, rem: number, width: number) {
  const [kept, setKept] = useState(() => ({ columns, pinned, rem, width, layout: layOutColumns(columns, pinned, rem, width) }))
  if (kept.columns === columns && kept.pinned === pinned && kept.rem === rem && kept.width === width) return kept.layout
  const layout = layOutColumns(columns, pinned, rem, width)
  setKept({ columns, pinned, rem, width, layout })
  return layout
}

const placeUnder = (element: Element | null): CellPlace | undefined => {
  const [cell, row] = [element?.closest<HTMLElement>('[data-column]'), element?.closest<HTMLElement>('[data-row]')]
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : undefined
}

/** Pressing selects, dragging and Shift extend; at the edge of what is seen the table follows. */
function useDrag(selection: Selection, onSelect: (selection: Selection) => void, { rows, columns }: { rows: number; columns: number }) {
  const dragging = useRef(false)
  const extend = (active: CellPlace): void => {
    if (active.row !== selection.active.row || active.column !== selection.active.column) onSelect({ anchor: selection.anchor, active })
  }
  const edge = (event: PointerEvent<HTMLElement>): CellPlace => {
    const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect()
    const { row, column } = selection.active
    const stepOf = (at: number, low: number, high: number): number => (at < low ? -1 : at > high ? 1 : 0)
    return {
      row: Math.max(0, Math.min(rows - 1, row + stepOf(event.clientY, top, bottom))),
      column: Math.max(0, Math.min(columns - 1, column + stepOf(event.clientX, left, right))),
    }
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const place = event.button === 0 && event.target instanceof Element ? placeUnder(event.target) : undefined
      if (!place) return
      dragging.current = true
      onSelect({ anchor: event.shiftKey ? selection.anchor : place, active: place })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!dragging.current) return
      if (event.buttons !== 1) {
        dragging.current = false
        return
      }
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId)
      extend(placeUnder(document.elementFromPoint(event.clientX, event.clientY)) ?? edge(event))
    },
    onPointerUp: () => {
      dragging.current = false
    },
  }
}
