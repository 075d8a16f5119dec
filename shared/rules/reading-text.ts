import type { Reading } from '../domain/figure.ts'
import { cellStateTexts } from '../messages/command-output.ts'
import { fillText, type Language } from '../messages/text.ts'
import { formatCount } from '../vietnamese/format-number.ts'

/** One reading beside another: a count, a state in words, `–` where there is none. What could not be read is shown as it stands: two wordings of it look alike otherwise. */
export function readingText(reading: Reading | null, raw: string | null, language: Language): string {
  if (reading === null) return '–'
  if (reading.value !== null) return formatCount(reading.value, language)
  const state = fillText(cellStateTexts[reading.state], language)
  return reading.state === 'unreadable' && raw !== null ? `${state} (${raw})` : state
}
