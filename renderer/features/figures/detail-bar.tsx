import { Button } from '@mantine/core'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { unitOfCountTexts } from '../../../shared/messages/report.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { countSelection } from './count-selection.ts'
import { describeCell } from './describe-cell.ts'
import { isSingle, type Selection } from './move-cell.ts'
import { rowAt, type TableView } from './table-view.ts'

type DetailBarProps = { view: TableView; selection: Selection; onOpen: (() => void) | undefined }

/** The active cell in words, as a formula bar has it: what it is, what it was made of, and why there is no number. */
export function DetailBar({ view, selection, onOpen }: DetailBarProps) {
  const { language, say } = useLanguage()
  const column = view.columns[selection.active.column - 1]
  const parts = describeCell(view, rowAt(view, selection.active.row), column, language)
  return (
    <div className="detail-bar">
      <p aria-live="polite">
        <strong>{parts.where}</strong>
        {parts.what !== '' && <span> · {parts.what}</span>}
        {parts.says !== '' && <span className="says">: {parts.says}</span>}
      </p>
      {onOpen && (
        <Button variant="default" size="compact-md" onClick={onOpen}>
          {say(figuresTexts.openSource)}
        </Button>
      )}
    </div>
  )
}

type StatusBarProps = { view: TableView; selection: Selection; shown: number; all: number; onClear: (() => void) | undefined }

/** As at the bottom of a sheet: how many cells are selected, how many hold numbers, and their sum where there is one. */
export function StatusBar({ view, selection, shown, all, onClear }: StatusBarProps) {
  const { language, say } = useLanguage()
  const count = isSingle(selection) ? undefined : countSelection(view, selection)
  return (
    <div className="status-bar">
      <span className="shown-count">
        <span role="status">{say(figuresTexts.shown, { shown: formatCount(shown, language), all: formatCount(all, language) })}</span>
        {onClear && (
          <Button variant="default" size="compact-md" onClick={onClear}>
            {say(figuresTexts.clear)}
          </Button>
        )}
      </span>
      {count ? (
        <span className="selection-count">
          <span>{say(figuresTexts.cells, { count: formatSmallCount(count.cells, language) })}</span>
          {count.numbers > 0 && <span>{say(figuresTexts.numbers, { count: formatSmallCount(count.numbers, language) })}</span>}
          {count.sum !== null && count.unitOfCount !== null && (
            <strong>
              {say(figuresTexts.sum, { sum: formatDecimal(String(count.sum), language), unit: say(unitOfCountTexts[count.unitOfCount]) })}
            </strong>
          )}
        </span>
      ) : (
        <span className="keys">{say(figuresTexts.keys)}</span>
      )}
    </div>
  )
}
