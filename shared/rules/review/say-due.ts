import { dueTexts } from '../../messages/review.ts'
import { fillText, type Language } from '../../messages/text.ts'
import { formatSmallCount } from '../../vietnamese/format-number.ts'

/** The reminder of shortcomings whose day is near or past; undefined while there are none. */
export function sayDue({ overdue, soon }: { overdue: number; soon: number }, language: Language): string | undefined {
  if (overdue + soon === 0) return undefined
  const key = overdue === 0 ? 'soon' : soon === 0 ? 'overdue' : 'both'
  return fillText(dueTexts[key], language, { overdue: formatSmallCount(overdue, language), soon: formatSmallCount(soon, language) })
}
