import { printDay } from '../../../shared/vietnamese/dates.ts'

/** A number of a paper as it is typed, from 1 to 99,999. */
export function readNumber(text: string): number | undefined {
  const number = /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : 0
  return number >= 1 ? number : undefined
}

/** Today in Vietnam, which keeps UTC+7, as a day is typed. */
export const todayWords = (): string => printDay(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10))
