import type { Passage } from '../../shared/domain/review.ts'
import { anchorPassage } from '../../shared/rules/review/anchor-passage.ts'
import { sha256 } from '../audit/canonical.ts'
import type { Store } from '../store/database.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import type { Note } from '../store/note-store.ts'
import { findEffective } from '../store/submission-store.ts'

/** `none`: pinned to no input; `lost`: a passage whose words are gone; places are in the text as it is now. */
export type Pin = { state: 'none' | 'here' | 'lost'; start: number | null; end: number | null; quote: string | null; isChanged: boolean }

type Target = Pick<Note, 'period' | 'unit' | 'input'>

/** What stands where a note is pinned, as a text: reading, narrative (what was taken from a paper of the unit before the workbook's own), or the content of the whole submission. */
export type Look = (target: Target) => string

/** Reads each unit once, for lists of many notes. */
export function createLook(store: Store): Look {
  const known = new Map<string, { content: string; inputs: ReadonlyMap<string, string> }>()
  return ({ period, unit, input }) => {
    if (unit === null) return ''
    const key = `${period} ${unit}`
    let found = known.get(key)
    if (!found) {
      const submission = findEffective(store, period, unit)
      const readings = [...listReadingsInEffect(store, period, unit)].map(([field, { state, value }]): [string, string] => [
        field,
        `${state} ${value ?? ''}`,
      ])
      const texts = submission
        ? listTextsInEffect(store, submission).map(({ name, text }): [string, string] => [name, text.normalize('NFC')])
        : []
      known.set(key, (found = { content: submission?.contentSha256 ?? '', inputs: new Map([...readings, ...texts]) }))
    }
    return input === null ? found.content : (found.inputs.get(input) ?? '')
  }
}

/** For knowing later whether it is still the same. */
export const hashSeen = (look: Look, target: Target): string => sha256(look(target))

/** S4: where the note's place is now, and whether what stood there is still what was reviewed. */
export function readPin(look: Look, note: Target & { passage: Passage | null; seen: string }): Pin {
  const isChanged = hashSeen(look, note) !== note.seen
  const { passage } = note
  if (!passage) return { state: note.input === null ? 'none' : 'here', start: null, end: null, quote: null, isChanged }
  if (!isChanged) return { state: 'here', start: passage.start, end: passage.end, quote: passage.quote, isChanged }
  const text = look(note)
  const anchored = anchorPassage(passage, text)
  if (anchored.state === 'lost') return { state: 'lost', start: null, end: null, quote: passage.quote, isChanged }
  const { start, end } = anchored
  // Words elsewhere in the text may have changed; only these were noted.
  return { state: 'here', start, end, quote: text.slice(start, end), isChanged: anchored.state === 'changed' }
}
