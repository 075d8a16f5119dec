import type { Programme } from '../../domain/programme.ts'
import { readSyllables } from './read-syllables.ts'
import { listShingles } from './shingles.ts'

const known = new WeakMap<Programme, ReadonlySet<number>>()

/** What everybody was given: the programme's own text, its labels and notes, and the guideline. */
export function referenceShingles(programme: Programme): ReadonlySet<number> {
  const found = known.get(programme)
  if (found) return found
  const texts = [
    programme.sourceText,
    programme.guideline ?? '',
    ...programme.fields.flatMap(({ label, definition }) => [label.vi, definition?.vi ?? '']),
    ...programme.indicators.flatMap(({ label, methodNotes }) => [label.vi, ...methodNotes.map(({ vi }) => vi)]),
    ...[...programme.tasks, ...programme.milestones, ...programme.standingChecks].map(({ label }) => label.vi),
    ...programme.assignments.map(({ duty }) => duty.vi),
  ]
  const shingles = new Set<number>()
  // The copy's line and page breaks are no syllables, so that they do not part what stands on either side.
  for (const text of texts) for (const shingle of listShingles(readSyllables(text.normalize('NFC')))) shingles.add(shingle)
  known.set(programme, shingles)
  return shingles
}
