import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import { shortcomingMoves, type ShortcomingState } from '../../../shared/domain/review.ts'
import { audienceTexts, causeTexts, noteKindTexts, shortcomingStateTexts } from '../../../shared/messages/review.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EvidenceButton, EvidencePicker, type ChosenFile } from './evidence-files.tsx'
import type { NotePlace } from './note-dialog.tsx'

type NoteCardProps = {
  note: Note
  /** What it is on, in words. */
  place: string
  /** Whether texts of the same unit stand beside it. */
  canMove?: boolean
  /** Where it could be put instead: what is chosen now; of another unit it is no place for this note. */
  chosen?: NotePlace | undefined
  /** It has another place now, `unit`: the unit as a whole. */
  onMoved?: (to: 'unit' | 'passage') => void
}

const moveTexts: Readonly<Record<ShortcomingState, 'toOpen' | 'toInProgress' | 'toDone' | 'verify'>> = {
  open: 'toOpen',
  in_progress: 'toInProgress',
  done: 'toDone',
  verified: 'verify',
}

/** A note with what became of it and what can be done about it. */
export function NoteCard({ note, place, canMove = false, chosen, onMoved }: NoteCardProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const update = useMutation(queries.notes.update.mutationOptions())
  const move = useMutation(queries.notes.move.mutationOptions())
  const step = useMutation(queries.shortcomings.move.mutationOptions())
  const verify = useMutation(queries.shortcomings.verify.mutationOptions())
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<ChosenFile[]>([])
  const canWrite = isAllowed('notes.update')
  const targetId = useId()
  const { id, shortcoming, pin } = note
  const trouble = update.error ?? move.error ?? step.error ?? verify.error
  const go = (to: ShortcomingState): void => {
    const onSuccess = (): void => {
      setWords('')
      setShown([])
    }
    const why = { id, text: words, ...(shown[0] ? { file: shown[0].file } : {}) }
    if (to === 'verified') whenDone(verify.mutateAsync(why), onSuccess)
    else whenDone(step.mutateAsync({ ...why, to }), onSuccess)
  }
  // A step begins with the state that it led to.
  const sayEntry = (kind: string, text: string): string => {
    const [state = '', ...rest] = kind === 'state' ? text.split(': ') : []
    return Object.hasOwn(shortcomingStateTexts, state)
      ? [say(shortcomingStateTexts[state as ShortcomingState]), ...(rest.length > 0 ? [rest.join(': ')] : [])].join(': ')
      : text
  }
  const target = chosen?.unit === note.unit ? chosen : undefined
  const moveTo = (to: NotePlace | undefined): void => {
    const { unit: _unit, words: _words, ...where } = to ?? {}
    whenDone(move.mutateAsync({ id, ...where }), () => onMoved?.(to ? 'passage' : 'unit'))
  }
  return (
    <article className="note-card" data-audience={note.audience} data-closed={note.isClosed}>
      <p className="note-head">
        <strong>{say(noteKindTexts[note.kind])}</strong>
        <span className="note-audience">{say(audienceTexts[note.audience])}</span>
        {note.isClosed && <span>{say(reviewPageTexts.closed)}</span>}
      </p>
      <p className="note-text">{note.text}</p>
      <p className="quiet">{say(reviewPageTexts.on, { place })}</p>
      {pin.quote !== null && <blockquote>{pin.quote}</blockquote>}
      {pin.state === 'lost' && (
        <Notice role="status">
          <p>{say(reviewPageTexts.lost)}</p>
          {canWrite && canMove && (
            <p className="quiet" id={targetId}>
              {target
                ? say(target.range ? reviewPageTexts.moveToPart : reviewPageTexts.moveToWhole, { place: target.words })
                : say(reviewPageTexts.moveFirst, { unit: note.unitName ?? '' })}
            </p>
          )}
          {canWrite && (
            <div className="note-buttons">
              {canMove && (
                <Button
                  size="compact-md"
                  variant="default"
                  disabled={!target}
                  aria-describedby={targetId}
                  loading={move.isPending}
                  onClick={() => moveTo(target)}
                >
                  {say(reviewPageTexts.moveHere)}
                </Button>
              )}
              <Button size="compact-md" variant="default" onClick={() => moveTo(undefined)}>
                {say(reviewPageTexts.keepAtUnit)}
              </Button>
            </div>
          )}
        </Notice>
      )}
      {pin.isChanged && pin.state !== 'lost' && <p className="note-changed">{say(reviewPageTexts.changed)}</p>}
      {shortcoming && (
        <dl className="note-facts">
          <Fact name={say(reviewPageTexts.state)} words={say(shortcomingStateTexts[shortcoming.state])} />
          <Fact name={say(reviewPageTexts.category)} words={shortcoming.category} />
          <Fact name={say(reviewPageTexts.scope)} words={shortcoming.scope} />
          <Fact name={say(reviewPageTexts.extent)} words={shortcoming.extent} />
          <Fact
            name={say(reviewPageTexts.cause)}
            words={[say(causeTexts[shortcoming.cause]), shortcoming.causeText].filter((part) => part !== '').join(': ')}
          />
          <Fact name={say(reviewPageTexts.remedy)} words={shortcoming.remedy} />
          <Fact name={say(reviewPageTexts.owner)} words={shortcoming.owner} />
          <Fact name={say(reviewPageTexts.dueOn)} words={shortcoming.dueOn === null ? '' : printDay(shortcoming.dueOn)} />
        </dl>
      )}
      {note.periods.length > 1 && (
        <p>
          <strong>{say(reviewPageTexts.running, { count: formatSmallCount(note.periods.length, language) })}</strong>
        </p>
      )}
      {note.replies.map(({ period, result, evidence }) => (
        <p key={period} className="note-reply">
          {say(reviewPageTexts.unitSays, { period, result })} {evidence !== '' && say(reviewPageTexts.unitShows, { evidence })}
        </p>
      ))}
      {note.entries
        .filter(
          ({ kind, text, sha256 }) =>
            kind === 'reply' || kind === 'evidence' || (kind === 'state' && (text.includes(':') || sha256 !== null)),
        )
        .map(({ id: entry, kind, text, sha256, actor, at }) => (
          <p key={entry} className="note-reply">
            {sayEntry(kind, text)} {sha256 !== null && <EvidenceButton sha256={sha256} name={undefined} />}{' '}
            <span className="quiet">{say(reviewPageTexts.by, { actor, at: printInstant(at, language) })}</span>
          </p>
        ))}
      <p className="quiet">{say(reviewPageTexts.by, { actor: note.actor, at: printInstant(note.at, language) })}</p>
      {canWrite && (
        <>
          {shortcoming && (
            <>
              <TextInput
                size="sm"
                label={say(reviewPageTexts.moveWhy)}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              <EvidencePicker files={shown} onChange={setShown} />
              <div className="note-buttons">
                {shortcomingMoves[shortcoming.state]
                  .filter((to) => isAllowed(to === 'verified' ? 'shortcomings.verify' : 'shortcomings.move'))
                  .map((to) => (
                    <Button key={to} size="compact-md" variant={to === 'verified' ? 'filled' : 'default'} onClick={() => go(to)}>
                      {say(reviewPageTexts[moveTexts[to]])}
                    </Button>
                  ))}
              </div>
            </>
          )}
          <div className="note-buttons">
            <Button
              size="compact-md"
              variant="subtle"
              onClick={() => update.mutate({ id, audience: note.audience === 'unit' ? 'internal' : 'unit' })}
            >
              {say(note.audience === 'unit' ? reviewPageTexts.toInternal : reviewPageTexts.toUnit)}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => update.mutate({ id, isClosed: !note.isClosed })}>
              {say(note.isClosed ? reviewPageTexts.reopen : reviewPageTexts.close)}
            </Button>
          </div>
          <ReplyForm note={id} />
        </>
      )}
      {trouble && <Trouble error={trouble} />}
    </article>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  if (words === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function ReplyForm({ note }: { note: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [text, setText] = useState<string>()
  const reply = useMutation(queries.notes.reply.mutationOptions({ onSuccess: () => setText(undefined) }))
  if (text === undefined)
    return (
      <Button size="compact-md" variant="subtle" onClick={() => setText('')}>
        {say(reviewPageTexts.reply)}
      </Button>
    )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (text.trim() !== '' && !reply.isPending) reply.mutate({ id: note, kind: 'reply', text })
  }
  return (
    <form onSubmit={submit} className="reply-form">
      <TextInput label={say(reviewPageTexts.replyText)} value={text} autoFocus onChange={(event) => setText(event.currentTarget.value)} />
      <Button type="submit" size="compact-md" loading={reply.isPending}>
        {say(reviewPageTexts.saveReply)}
      </Button>
      {reply.error && <Trouble error={reply.error} />}
    </form>
  )
}
