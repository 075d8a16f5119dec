import { dayOfSerial, englishMonths } from '../../../shared/vietnamese/dates.ts'

const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Formats whose look belongs to the machine's language: here always the day first. */
const machineDates: ReadonlySet<string> = new Set(['mm-dd-yy', 'm/d/yy h:mm'])
const dayFirst: Readonly<Record<string, string>> = { 'mm-dd-yy': 'dd/mm/yyyy', 'm/d/yy h:mm': 'dd/mm/yyyy hh:mm' }

const two = (value: number): string => String(value).padStart(2, '0')

type Moment = { year: number; month: number; day: number; weekday: number; hour: number; minute: number; second: number; seconds: number }

/** Undefined where the serial is no day of the calendar; months and days in English, as a format without language tag shows them. */
export function displayDate(
  serial: number,
  tokens: readonly string[],
  literalOf: (token: string) => string,
  point: string,
  date1904: boolean,
): string | undefined {
  const format = tokens.join('')
  if (machineDates.has(format)) return displayDate(serial, dayFirst[format]!.split(''), literalOf, point, date1904)
  const units = joinLetters(tokens)
  const places = /s\.(0+)/i.exec(format)?.[1]?.length ?? 0
  const moment = momentOf(serial, places, date1904)
  if (!moment) return undefined
  const isHalfDay = units.some((unit) => /^a/i.test(unit) && unit.includes('/'))
  return units
    .map((unit, at) => {
      if (isPart(unit)) return partOf(unit, at, units, moment, isHalfDay)
      return /^\.0+$/.test(unit) ? point + (moment.second % 1).toFixed(places).slice(2) : literalOf(unit)
    })
    .join('')
    .trim()
}

const isPart = (unit: string): boolean => /^(?:[dmyhs]+|\[(?:h+|m+|s+)\]|am\/pm|a\/p)$/i.test(unit)

/** `dd`, `mmmm` and the like as one each. */
function joinLetters(tokens: readonly string[]): string[] {
  const units: string[] = []
  for (const token of tokens) {
    const last = units.at(-1)
    if (/^[dmyhs]$/i.test(token) && last !== undefined && last[0]!.toLowerCase() === token.toLowerCase() && /^[dmyhs]+$/i.test(last))
      units[units.length - 1] += token
    // The fraction of a second is one part.
    else if (token === '0' && last?.startsWith('.') && /^s+$/i.test(units.at(-2) ?? '')) units[units.length - 1] += token
    else units.push(token)
  }
  return units
}

function momentOf(serial: number, places: number, date1904: boolean): Moment | undefined {
  const scale = 10 ** places
  const ticks = Math.round((serial - Math.floor(serial)) * 86_400 * scale)
  const carried = ticks >= 86_400 * scale ? 1 : 0
  const wholeDay = Math.floor(serial) + carried
  // A time alone has day 0, which no calendar has.
  const iso = wholeDay === 0 && !date1904 ? '1900-01-01' : dayOfSerial(wholeDay, date1904)
  if (iso === undefined) return undefined
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const seconds = (ticks - carried * 86_400 * scale) / scale
  return {
    year,
    month,
    day,
    weekday: new Date(`${iso}T00:00:00Z`).getUTCDay(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    seconds: Math.floor(serial + 1e-9) * 86_400 + (ticks / scale) * (carried === 1 ? 0 : 1),
  }
}

function partOf(unit: string, at: number, units: readonly string[], moment: Moment, isHalfDay: boolean): string {
  const letter = unit.replace('[', '')[0]!.toLowerCase()
  const width = unit.replace(/[[\]]/g, '').length
  if (unit.startsWith('[')) {
    const divisor = letter === 'h' ? 3600 : letter === 'm' ? 60 : 1
    return String(Math.floor(moment.seconds / divisor)).padStart(width, '0')
  }
  const padded = (value: number): string => (width > 1 ? two(value) : String(value))
  switch (letter) {
    case 'y':
      return width > 2 ? String(moment.year) : two(moment.year % 100)
    case 'd':
      return width > 3 ? longDays[moment.weekday]! : width === 3 ? longDays[moment.weekday]!.slice(0, 3) : padded(moment.day)
    case 'h':
      return padded(isHalfDay ? moment.hour % 12 || 12 : moment.hour)
    case 's':
      return padded(Math.floor(moment.second))
    case 'a':
      return moment.hour < 12 ? 'AM' : 'PM'
    default:
      if (isMinute(at, units)) return padded(moment.minute)
      return width > 3
        ? englishMonths[moment.month - 1]!
        : width === 3
          ? englishMonths[moment.month - 1]!.slice(0, 3)
          : padded(moment.month)
  }
}

/** An m after hours or before seconds counts minutes. */
function isMinute(at: number, units: readonly string[]): boolean {
  const parts = units.flatMap((unit, place) => (isPart(unit) ? [{ unit: unit.toLowerCase(), place }] : []))
  const own = parts.findIndex(({ place }) => place === at)
  return /^\[?h/.test(parts[own - 1]?.unit ?? '') || /^\[?s/.test(parts[own + 1]?.unit ?? '')
}
