import type { Reading } from '../domain/figure.ts'
import type { Instant } from '../domain/identity.ts'
import type { Period } from '../domain/period.ts'
import { periodNameTexts } from '../messages/period-name.ts'
import { fillText } from '../messages/text.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { usualSpan } from './usual-span.ts'

/** `05/02/2026`, `14/6/2026`: zero before days under ten and the months 1 and 2, as in dates of official papers. */
export function shortDay(isoDay: string): string {
  const { year, month, day } = dayParts(isoDay)
  return `${paddedDay(day)}/${paddedMonth(month)}/${year}`
}

/** Year of a day in ISO form. */
export const yearOf = (isoDay: string): number => dayParts(isoDay).year

export const monthOf = (isoDay: string): number => dayParts(isoDay).month

const paddedDay = (day: number): string => String(day).padStart(2, '0')
const paddedMonth = (month: number): string => (month < 3 ? `0${month}` : String(month))

function dayParts(isoDay: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number)
  return { year, month, day }
}

/** The programme's country keeps one zone without summer time (UTC+7), so no time-zone data is needed. */
const zoneOffsetMs = 7 * 3_600_000

/** ISO day in Vietnam. */
export const dayInVietnam = (instant: Instant): string => new Date(Date.parse(instant) + zoneOffsetMs).toISOString().slice(0, 10)

/** `16:45 ngày 18/6/2026`, in Vietnam. */
export function timeAndDay(instant: Instant): string {
  const local = new Date(Date.parse(instant) + zoneOffsetMs).toISOString()
  return `${local.slice(11, 16)} ngày ${shortDay(local.slice(0, 10))}`
}

/** Calendar days between the due day and the day of receipt, both in Vietnam; 0 = late on the due day itself. */
export function daysLate(dueAt: Instant, receivedAt: Instant): number {
  return Math.round((Date.parse(dayInVietnam(receivedAt)) - Date.parse(dayInVietnam(dueAt))) / 86_400_000)
}

/** `6 tháng đầu năm 2026`, `năm 2026`, …; a span that is none of the usual ones is named by its days. */
export function periodName(period: Pick<Period, 'from' | 'to' | 'endsYear'>): string {
  const usual = usualSpan(period)
  return usual
    ? fillText(periodNameTexts[usual.span], 'vi', { year: usual.year })
    : fillText(periodNameTexts.days, 'vi', { from: shortDay(period.from), to: shortDay(period.to) })
}

export const spanLine = (period: Period): string => `Số liệu tính từ ngày ${shortDay(period.from)} đến ngày ${shortDay(period.cutOff)}.`

/** Signs of the per-unit table; explained under its title. */
export const readingSigns = { nil: '–', not_applicable: 'x', blank: '…', unreadable: '?' } as const
export const readingLegend = 'Ký hiệu: "–" không phát sinh; "x" không thuộc đối tượng; "…" để trống; "?" không rõ số; "*" số đã điều chỉnh.'

export const readingSign = (reading: Reading | undefined): string =>
  reading === undefined ? readingSigns.blank : reading.state === 'value' ? formatCount(reading.value ?? 0) : readingSigns[reading.state]

/** A count in words' form for a table of adjustments, where a sign alone would be too short. */
export const readingWords = (reading: Reading): string =>
  ({
    value: formatCount(reading.value ?? 0),
    nil: 'Không phát sinh',
    not_applicable: 'Không thuộc đối tượng',
    blank: 'Để trống',
    unreadable: 'Không rõ số',
  })[reading.state]

/** First letter small or capital, the rest untouched: `Tỉnh` ↔ `tỉnh`. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `tổng số đoàn viên: 251.523 người`; a label that names what is counted is followed by the number alone. */
export const countPhrase = (label: string, count: string, unit: string): string =>
  `${label}: ${count}${label.toLowerCase().includes(unit) ? '' : ` ${unit}`}`

/** A line of counts of one group; a single one needs no name before it. */
export const groupLine = (group: string, parts: readonly string[]): string =>
  `- ${parts.length === 1 ? upperFirst(parts[0]!) : `${group}: ${parts.join('; ')}`}.`

/** Ends with exactly one full stop. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
