import type { Instant } from './identity.ts'

const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * `2026-06-20`, `2026-06-20 17:00`, `2026-06-20T17:00:00+07:00` … as an instant in UTC. Without a zone it is the time in
 * Vietnam (UTC+7, no summer time); a day alone means its first or its last moment. Undefined for anything else, also
 * for days and times that do not exist.
 */
export function parseInstant(text: string, dayMeans: 'start' | 'end'): Instant | undefined {
  const match = form.exec(text.trim())
  if (!match) return undefined
  const [, day, minutes, seconds = '00', fraction = '', zone = '+07:00'] = match
  const time =
    minutes === undefined ? (dayMeans === 'start' ? '00:00:00.000' : '23:59:59.999') : `${minutes}:${seconds}.${fraction.padEnd(3, '0')}`
  const asUtc = new Date(`${day}T${time}Z`)
  // Date rolls 30 February over into March instead of refusing it.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString() !== `${day}T${time}Z`) return undefined
  const offset = offsetMinutes(zone)
  return offset === undefined ? undefined : new Date(asUtc.getTime() - offset * 60_000).toISOString()
}

function offsetMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
