import { parseInstant } from '../domain/instant.ts'
import type { Instant } from '../domain/identity.ts'
import { parseDay } from './dates.ts'

const time = '(\\d{1,2})\\s*(?:[:.hg]|giờ)\\s*(\\d{2})?(?:\\s*phút)?'
const alone = new RegExp(`^${time}$`)
const afterDay = new RegExp(`^(.*?\\S)(?:\\s*,\\s*|\\s+)(?:lúc\\s+)?${time}$`)
const beforeDay = new RegExp(`^(?:lúc\\s+)?${time}(?:\\s*,\\s*|\\s+)(\\S.*)$`)

const typedText = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** `16:30`, `16h30`, `16 giờ 30`, `8h` as `16:30`; undefined for what is no time of a day. */
export function parseTimeOfDay(text: string): string | undefined {
  const match = alone.exec(typedText(text))
  return match ? clock(match[1]!, match[2]) : undefined
}

function clock(hours: string, minutes = '0'): string | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}

/**
 * A moment as people type it, everywhere the same: ISO (`2026-06-17T16:30`), or a day as `parseDay` reads it with a time
 * before or after it (`17/06/2026 16:30`, `16h30 ngày 17/6/2026`). Without a zone it is the time in Vietnam; a day alone means
 * its first or its last moment. Undefined for anything else.
 */
export function parseMoment(text: string, dayMeans: 'start' | 'end'): Instant | undefined {
  const typed = typedText(text)
  const after = afterDay.exec(typed)
  const before = after ? null : beforeDay.exec(typed)
  const [written, hours, minutes] = after ? [after[1], after[2], after[3]] : before ? [before[3], before[1], before[2]] : []
  const named = written === undefined ? undefined : parseDay(written)
  const at = hours === undefined ? undefined : clock(hours, minutes)
  if (named !== undefined && at !== undefined) return parseInstant(`${named}T${at}`, dayMeans)
  // A place may stand before a day in words, but no time that is none.
  const day = named === undefined && hours === undefined ? parseDay(typed) : undefined
  return parseInstant(day ?? text, dayMeans)
}
