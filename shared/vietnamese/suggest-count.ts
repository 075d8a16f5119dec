import { readCountText } from './read-count-text.ts'
import { parseNumberWords } from './number-words.ts'
import { nameKey } from './text-key.ts'

const note = /\s*(?:\*+|\(\*+\)|\(\d{1,2}\)|\[\d{1,2}\]|[\u00b9\u00b2\u00b3\u2074-\u2079])$/u
const hasLookAlike = /^[\dOoIl.,]*\d[\dOoIl.,]*$/
const spacedGroups = /^[1-9]\d{0,2}(?: \d{3})+$/

/**
 * The count that an unreadable text most likely means, to be proposed to a person and never taken by itself: `50(1)` 50,
 * `năm mươi` 50, `1,234` 1234, `12 345` 12345, `5O` 50. Undefined where several numbers, a rough one or none are said.
 */
export function suggestCount(text: string): number | undefined {
  const typed = text.normalize('NFC').trim()
  const bare = typed.replace(note, '')
  const digits = hasLookAlike.test(bare) ? bare.replace(/[Oo]/g, '0').replace(/[Il]/g, '1') : bare
  const read = readCountText(spacedGroups.test(digits) ? digits.replaceAll(' ', '') : digits, { separators: 'groups' })
  return typeof read === 'number' ? read : read === 'words' ? parseNumberWords(nameKey(typed).replace(/\s*\.$/, '')) : undefined
}
