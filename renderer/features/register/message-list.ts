import { registerListTexts, registerPageTexts } from '../../../shared/messages/register-page.ts'
import { unitStateTexts } from '../../../shared/messages/report.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { unitStateWords } from '../../../shared/rules/unit-state-words.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { RegisterRow, UnitState } from './register-rows.ts'

type ListSetting = { period: string; dueAt: string; asOf: string; state: UnitState | null }

/** The units shown, ready to be pasted into a chat: what period, until when, as of when, then one line a unit. */
export function writeMessageList(rows: readonly RegisterRow[], { period, dueAt, asOf, state }: ListSetting, language: Language): string {
  const head = fillText(registerListTexts.head, language, {
    period,
    due: printInstant(dueAt, language),
    state: stateName(state, language),
    count: formatSmallCount(rows.length, language),
    at: printInstant(asOf, language),
  })
  const lines = rows.map((row, index) =>
    fillText(state === 'missing' ? registerListTexts.line : registerListTexts.lineWithState, language, {
      order: index + 1,
      unit: row.name,
      state: unitStateWords(row, dueAt, language),
    }),
  )
  const asks = rows.some((row) => row.state === 'missing') ? [fillText(registerListTexts.request, language)] : []
  return [head, ...lines, ...asks].join('\n')
}

/** What the filter is called, also where a state's own words carry a count of days. */
export const stateName = (state: UnitState | null, language: Language): string =>
  fillText(state === null ? registerPageTexts.all : state === 'late' ? registerPageTexts.late : unitStateTexts[state], language)
