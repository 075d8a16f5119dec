import type { Period } from '../domain/period.ts'

/** The spans that offices report on; by the calendar, or from the middle of December before. */
export type UsualSpan = 'year' | 'firstHalf' | 'nineMonths' | 'firstQuarter'

const byLastMonth: Readonly<Record<number, UsualSpan>> = { 3: 'firstQuarter', 6: 'firstHalf', 9: 'nineMonths', 12: 'year' }

/** Which of the usual spans a period is, and of which year; undefined where it is none of them. */
export function usualSpan({ from, to, endsYear }: Pick<Period, 'from' | 'to' | 'endsYear'>): { span: UsualSpan; year: number } | undefined {
  const [firstYear, firstMonth] = yearAndMonth(from)
  const [year, month] = yearAndMonth(to)
  const fromYearStart = firstMonth === 1 || (firstMonth === 12 && firstYear === year - 1)
  const span = endsYear ? 'year' : byLastMonth[month]
  return fromYearStart && span ? { span, year } : undefined
}

const yearAndMonth = (isoDay: string): [year: number, month: number] => [Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7))]
