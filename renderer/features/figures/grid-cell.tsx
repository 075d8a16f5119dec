import { memo, type CSSProperties } from 'react'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { GridRow } from '../../../shared/rules/grid-cells.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import type { ColumnLayout } from './column-layout.ts'
import { nameRow, showCell, type CellShown, type TableView } from './table-view.ts'

export const activeCellId = 'figure-active'

type RowProps = {
  view: TableView
  layout: ColumnLayout
  row: GridRow
  /** Row 0 is the province. */
  index: number
  top: number
  /** The first column drawn of those that scroll, and the one after the last. */
  from: number
  to: number
  /** Selected columns of this row, names first; -1 where none is. */
  selectedFrom: number
  selectedTo: number
  activeColumn: number
  evidence: string | null
  language: Language
}

const within = (column: number, from: number, to: number): true | undefined => (column >= from && column <= to ? true : undefined)

/** One row of the table: what is frozen, then what can be seen of the rest. Drawn again only when one of these changes. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { view, layout, row, index, top, from, to, selectedFrom, selectedTo, activeColumn, evidence, language } = props
  const name = nameRow(view, row, language)
  const cell = (column: number, left: number) => (
    <FigureCell
      key={view.columns[column]!.id}
      shown={showCell(view, row, view.columns[column]!, language)}
      column={column + 1}
      style={{ left, width: layout.widths[column] }}
      isSelected={within(column + 1, selectedFrom, selectedTo)}
      isActive={activeColumn === column + 1 ? true : undefined}
      language={language}
    />
  )
  const columns = (first: number, after: number): number[] =>
    Array.from({ length: Math.max(0, after - first) }, (_, place) => first + place)
  return (
    <div className="grid-row" role="row" aria-rowindex={index + 2} data-row={index} data-kind={row.kind} style={{ top }}>
      <div className="grid-frozen" style={{ width: layout.frozenWidth }}>
        <div
          className="grid-cell name"
          role="rowheader"
          aria-colindex={1}
          data-column={0}
          data-selected={within(0, selectedFrom, selectedTo)}
          data-active={activeColumn === 0 ? true : undefined}
          id={activeColumn === 0 ? activeCellId : undefined}
          style={{ left: 0, width: layout.nameWidth }}
          title={evidence === null ? name : `${name} · ${figuresTexts.evidenceHow[language]}`}
        >
          <span className="name-text">{name}</span>
          {evidence !== null && <span className="name-evidence">{evidence}</span>}
        </div>
        {columns(0, layout.pinned).map((column) => cell(column, layout.lefts[column]!))}
      </div>
      <div className="grid-window">
        <div className="grid-strip">{columns(from, to).map((column) => cell(column, layout.lefts[column]!))}</div>
      </div>
    </div>
  )
})

type CellProps = {
  shown: CellShown | undefined
  column: number
  style: CSSProperties
  isSelected: true | undefined
  isActive: true | undefined
  language: Language
}

function FigureCell({ shown, column, style, isSelected, isActive, language }: CellProps) {
  const coverage = shown?.cell.coverage
  return (
    <div
      className="grid-cell figure"
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected ?? false}
      data-column={column}
      data-state={shown?.cell.state}
      data-selected={isSelected}
      data-active={isActive}
      id={isActive ? activeCellId : undefined}
      style={style}
    >
      {shown && <CellContent shown={shown} language={language} />}
      {coverage && (
        <span className="cell-coverage">
          {fillText(figuresTexts.coverage, language, {
            reported: formatCount(coverage.reported, language),
            expected: formatCount(coverage.expected, language),
          })}
        </span>
      )}
    </div>
  )
}

/** A number stands alone; a state has its mark and, where there is room, its word. The word wraps out of sight in a narrow column. */
function CellContent({ shown: { cell, words }, language }: { shown: CellShown; language: Language }) {
  if (words.number === null)
    return (
      <span className="cell-state">
        <span aria-hidden="true">{words.glyph}</span>
        <span className="state-word">{words.state}</span>
        {words.raw !== null && <span className="state-word raw">“{words.raw}”</span>}
      </span>
    )
  return (
    <span className="cell-number">
      {words.isBelow && (
        <span className="below" role="img" aria-label={figuresTexts.belowTarget[language]}>
          ▼
        </span>
      )}
      {cell.isAdjusted && (
        <span className="adjusted" role="img" aria-label={figuresTexts.adjusted[language]}>
          ✎
        </span>
      )}
      {words.before !== null && <s className="before">{words.before}</s>}
      <span className="number-text">{words.number}</span>
    </span>
  )
}
