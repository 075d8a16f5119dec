import { useRef, useState } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { NoteCard } from './note-card.tsx'
import type { NotePlace } from './note-dialog.tsx'

type NotesMarginProps = {
  notes: readonly Note[]
  placeOf: (note: Note) => string
  /** Whether a note that lost its place can be put to one that is chosen here. */
  canMove?: boolean
  chosen?: NotePlace | undefined
}

/** The notes beside what they are on; those that lost their place come first, closed ones last. */
export function NotesMargin({ notes, placeOf, canMove = false, chosen }: NotesMarginProps) {
  const { say } = useLanguage()
  const margin = useRef<HTMLElement>(null)
  const [moved, setMoved] = useState<'unit' | 'passage'>()
  // The buttons that had the focus go, and the note may go with them.
  const onMoved = (to: 'unit' | 'passage'): void => {
    setMoved(to)
    margin.current?.focus()
  }
  const rank = ({ isClosed, pin }: Note): number => (isClosed ? 2 : pin.state === 'lost' ? 0 : 1)
  const shown = notes.toSorted((a, b) => rank(a) - rank(b))
  return (
    <aside className="notes-margin" aria-labelledby="review-notes" ref={margin} tabIndex={-1}>
      <h2 id="review-notes">{say(reviewPageTexts.notes)}</h2>
      <p className="quiet" role="status">
        {moved && say(moved === 'unit' ? reviewPageTexts.keptAtUnit : reviewPageTexts.movedToPassage)}
      </p>
      {shown.length === 0 && <p className="quiet">{say(reviewPageTexts.noNotes)}</p>}
      {shown.map((note) => (
        <NoteCard key={note.id} note={note} place={placeOf(note)} canMove={canMove} chosen={chosen} onMoved={onMoved} />
      ))}
    </aside>
  )
}
