import type { Instant } from '../domain/identity.ts'
import { unitStateTexts } from '../messages/report.ts'
import { fillText, type Language } from '../messages/text.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { daysLate } from './report-wording.ts'

/** `Chậm 02 ngày`; on the due day itself only the hour was missed. */
export function unitStateWords(
  { state, receivedAt }: { state: 'on_time' | 'late' | 'pending' | 'missing'; receivedAt: Instant | null },
  dueAt: Instant,
  language: Language,
): string {
  if (state !== 'late' || receivedAt === null) return fillText(unitStateTexts[state === 'late' ? 'late_same_day' : state], language)
  const days = daysLate(dueAt, receivedAt)
  return days === 0
    ? fillText(unitStateTexts.late_same_day, language)
    : fillText(unitStateTexts.late, language, { days: formatSmallCount(days, language) })
}
