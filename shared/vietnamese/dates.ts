import type { PlainCell } from '../domain/workbook.ts'
import type { WrittenLanguage } from './format-number.ts'
import { decodeCellText } from './legacy-fonts.ts'
import { nameKey, tidyText } from './text-key.ts'

/** A day is ISO `yyyy-mm-dd` throughout; no `Date` parsing of text, whose result depends on the machine. */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function toDay(year: number, month: number, day: number): string | undefined {
  const length = month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1]
  if (year < 1900 || year > 9999 || length === undefined || day < 1 || day > length) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function splitDay(day: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`not an ISO day: ${day}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

const [dayWord, monthWord, yearWord] = ['ngày', 'tháng', 'năm'].map(nameKey)
const inWords = new RegExp(`^(?:.*,)? ?${dayWord} (\\d{1,2}) ${monthWord} (\\d{1,2}) ${yearWord} (\\d{4})$`, 'u')
const inFigures = new RegExp(`^(?:${dayWord} )?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})$`, 'u')
const inIso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ]00:00(?::00(?:\.0+)?)?)?$/

/**
 * Day first, as written in Vietnam: `05/02/2026`, `5.2.2026`, `05-02-2026`, `ngày 05 tháng 02 năm 2026` (a place
 * may stand before it), or ISO. Undefined for anything else: two-digit years and months without a day are not guessed.
 */
export function parseDay(text: string): string | undefined {
  const key = nameKey(text).replace(/\s*([/.])\s*/g, '$1')
  const iso = inIso.exec(key)
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = inFigures.exec(key)
  if (figures) return toDay(Number(figures[4]), Number(figures[3]), Number(figures[1]))
  const words = inWords.exec(key)
  return words ? toDay(Number(words[3]), Number(words[2]), Number(words[1])) : undefined
}

/** Days from 1970-01-01, by the civil calendar. */
const dayNumber = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)

/** Serial 1 is 1900-01-01 (1904: serial 0 is 1904-01-01); the 1900 system has a 29 February 1900 that never was (ECMA-376 §18.17.4.1). */
const epoch1900 = dayNumber(1899, 12, 31)
const epoch1904 = dayNumber(1904, 1, 1)

/** The day of an Excel serial, its time of day ignored; undefined outside 1900…9999 and for the day that never was. */
export function dayOfSerial(serial: number, date1904 = false): string | undefined {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || (!date1904 && whole === 60)) return undefined
  const days = date1904 ? epoch1904 + whole : epoch1900 + (whole > 60 ? whole - 1 : whole)
  if (days > dayNumber(9999, 12, 31)) return undefined
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

export function serialOfDay(day: string, date1904 = false): number {
  const parts = splitDay(day)
  const days = dayNumber(parts.year, parts.month, parts.day)
  if (date1904) return days - epoch1904
  return days - epoch1900 + (days - epoch1900 >= 60 ? 1 : 0)
}

export type DayReading = { day: string | null; raw: string; trouble: null | 'not_a_day' }

/** A day typed into a cell, as text or as a true date. A bare number is not a date: nobody sees it as one. */
export function readDay(cell: PlainCell | undefined, date1904 = false): DayReading {
  if (cell === undefined) return { day: null, raw: '', trouble: null }
  if (cell.kind === 'date') {
    const day = typeof cell.value === 'number' ? dayOfSerial(cell.value, date1904) : parseDay(cell.value)
    return day === undefined ? { day: null, raw: String(cell.value), trouble: 'not_a_day' } : { day, raw: printDay(day), trouble: null }
  }
  const raw = String(cell.value)
  const text = tidyText(decodeCellText(cell).text)
  if (text === '' && cell.kind === 'text' && cell.withoutResult !== true) return { day: null, raw, trouble: null }
  const day = cell.kind === 'text' ? parseDay(text) : undefined
  return day === undefined ? { day: null, raw, trouble: 'not_a_day' } : { day, raw, trouble: null }
}

/** `05/02/2026`, in both languages: the papers beside the screen say it so. */
export function printDay(day: string): string {
  const parts = splitDay(day)
  return `${String(parts.day).padStart(2, '0')}/${String(parts.month).padStart(2, '0')}/${parts.year}`
}

type Params = Readonly<Record<string, string | number>>

/** The days among the params of a refusal as papers have them; `value` is what a person typed and stays so. */
export const printDays = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name !== 'value' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? printDay(value) : value,
    ]),
  )

export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 carry a 0, against forgery; months 3 to 9 do not. */
export function printDayInWords(day: string, language: WrittenLanguage = 'vi'): string {
  const parts = splitDay(day)
  if (language === 'en') return `${parts.day} ${englishMonths[parts.month - 1]} ${parts.year}`
  const month = parts.month < 3 ? `0${parts.month}` : String(parts.month)
  return `ngày ${String(parts.day).padStart(2, '0')} tháng ${month} năm ${parts.year}`
}

/** Vietnam keeps UTC+7 without summer time. `16:30 ngày 17/06/2026`, en `16:30 on 17/06/2026`. */
export function printInstant(instant: string, language: WrittenLanguage = 'vi'): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${instant}`)
  const local = new Date(time + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)} ${language === 'vi' ? 'ngày' : 'on'} ${printDay(local.slice(0, 10))}`
}

/** `14:30 08/06/2026`, in both languages: for columns and fields, where the word for day is one too many. */
export const printMoment = (instant: string): string => printInstant(instant, 'en').replace(' on ', ' ')
