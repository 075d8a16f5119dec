import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { DocumentBlock, LaidText, Narratives } from './intake-values.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { DocumentPicker } from './document-picker.tsx'
import { inputName } from './input-name.ts'
import { PaperProposals } from './paper-proposals.tsx'
import { passageOf, type Passage } from './pick-passages.ts'

type Offered = NonNullable<Narratives>['tasks'][number]['passages'][number]

type PaperNarrativesProps = {
  receipt: string
  programme: Programme
  blocks: readonly DocumentBlock[]
  /** What it offers, by task; nothing of it is taken by itself. */
  offered: NonNullable<Narratives>['tasks']
  proposals: NonNullable<Narratives>['proposals']
  /** Everything laid over texts of the unit by now. */
  laid: readonly LaidText[]
  mayTake: boolean
  /** What is said of the paper itself. */
  children: ReactNode
}

/** The document at the left by its headings, the tasks at the right; a passage goes over only when somebody takes it. */
export function PaperNarratives({ receipt, programme, blocks, offered, proposals, laid, mayTake, children }: PaperNarrativesProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [at, setAt] = useState<number | undefined>(blocks[0]?.place)
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [told, setTold] = useState('')
  const take = useMutation(queries.papers.takeNarratives.mutationOptions())
  const withdraw = useMutation(queries.papers.withdrawNarrative.mutationOptions())
  const own = passageOf(blocks, picked)
  const taskName = (name: string): string => inputName(programme, name, language)
  const takeFor = (name: string, passage: Passage): void => {
    if (take.isPending) return
    whenDone(take.mutateAsync({ receipt, items: [{ name, ...passage }] }), () => {
      setTold(say(papersPageTexts.tookFor, { task: taskName(name) }))
      setPicked(new Set())
    })
  }
  const show = (places: readonly number[]): void => {
    setPicked(new Set(places))
    if (places[0] !== undefined) setAt(places[0])
  }
  const error = take.error ?? withdraw.error
  return (
    <div className="narratives">
      <section className="narratives-document">
        <DocumentPicker blocks={blocks} at={at} onAt={setAt} picked={picked} onPick={setPicked} />
      </section>
      <section className="narratives-tasks" aria-label={say(papersPageTexts.narratives)}>
        <div className="paper-side">{children}</div>
        <h2>{say(papersPageTexts.narratives)}</h2>
        <p className="quiet">{say(mayTake ? papersPageTexts.narrativesHow : papersPageTexts.narrativesFirst)}</p>
        <p role="status" className="narratives-told">
          {told}
        </p>
        {error && <Trouble error={error} />}
        {programme.tasks.map(({ code }) => {
          const name = `nar.${code}`
          const inForce = laid.find((one) => one.name === name && (one.state === 'active' || one.state === 'suspended'))
          return (
            <Task
              key={name}
              label={`${code.replace('tsk.', '')}. ${taskName(name)}`}
              offered={offered.find(({ task }) => task === code)?.passages ?? []}
              inForce={inForce}
              isFromHere={inForce?.receipt === receipt}
              picked={own}
              pickedCount={formatSmallCount(picked.size, language)}
              mayTake={mayTake}
              isBusy={take.isPending || withdraw.isPending}
              onShow={show}
              onTake={(passage) => takeFor(name, passage)}
              onTakeBack={() =>
                inForce &&
                whenDone(withdraw.mutateAsync({ id: inForce.id, reason: say(papersPageTexts.takeBackReason) }), () => setTold(''))
              }
            />
          )
        })}
        <PaperProposals {...{ receipt, programme, laid, mayTake }} offered={proposals} onShow={show} />
      </section>
    </div>
  )
}

type TaskProps = {
  label: string
  offered: readonly Offered[]
  inForce: LaidText | undefined
  isFromHere: boolean
  picked: Passage | undefined
  pickedCount: string
  mayTake: boolean
  isBusy: boolean
  onShow: (places: readonly number[]) => void
  onTake: (passage: Passage) => void
  onTakeBack: () => void
}

function Task({ label, offered, inForce, isFromHere, picked, pickedCount, mayTake, isBusy, onShow, onTake, onTakeBack }: TaskProps) {
  const { say } = useLanguage()
  const suggested = joinPassages(offered)
  const isTaken = suggested !== undefined && inForce?.state === 'active' && inForce.text === suggested.text.normalize('NFC').trim()
  return (
    <article className="narrative-task" data-laid={inForce?.state}>
      <h3>{label}</h3>
      {inForce && (
        <div className="narrative-text">
          <b>
            {say(
              inForce.state === 'suspended' ? papersPageTexts.suspended : isFromHere ? papersPageTexts.laid : papersPageTexts.laidElsewhere,
            )}
          </b>
          <p>{inForce.text}</p>
          {inForce.reported !== null && (
            <details>
              <summary>{say(papersPageTexts.inWorkbook)}</summary>
              <p>{inForce.reported}</p>
            </details>
          )}
        </div>
      )}
      {suggested && !isTaken && (
        <div className="narrative-text" data-offer>
          <b>
            {suggested.heading === ''
              ? say(papersPageTexts.suggestionPlain)
              : say(papersPageTexts.suggestion, { heading: suggested.heading })}
          </b>
          <p>{suggested.text}</p>
        </div>
      )}
      {!suggested && !inForce && <p className="quiet">{say(papersPageTexts.noSuggestion)}</p>}
      {mayTake && (
        <div className="row-actions">
          {suggested && !isTaken && (
            <>
              <Button variant="default" size="compact-md" disabled={isBusy} onClick={() => onTake(suggested)}>
                {say(papersPageTexts.take)}
              </Button>
              <Button variant="subtle" size="compact-md" onClick={() => onShow(offered.map(({ place }) => place))}>
                {say(papersPageTexts.show)}
              </Button>
            </>
          )}
          {picked && (
            <Button variant="default" size="compact-md" disabled={isBusy} onClick={() => onTake(picked)}>
              {say(papersPageTexts.takePicked, { count: pickedCount })}
            </Button>
          )}
          {inForce && (
            <Button variant="subtle" size="compact-md" disabled={isBusy} onClick={onTakeBack}>
              {say(papersPageTexts.takeBack)}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

/** All that is suggested for one task as one text, with the place it begins at. */
function joinPassages(offered: readonly Offered[]): Passage | undefined {
  const [first] = offered
  return first && { text: offered.map(({ text }) => text).join('\n'), heading: first.heading, paragraph: first.place }
}
