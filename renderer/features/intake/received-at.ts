import { parseInstant } from '../../../shared/domain/instant.ts'
import { parseDay, printMoment } from '../../../shared/vietnamese/dates.ts'

/** As people type it: `17/06/2026 16:30`. */
export function printReceivedAt(instant: string): string {
  const [time = '', day = ''] = printMoment(instant).split(' ')
  return `${day} ${time}`
}

const afterDay = /^(\S+?)(?:\s+|\s*,\s*)(\d{1,2})\s*[:hg.]\s*(\d{2})$/i
const beforeDay = /^(\d{1,2})\s*[:hg.]\s*(\d{2})(?:\s+|\s*,\s*)(?:ngày\s+)?(\S+)$/i

/**
 * What a person typed as an instant in UTC, Vietnam's time meant: day before or after the time, `16:30` or `16h30`; a day
 * alone is its last moment, so that nobody becomes late by an hour that was not written. Undefined for anything else.
 */
export function readReceivedAt(text: string): string | undefined {
  const typed = text.normalize('NFC').trim()
  const after = afterDay.exec(typed)
  const before = after ? null : beforeDay.exec(typed)
  const [day, hour, minute] = after ? [after[1], after[2], after[3]] : before ? [before[3], before[1], before[2]] : [typed]
  const isoDay = parseDay(day ?? '')
  if (isoDay === undefined) return undefined
  return parseInstant(hour === undefined ? isoDay : `${isoDay}T${hour.padStart(2, '0')}:${minute}`, 'end')
}
