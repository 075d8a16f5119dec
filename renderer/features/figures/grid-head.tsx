import { ArrowDown, ArrowUp, ChevronDown, Pin } from 'lucide-react'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { wordColumn, wordColumnWhole } from '../../../shared/rules/grid-words.ts'
import type { GridColumnGroup, GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ColumnLayout } from './column-layout.ts'
import { nameColumn, type Sorting } from './table-settings.ts'

type HeadProps = {
  columns: readonly GridColumnPlan[]
  groups: readonly GridColumnGroup[]
  layout: ColumnLayout
  hasGroups: boolean
  from: number
  to: number
  sorting: Sorting | null
  onSort: (column: string) => void
  onMenu: (column: string) => void
}

const ariaSort = (sorting: Sorting | null, id: string): 'ascending' | 'descending' | 'none' =>
  sorting?.column !== id ? 'none' : sorting.descending ? 'descending' : 'ascending'

function SortMark({ sorting, id }: { sorting: Sorting | null; id: string }) {
  if (sorting?.column !== id) return null
  return sorting.descending ? <ArrowDown size={16} aria-hidden /> : <ArrowUp size={16} aria-hidden />
}

/** The heads of what can be seen: groups above, columns below. Its buttons are for the mouse; the keys work from the cells. */
export function TableHead({ columns, groups, layout, hasGroups, from, to, sorting, onSort, onMenu }: HeadProps) {
  const { language, say } = useLanguage()
  const head = (index: number) => {
    const column = columns[index]!
    const whole = wordColumnWhole(column, language)
    const isGrouped = hasGroups && index >= layout.pinned
    return (
      <div
        key={column.id}
        className="grid-head-cell"
        role="columnheader"
        data-head={column.id}
        aria-colindex={index + 2}
        aria-sort={ariaSort(sorting, column.id)}
        style={{ left: layout.lefts[index], width: layout.widths[index] }}
      >
        <button type="button" className="head-sort" tabIndex={-1} title={whole} onClick={() => onSort(column.id)}>
          <span className="head-text">{isGrouped && column.kind === 'rate' ? say(figuresTexts.result) : wordColumn(column, language)}</span>
          <SortMark sorting={sorting} id={column.id} />
          {index < layout.pinned && <Pin size={14} aria-hidden />}
        </button>
        <button
          type="button"
          className="head-menu"
          tabIndex={-1}
          aria-label={say(figuresTexts.menuOf, { column: wordColumn(column, language) })}
          onClick={() => onMenu(column.id)}
        >
          <ChevronDown size={16} aria-hidden />
        </button>
      </div>
    )
  }
  const range = (first: number, after: number): number[] => Array.from({ length: Math.max(0, after - first) }, (_, place) => first + place)
  return (
    <div className="grid-head" role="row" aria-rowindex={1} data-groups={hasGroups ? true : undefined}>
      <div className="grid-frozen" style={{ width: layout.frozenWidth }}>
        <div
          className="grid-head-cell name"
          role="columnheader"
          aria-colindex={1}
          aria-sort={ariaSort(sorting, nameColumn)}
          style={{ left: 0, width: layout.nameWidth }}
        >
          <button type="button" className="head-sort" tabIndex={-1} onClick={() => onSort(nameColumn)}>
            <span className="head-text">{say(figuresTexts.unit)}</span>
            <SortMark sorting={sorting} id={nameColumn} />
          </button>
        </div>
        {range(0, layout.pinned).map(head)}
      </div>
      <div className="grid-window">
        <div className="grid-strip">
          {hasGroups &&
            groupSpans(columns, layout, groups).map(({ code, label, left, width }) => (
              <div key={`${code} ${left}`} className="grid-group" role="presentation" style={{ left, width }}>
                <span>{label[language]}</span>
              </div>
            ))}
          {range(from, to).map(head)}
        </div>
      </div>
    </div>
  )
}

/** Neighbours of one group share its head; a group that a pinned column was taken out of keeps one head. */
function groupSpans(columns: readonly GridColumnPlan[], { lefts, widths, pinned }: ColumnLayout, groups: readonly GridColumnGroup[]) {
  const spans: { code: string; label: GridColumnGroup['label']; left: number; width: number }[] = []
  for (let index = pinned; index < columns.length; index++) {
    const code = columns[index]!.group
    const last = spans.at(-1)
    if (last?.code === code) last.width += widths[index]!
    else {
      const label = groups.find((group) => group.code === code)?.label
      if (label) spans.push({ code, label, left: lefts[index]!, width: widths[index]! })
    }
  }
  return spans
}
