import type { Period } from '../domain/period.ts'
import { periodNameTexts, periodTitleTexts } from '../messages/period-name.ts'
import { fillText, type Language } from '../messages/text.ts'
import { printDay } from '../vietnamese/dates.ts'
import { periodName } from './report-wording.ts'
import { usualSpan } from './usual-span.ts'

type Named = Pick<Period, 'code' | 'from' | 'to' | 'endsYear'>

/** `6 tháng đầu năm 2026`, as it stands behind “kỳ” or “the report of”; a span that is none of the usual ones is named by its days. */
export function namePeriod(period: Omit<Named, 'code'>, language: Language): string {
  if (language === 'vi') return periodName(period)
  const usual = usualSpan(period)
  return usual
    ? fillText(periodNameTexts[usual.span], language, { year: usual.year })
    : fillText(periodNameTexts.days, language, { from: printDay(period.from), to: printDay(period.to) })
}

/** `Năm 2026`, as it stands alone; by its code where it has none of the usual spans, or where another of `all` has the same. */
export function titlePeriod(period: Named, all: readonly Named[], language: Language): string {
  const title = plainTitle(period, language)
  return all.some((other) => other.code !== period.code && plainTitle(other, language) === title) ? period.code : title
}

function plainTitle(period: Named, language: Language): string {
  const usual = usualSpan(period)
  return usual ? fillText(periodTitleTexts[usual.span], language, { year: usual.year }) : period.code
}
