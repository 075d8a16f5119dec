import type { Programme } from '../domain/programme.ts'
import type { AppendixChange, IndicatorState, ReportChanges } from '../domain/report-change.ts'
import { changeWords } from '../messages/report-changes.ts'
import { fillText, type Language } from '../messages/text.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { effectWords } from './effect-words.ts'
import { showRate } from './indicator-words.ts'
import type { WaitingEffect } from './count-waiting.ts'

/** What is called so was that and is this. */
export type ChangeRow = { name: string; before: string; after: string }

type Known = Pick<Programme, 'indicators' | 'fields'>
type Sums = Pick<IndicatorState, 'numerator' | 'denominator' | 'coverage'>

function stateWords(indicator: Programme['indicators'][number], state: Sums, language: Language, isShort = false): string {
  const count = (value: number): string => formatCount(value, language)
  return fillText(isShort ? changeWords.indicatorShort : changeWords.indicator, language, {
    rate: showRate(state, indicator, language)?.text ?? '–',
    numerator: count(state.numerator),
    denominator: count(state.denominator),
    reported: count(state.coverage.reported),
    expected: count(state.coverage.expected),
  })
}

/** RC4 in words: indicators, then how many units sent, then the sums of the fields. `isShort`: rates without what they are made of. */
export function figureRows(
  { indicators: known, fields }: Known,
  changes: Pick<ReportChanges, 'indicators' | 'register' | 'fields'>,
  language: Language,
  isShort = false,
): ChangeRow[] {
  const labelOf = new Map(fields.map(({ code, label }) => [code, label[language]]))
  const value = (count: number | null): string => (count === null ? '–' : formatCount(count, language))
  return [
    ...changes.indicators.flatMap(({ code, before, after }): ChangeRow[] => {
      const indicator = known.find((one) => one.code === code)
      if (!indicator) return []
      const [old, now] = [before, after].map((state) => stateWords(indicator, state, language, isShort)) as [string, string]
      return [{ name: indicator.shortLabel[language], before: old, after: now }]
    }),
    ...changes.register.map(({ count, before, after }) => ({
      name: changeWords[count][language],
      before: formatSmallCount(before, language),
      after: formatSmallCount(after, language),
    })),
    ...changes.fields.map(({ code, before, after }) => ({ name: labelOf.get(code) ?? code, before: value(before), after: value(after) })),
  ]
}

/** RC6 in words, with what it does to the rate. */
export const waitingRows = (
  { indicators }: Known,
  effects: readonly WaitingEffect[],
  language: Language,
): (ChangeRow & { effect: string })[] =>
  effects.flatMap(({ code, before, after }) => {
    const indicator = indicators.find((one) => one.code === code)
    if (!indicator) return []
    return [
      {
        name: indicator.shortLabel[language],
        before: stateWords(indicator, before, language),
        after: stateWords(indicator, after, language),
        effect: effectWords({ old: before, new: after }, indicator, language),
      },
    ]
  })

export function appendixWords({ title, name, added, removed }: AppendixChange, language: Language, isShort = false): string {
  const rows = [
    ...(added > 0 ? [fillText(changeWords.rowsAdded, language, { count: formatSmallCount(added, language) })] : []),
    ...(removed > 0 ? [fillText(changeWords.rowsRemoved, language, { count: formatSmallCount(removed, language) })] : []),
  ]
  const count = formatSmallCount(Math.max(added, removed), language)
  return fillText(isShort ? changeWords.appendixShort : changeWords.appendix, language, { title, name, count, rows: rows.join(', ') })
}
