import type { FindingCell } from '../../../shared/contract/findings.ts'
import type { CellState } from '../../../shared/domain/figure.ts'
import { cellStateTexts } from '../../../shared/messages/command-output.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'

type CellWords = {
  ofReading: (state: CellState, value: number | null) => string
  /** What counts, and what the unit wrote: a number, a state, or the text as it stands in the cell. */
  inEffect: (cell: FindingCell) => string
  asReported: (cell: FindingCell) => string
}

export function useCellWords(): CellWords {
  const { language, say } = useLanguage()
  const ofReading: CellWords['ofReading'] = (state, value) => (value === null ? say(cellStateTexts[state]) : formatCount(value, language))
  return {
    ofReading,
    inEffect: ({ isField, state, value, raw }) => (isField && state !== null ? ofReading(state, value) : raw),
    asReported: ({ isField, reportedState, reported, raw }) =>
      isField && reportedState !== null ? (reportedState === 'unreadable' ? `“${raw}”` : ofReading(reportedState, reported)) : raw,
  }
}
