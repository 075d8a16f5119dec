import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReportTextView, ReturnedReportView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { looseNumbers } from '../../../shared/rules/figure-tokens.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { WordsScope } from './report-words.tsx'

type ReturnedWordsProps = {
  scope: WordsScope
  file: string
  figures: ReportTextView['figures']
  nameOf: (code: string) => string
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}
type Place = ReturnedReportView['places'][number]

const isTakeable = ({ state }: Place): boolean => state === 'changed' || state === 'added' || state === 'removed'

/** An edited Word file against the report, paragraph by paragraph; nothing is taken before somebody says which. */
export function ReturnedWords({ scope, file, figures, nameOf, canWrite, onKept }: ReturnedWordsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const title = useRef<HTMLHeadingElement>(null)
  const view = useQuery({ ...queries.reportTexts.intake.queryOptions({ input: { ...scope, file } }), retry: false })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const take = useMutation(queries.reportTexts.take.mutationOptions({ onError: () => void view.refetch() }))
  useEffect(() => title.current?.focus(), [view.isSuccess])
  const close = (): void => set({ word: undefined, words: 'word' })
  const back = (
    <Button variant="default" onClick={close}>
      {say(wordsButtons.leaveWord)}
    </Button>
  )
  if (view.error)
    return (
      <>
        <Trouble error={view.error} />
        {back}
      </>
    )
  if (!view.data) return <Waiting />
  const { places, cells, untaken } = view.data
  const differing = places.filter(({ state }) => state !== 'unchanged')
  const chosen = differing.filter((place) => isTakeable(place) && !left.has(place.key))
  const count = (of: number): string => formatSmallCount(of, language)
  const leave = (key: string, isLeft: boolean): void => {
    const next = new Set(left)
    if (isLeft) next.add(key)
    else next.delete(key)
    setLeft(next)
  }
  const takeChosen = (): void =>
    whenDone(take.mutateAsync({ ...scope, file, places: chosen.map(({ key, print }) => ({ key, print })) }), (texts) => {
      onKept(texts)
      close()
    })
  return (
    <section className="words-returned" aria-labelledby="words-returned">
      <h2 id="words-returned" ref={title} tabIndex={-1}>
        {say(wordsTexts.returned)}
      </h2>
      <p className="quiet">
        {say(differing.length === 0 ? wordsTexts.returnedSame : wordsTexts.returnedHow, { same: count(places.length - differing.length) })}
      </p>
      <ol>
        {differing.map((place) => (
          <li key={place.key}>
            <ReturnedRow
              place={place}
              name={place.section === null ? say(wordsTexts.ending) : nameOf(place.section)}
              figures={figures}
              nameOf={nameOf}
              isTaken={!left.has(place.key)}
              onTake={canWrite && isTakeable(place) ? (isTaken) => leave(place.key, !isTaken) : undefined}
            />
          </li>
        ))}
      </ol>
      {cells.length + untaken.length > 0 && (
        <section aria-labelledby="words-untaken">
          <h3 id="words-untaken">{say(wordsTexts.untaken)}</h3>
          <ul>
            {cells.map(({ cell, shown, now }) => (
              <li key={cell}>{say(wordsTexts.untakenCell, { cell, shown, now })}</li>
            ))}
            {untaken.map((text, index) => (
              <li key={`${index} ${text}`}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {take.error && <Trouble error={take.error} />}
      <div className="words-acts">
        {canWrite && differing.some(isTakeable) && (
          <Button disabled={chosen.length === 0} loading={take.isPending} onClick={takeChosen}>
            {say(wordsButtons.takeWord, { count: count(chosen.length) })}
          </Button>
        )}
        {back}
      </div>
    </section>
  )
}

type ReturnedRowProps = {
  place: Place
  name: string
  figures: ReportTextView['figures']
  nameOf: (code: string) => string
  isTaken: boolean
  /** Undefined where nothing can be taken. */
  onTake: ((isTaken: boolean) => void) | undefined
}

/** What went out is struck through, what came in underlined; both are said to who listens. */
function ReturnedRow({ place, name, figures, nameOf, isTaken, onTake }: ReturnedRowProps) {
  const { say } = useLanguage()
  const { state, changes, numbers, after } = place
  const label = say(wordsTexts[`returned_${state as Exclude<typeof state, 'unchanged'>}`], { place: name })
  const loose = state === 'number' ? [] : looseNumbers(after, figures)
  return (
    <>
      {onTake ? (
        <Checkbox label={label} checked={isTaken} onChange={(event) => onTake(event.currentTarget.checked)} />
      ) : (
        <strong>{label}</strong>
      )}
      <p className="words-difference">
        {changes.map(({ kind, text }, index) =>
          kind === 'same' ? text : kind === 'out' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>,
        )}
      </p>
      {numbers.length + loose.length > 0 && (
        <ul className="words-lost">
          {numbers.map(({ ref, shown, now }, index) => (
            <li key={`${ref} ${index}`}>
              {say(now === null ? wordsTexts.returnedGone : wordsTexts.returnedNumber, { label: nameOf(ref), shown, now: now ?? '' })}
            </li>
          ))}
          {loose.map(({ number }) => (
            <li key={number}>{say(wordsTexts.returnedLoose, { number })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
