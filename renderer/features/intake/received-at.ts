import { printMoment } from '../../../shared/vietnamese/dates.ts'
import { parseMoment } from '../../../shared/vietnamese/moments.ts'

/** As people type it: `17/06/2026 16:30`. */
export function printReceivedAt(instant: string): string {
  const [time = '', day = ''] = printMoment(instant).split(' ')
  return `${day} ${time}`
}

/**
 * What a person typed as an instant in UTC; a day alone is its last moment, so that nobody becomes late by an hour that was
 * not written. Undefined for anything else.
 */
export const readReceivedAt = (text: string): string | undefined => parseMoment(text, 'end')
