import type { ReportNote } from '../../domain/report-judgements.ts'
import type { Audience, NoteKind, Shortcoming } from '../../domain/review.ts'

/** A note as it stands now; `periods`: those a shortcoming runs through (S5), in order. */
type StandingNote = {
  kind: NoteKind
  audience: Audience
  isClosed: boolean
  unit: string | null
  unitName: string | null
  input: string | null
  text: string
  shortcoming: Shortcoming | null
  periods: readonly string[]
}

/**
 * S9: what a period's report may say of the notes: strengths and commendations of the period, and shortcomings that run through
 * it; none that is internal, withdrawn or a mere remark.
 */
export function notesForReport(notes: readonly StandingNote[], period: string): ReportNote[] {
  return notes.flatMap(({ kind, audience, isClosed, unit, unitName, input, text, shortcoming, periods }): ReportNote[] => {
    const place = periods.indexOf(period)
    if (audience !== 'unit' || isClosed || kind === 'remark' || place === -1) return []
    if (!shortcoming) return kind === 'shortcoming' ? [] : [{ kind, unit, unitName, input, text, shortcoming: null }]
    const { verifiedAt: _verifiedAt, ...rest } = shortcoming
    return [{ kind: 'shortcoming', unit, unitName, input, text, shortcoming: { ...rest, periods: place + 1 } }]
  })
}
