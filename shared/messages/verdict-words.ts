import { verdictTexts } from './report.ts'
import { fillText, texts, type Language, type Text } from './text.ts'

type Verdict = 'met' | 'not_met' | 'undetermined' | 'nil' | 'no_data'
type Judged = { verdict: Verdict; coverage: { reported: number } }

/** Where some units reported and nothing bounds the others, there is a rate to see: "no data" beside it would be wrong. */
const spoken = ({ verdict, coverage }: Judged): Verdict => (verdict === 'no_data' && coverage.reported > 0 ? 'undetermined' : verdict)

export type VerdictFacts = Judged & {
  final: boolean
  isAspiration: boolean
  /** How far the shown rate lies below the target, with its unit; empty when the target is reached or nothing is shown. */
  shortfall: string
  /** Units of the line without figures, as printed, and whether all of them simply have not sent anything. */
  missing: string
  allUnsent: boolean
}

/** A verdict as people read it: in a period that does not end the year "not met" is progress, never a judgement. */
export function verdictWording(facts: VerdictFacts, language: Language): string {
  const { final, isAspiration, shortfall, missing, allUnsent } = facts
  const verdict = spoken(facts)
  const say = (key: keyof typeof verdictTexts, params: Readonly<Record<string, string>> = {}): string =>
    fillText(verdictTexts[key], language, params)
  if (verdict === 'nil' || verdict === 'no_data') return say(verdict)
  if (verdict === 'undetermined') return say(allUnsent ? 'undetermined_unsent' : 'undetermined_uncounted', { missing })
  if (verdict === 'met') return say(!final ? 'met_not_final' : isAspiration ? 'met_aspiration' : 'met')
  if (!final && shortfall !== '') return say('not_met_not_final', { shortfall })
  return say(isAspiration ? 'not_met_aspiration' : 'not_met')
}

/** A difference of two percentages, with its unit. */
export const pointsText: Text = { vi: '{shortfall} điểm %', en: '{shortfall} percentage points' }

const summaryTexts = texts({
  met: { vi: '{met}/{all} chỉ tiêu đạt', en: '{met} of {all} indicators met' },
  met_not_final: {
    vi: '{met}/{all} chỉ tiêu đã đạt mức mục tiêu năm',
    en: '{met} of {all} indicators have reached the level set for the year',
  },
  not_met: { vi: '{count} chưa đạt', en: '{count} not met' },
  not_met_not_final: { vi: '{count} chưa tới', en: '{count} not yet' },
  undetermined: { vi: '{count} chưa đủ căn cứ', en: '{count} undetermined' },
  nil: { vi: '{count} không phát sinh đối tượng', en: '{count} with nothing to count' },
  no_data: { vi: '{count} chưa có số liệu', en: '{count} without data' },
})

/** How many indicators are spoken of in each way. */
export const countVerdict = (all: readonly Judged[], verdict: Verdict): number => all.filter((one) => spoken(one) === verdict).length

/**
 * `05/11 chỉ tiêu đã đạt mức mục tiêu năm; 04 chưa tới; 02 chưa đủ căn cứ.` Parts that count nothing are left out,
 * except the first. `print` writes a small count as the language has it; `what` says of what.
 */
export function verdictSummaryWording(
  all: readonly (Judged & { final: boolean })[],
  language: Language,
  print: (count: number, what: Verdict | 'all') => string,
): string {
  const count = (verdict: Verdict): number => countVerdict(all, verdict)
  const final = all.every((one) => one.final)
  const rest: [Verdict, keyof typeof summaryTexts][] = [
    ['not_met', final ? 'not_met' : 'not_met_not_final'],
    ['undetermined', 'undetermined'],
    ['nil', 'nil'],
    ['no_data', 'no_data'],
  ]
  const first = fillText(summaryTexts[final ? 'met' : 'met_not_final'], language, {
    met: print(count('met'), 'met'),
    all: print(all.length, 'all'),
  })
  const parts = rest
    .filter(([verdict]) => count(verdict) > 0)
    .map(([verdict, key]) => fillText(summaryTexts[key], language, { count: print(count(verdict), verdict) }))
  return `${[first, ...parts].join('; ')}.`
}
