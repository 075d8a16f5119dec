import type { Period } from '../../shared/domain/period.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'
import { getPeriodKey, listPeriods } from './period-store.ts'

export type EarlierPeriod = { key: number; code: string; cutOff: string }

/** What a period is compared with; undefined where there is none. */
export type EarlierPeriods = {
  /** By cut-off, the latest first, at most two: whoever missed the last one is compared with the one before. */
  latest: readonly EarlierPeriod[]
  /** The latest one of the same reporting year. */
  sameYear: EarlierPeriod | undefined
  /** The one that ends a year before, a month more or less. */
  yearAgo: EarlierPeriod | undefined
}

const latestLooked = 2
const daysApart = 31

export function findEarlierPeriods(store: Store, period: Period, { reportingYear }: Programme): EarlierPeriods {
  const earlier = listPeriods(store)
    .filter(({ cutOff }) => cutOff < period.cutOff)
    .map(({ code, cutOff }): EarlierPeriod => ({ key: getPeriodKey(store, code), code, cutOff }))
    .toReversed()
  const yearStart = startOfYear(period.cutOff, reportingYear)
  const wanted = Date.parse(period.cutOff.replace(/^\d{4}/, (year) => String(Number(year) - 1)).replace('-02-29', '-02-28'))
  const distance = ({ cutOff }: EarlierPeriod): number => Math.abs(Date.parse(cutOff) - wanted) / 86_400_000
  return {
    latest: earlier.slice(0, latestLooked),
    sameYear: earlier.find(({ cutOff }) => cutOff >= yearStart),
    yearAgo: earlier.filter((one) => distance(one) <= daysApart).toSorted((a, b) => distance(a) - distance(b))[0],
  }
}

/** First day of the reporting year in which a day lies; ISO. */
function startOfYear(day: string, { startMonth, startDay }: Programme['reportingYear']): string {
  const start = `-${String(startMonth).padStart(2, '0')}-${String(startDay).padStart(2, '0')}`
  const year = Number(day.slice(0, 4))
  return day.slice(4) >= start ? `${year}${start}` : `${year - 1}${start}`
}
