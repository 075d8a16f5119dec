import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { suggestionReasonTexts } from '../../../shared/messages/report-text.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { WordsScope } from './report-words.tsx'

type TaskSentencesProps = {
  scope: WordsScope
  task: ReportTextView['tasks'][number]
  name: string
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** The sentences that are quoted for a task, in their order, and those worth a look: each is taken by a person or not at all. */
export function TaskSentences({ scope, task, name, canWrite, onKept }: TaskSentencesProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const title = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ place: number; way: 'up' | 'down' }>()
  const kept = (view: ReportTextView): void => {
    onKept(view)
    title.current?.focus()
  }
  const unpin = useMutation(queries.reportTexts.unpin.mutationOptions({ onSuccess: kept }))
  const take = useMutation(queries.reportTexts.pin.mutationOptions({ onSuccess: kept }))
  const order = useMutation(queries.reportTexts.order.mutationOptions())
  // Whoever moves a sentence by keyboard goes on with the same sentence.
  useEffect(() => {
    const item = moved && list.current?.children[moved.place - 1]
    const buttons = item ? [...item.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')] : []
    ;(buttons.find(({ dataset }) => dataset['way'] === moved?.way) ?? buttons[0])?.focus()
  }, [moved])
  const target = (unit: string, text: string) => ({ ...scope, task: task.code, unit, text })
  const move = (unit: string, text: string, place: number, way: 'up' | 'down'): void =>
    whenDone(order.mutateAsync({ ...target(unit, text), place }), (view) => {
      onKept(view)
      setMoved({ place, way })
    })
  const isBusy = unpin.isPending || take.isPending || order.isPending
  const error = unpin.error ?? take.error ?? order.error
  return (
    <section className="words-section" aria-labelledby="words-section">
      <h2 id="words-section" ref={title} tabIndex={-1}>
        {say(wordsTexts.pins, { task: name })}
      </h2>
      {task.pins.length === 0 && <p>{say(wordsTexts.noPins)}</p>}
      <ol ref={list} className="words-pins">
        {task.pins.map(({ unit, unitName, text, isLost }, index) => {
          const params = { place: formatSmallCount(index + 1, language) }
          return (
            <li key={`${unit} ${text}`}>
              <p>{text}</p>
              <p className="quiet">{unitName}</p>
              {isLost && <p className="words-lost">{say(wordsTexts.lost)}</p>}
              {canWrite && (
                <div className="words-acts">
                  <Button
                    variant="default"
                    size="compact-md"
                    data-way="up"
                    aria-label={say(wordsButtons.upOf, params)}
                    disabled={index === 0}
                    onClick={() => !isBusy && move(unit, text, index, 'up')}
                  >
                    {say(wordsButtons.up)}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-md"
                    data-way="down"
                    aria-label={say(wordsButtons.downOf, params)}
                    disabled={index === task.pins.length - 1}
                    onClick={() => !isBusy && move(unit, text, index + 2, 'down')}
                  >
                    {say(wordsButtons.down)}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={say(wordsButtons.unpinOf, params)}
                    onClick={() => !isBusy && unpin.mutate(target(unit, text))}
                  >
                    {say(wordsButtons.unpin)}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {error && <Trouble error={error} />}
      {canWrite && <Suggestions scope={scope} task={task} onTake={(unit, text) => !isBusy && take.mutate(target(unit, text))} />}
    </section>
  )
}

type SuggestionsProps = Pick<TaskSentencesProps, 'scope' | 'task'> & { onTake: (unit: string, text: string) => void }

function Suggestions({ scope, task, onTake }: SuggestionsProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const suggested = useQuery(queries.reportTexts.suggest.queryOptions({ input: { ...scope, task: task.code } }))
  const units = useQuery(queries.units.list.queryOptions({ input: {} }))
  const names = useMemo(() => new Map(units.data?.map(({ code, name }) => [code, name])), [units.data])
  const open = suggested.data?.filter(({ unit, text }) => !task.pins.some((pin) => pin.unit === unit && pin.text === text))
  return (
    <section aria-labelledby="words-suggestions">
      <h3 id="words-suggestions">{say(wordsTexts.suggestions)}</h3>
      {suggested.error && <Trouble error={suggested.error} />}
      {open?.length === 0 && <p>{say(wordsTexts.noSuggestions)}</p>}
      <ul className="words-pins">
        {open?.map(({ unit, text, reasons }) => (
          <li key={`${unit} ${text}`}>
            <p>{text}</p>
            <p className="quiet">
              {say(wordsTexts.who, {
                unit: names.get(unit) ?? unit,
                reasons: reasons.map((reason) => say(suggestionReasonTexts[reason])).join(', '),
              })}
            </p>
            <Button
              variant="default"
              size="compact-md"
              aria-label={say(wordsButtons.takeOf, { unit: names.get(unit) ?? unit })}
              onClick={() => onTake(unit, text)}
            >
              {say(wordsButtons.take)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
