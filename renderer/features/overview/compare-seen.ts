import type { Overview } from '../../../shared/contract/overview.ts'
import { changeTexts } from '../../../shared/messages/overview-page.ts'
import type { Language } from '../../../shared/messages/text.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { describeIndicator } from './describe-overview.ts'

/** What a person has seen of a period: enough to say what is new, and no more. */
export type Seen = {
  at: string
  indicators: Readonly<Record<string, { shown: string | null; verdict: string }>>
  received: number
  waiting: number
  blocking: number
  warning: number
}

export const takeSeen = ({ indicators, register, waiting, findings }: Overview, at: string): Seen => ({
  at,
  indicators: Object.fromEntries(indicators.map(({ code, shown, verdict }) => [code, { shown, verdict }])),
  received: register.received,
  waiting,
  blocking: findings.blocking,
  warning: findings.warning,
})

/** Undefined for what another version wrote, or nobody. */
export function readSeen(text: string | null): Seen | undefined {
  if (text === null) return undefined
  try {
    const seen = JSON.parse(text) as Partial<Seen> | null
    const isWhole =
      typeof seen?.at === 'string' &&
      typeof seen.indicators === 'object' &&
      [seen.received, seen.waiting, seen.blocking, seen.warning].every(Number.isSafeInteger)
    return isWhole ? (seen as Seen) : undefined
  } catch {
    return undefined
  }
}

/** Old → new, one line each, indicators in their order; empty when everything is as it was. */
export function describeChanges(view: Overview, seen: Seen, language: Language): string[] {
  const ofIndicators = view.indicators.flatMap((indicator) => {
    const before = seen.indicators[indicator.code]
    if (!before || (before.shown === indicator.shown && before.verdict === indicator.verdict)) return []
    const row = describeIndicator(indicator, language)
    const params = {
      indicator: row.label,
      before: describeIndicator({ ...indicator, shown: before.shown }, language).result,
      after: row.result,
    }
    return [
      before.verdict === indicator.verdict
        ? fillText(changeTexts.indicator, language, params)
        : fillText(changeTexts.verdict, language, { ...params, verdict: row.words }),
    ]
  })
  const counts = [
    ['received', seen.received, view.register.received, formatCount],
    ['waiting', seen.waiting, view.waiting, formatSmallCount],
    ['blocking', seen.blocking, view.findings.blocking, formatSmallCount],
    ['warning', seen.warning, view.findings.warning, formatSmallCount],
  ] as const
  const ofCounts = counts.flatMap(([name, before, after, print]) =>
    before === after ? [] : [fillText(changeTexts[name], language, { before: print(before, language), after: print(after, language) })],
  )
  return [...ofIndicators, ...ofCounts]
}
