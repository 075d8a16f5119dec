import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import type { ReadPassage } from '../../../shared/contract/narratives.ts'
import { taskStatuses, type TaskStatus } from '../../../shared/domain/task-status.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { NotePlace } from './note-dialog.tsx'
import { PassageText, selectedRange } from './passage-text.tsx'
import { splitSentences, type Mark, type Range } from './split-sentences.ts'
import { noteMarks } from './use-notes.tsx'

export type Copy = { label: string; ranges: readonly Range[] }
export type ShownPassage = ReadPassage & { key: string; title: string; copies: readonly Copy[]; beside?: ReactNode; status?: ReactNode }

type PassageListProps = {
  label: string
  passages: readonly ShownPassage[]
  notes: readonly Note[]
  /** Undefined where nobody here may write. */
  onWrite: ((places: readonly NotePlace[]) => void) | undefined
  /** The one that has the keys, for what stands beside the list. */
  onFocus?: (passage: ShownPassage) => void
  /** Where a note would be pinned now: the passage that has the keys, with what is chosen in it. */
  onChoose?: (place: NotePlace) => void
  /** Says how far the unit is with the task; undefined where nobody here may. */
  onRate: ((passage: ShownPassage, status: TaskStatus) => void) | undefined
}

type Choice = { key: string; sentence: number }

/** Texts below one another: the arrows go from one to the next and from sentence to sentence, Space picks, F2 writes, digits say how far. */
export function PassageList({ label, passages, notes, onWrite, onFocus, onChoose, onRate }: PassageListProps) {
  const { say } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState<Choice>()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState<string>()
  const stop = passages.some(({ key }) => key === at) ? at : passages[0]?.key

  const rangeIn = (passage: ShownPassage, article: HTMLElement): Range | undefined =>
    selectedRange(article) ?? (choice?.key === passage.key ? splitSentences(passage.text)[choice.sentence] : undefined)
  const placeOf = (passage: ShownPassage, range: Range | undefined): NotePlace => ({
    unit: passage.unit,
    input: `nar.${passage.task}`,
    words: passage.title,
    ...(range === undefined ? {} : { range, quote: passage.text.slice(range.start, range.end) }),
  })
  const write = (passage: ShownPassage, article: HTMLElement): void => {
    const several = passages.filter(({ key }) => picked.has(key))
    if (several.length > 0) onWrite?.(several.map((one) => placeOf(one, undefined)))
    else onWrite?.([placeOf(passage, rangeIn(passage, article))])
    setPicked(new Set())
  }
  const focusOn = (index: number): void => {
    const next = passages[index]
    if (next) box.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(next.key)}"]`)?.focus()
  }
  const step = (passage: ShownPassage, by: number): void => {
    const sentences = splitSentences(passage.text)
    const count = sentences.length
    if (count === 0) return
    const now = choice?.key === passage.key ? choice.sentence : by > 0 ? -1 : count
    const sentence = Math.min(count - 1, Math.max(0, now + by))
    setChoice({ key: passage.key, sentence })
    onChoose?.(placeOf(passage, sentences[sentence]))
  }
  const leaveSentence = (passage: ShownPassage): void => {
    setChoice(undefined)
    onChoose?.(placeOf(passage, undefined))
  }
  const toggle = (key: string): void => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    setPicked(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, passage: ShownPassage, index: number): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process' || event.altKey || event.ctrlKey || event.shiftKey) return
    if (event.target !== event.currentTarget) return
    const article = event.currentTarget
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(index + 1),
      ArrowUp: () => focusOn(index - 1),
      Home: () => focusOn(0),
      End: () => focusOn(passages.length - 1),
      ArrowRight: () => step(passage, 1),
      ArrowLeft: () => step(passage, -1),
      Escape: () => leaveSentence(passage),
      ' ': () => toggle(passage.key),
      F2: () => write(passage, article),
    }
    const status = taskStatuses[Number(event.key) - 1]
    const act = status === undefined ? acts[event.key] : () => onRate?.(passage, status)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <div className="passages" ref={box} role="feed" aria-label={label}>
        {passages.map((passage, index) => {
          const chosen = choice?.key === passage.key ? splitSentences(passage.text)[choice.sentence] : undefined
          const marks: Mark[] = [
            ...passage.copies.flatMap(({ ranges }) => ranges.map((range): Mark => ({ ...range, kind: 'copy' }))),
            ...noteMarks(notes, passage.unit, `nar.${passage.task}`),
            ...(chosen ? [{ ...chosen, kind: 'choice' } as const] : []),
          ]
          return (
            <article
              key={passage.key}
              className="passage"
              data-passage={passage.key}
              data-picked={picked.has(passage.key)}
              tabIndex={passage.key === stop ? 0 : -1}
              aria-label={say(reviewPageTexts.passageOf, { name: passage.title })}
              aria-posinset={index + 1}
              aria-setsize={passages.length}
              onFocus={(event) => {
                setAt(passage.key)
                onFocus?.(passage)
                onChoose?.(placeOf(passage, rangeIn(passage, event.currentTarget)))
              }}
              onMouseUp={(event) => onChoose?.(placeOf(passage, rangeIn(passage, event.currentTarget)))}
              onKeyDown={(event) => onKeyDown(event, passage, index)}
            >
              <header>
                <h3>
                  {picked.has(passage.key) && '✓ '}
                  {passage.title}
                </h3>
                {passage.copies.map(({ label: like }) => (
                  <span key={like} className="copy-mark">
                    {like}
                  </span>
                ))}
                {onWrite && (
                  <button
                    type="button"
                    className="as-link"
                    // A click must not take the selection away before it is read.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={(event) => write(passage, event.currentTarget.closest('article')!)}
                  >
                    {say(reviewPageTexts.write)}
                  </button>
                )}
              </header>
              {passage.text === '' ? (
                <p className="quiet">{say(passage.hasSent ? reviewPageTexts.empty : reviewPageTexts.unsent)}</p>
              ) : (
                <PassageText text={passage.text} marks={marks} />
              )}
              {passage.status}
              {passage.beside}
            </article>
          )
        })}
      </div>
      <p className="passages-picked" role="status">
        {picked.size > 0 && say(reviewPageTexts.picked, { count: picked.size })}
      </p>
    </>
  )
}
