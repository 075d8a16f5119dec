import { Button } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { HeldQuestion, WaitingFile } from '../../../shared/contract/submissions.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { channelTexts } from '../../../shared/messages/channel.ts'
import { heldChoiceTexts } from '../../../shared/messages/command-output.ts'
import { heldPageTexts, intakeTexts } from '../../../shared/messages/intake-page.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { splitReasons } from '../../../shared/rules/split-reasons.ts'
import { ruleSayer } from '../../../shared/rules/rule-message.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { canUndo, digitOf, leadsOn, listAnswers, type HeldAnswer } from './held-answers.ts'
import { HeldEvidence } from './held-evidence.tsx'
import { MessageBox } from './message-box.tsx'
import { UnitChooser } from './unit-chooser.tsx'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { writeUnitMessage } from '../../../shared/rules/unit-message.ts'
import { useUnits } from './use-units.tsx'

type HeldPanelProps = { period: Period; queue: readonly WaitingFile[]; onAgain: (receipt: string) => void }
type Given = { words: string; file: string; receipt: string | null }

/** One question at a time; the next opens by itself. */
export function HeldPanel({ period, queue, onAgain }: HeldPanelProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const [given, setGiven] = useState<Given>()
  const at = Math.max(
    0,
    queue.findIndex(({ id }) => id === params['held']),
  )
  const current = queue[at]
  const held = useQuery({ ...queries.submissions.held.queryOptions({ input: { id: current?.id ?? '' } }), enabled: current !== undefined })
  const show = (index: number): void => set({ held: queue[index]?.id })
  const told = given && <Answered given={given} onAgain={onAgain} onDone={() => setGiven(undefined)} />
  if (!current)
    return (
      <>
        {told}
        <EmptyState title={say(given ? heldPageTexts.allDone : intakeTexts.noneWaiting)} how={say(intakeTexts.noneWaitingHow)} />
      </>
    )
  return (
    <>
      {told}
      {held.data?.id === current.id ? (
        <Question
          key={`${held.data.id} ${held.data.reasons[0]?.rule ?? ''}`}
          item={held.data}
          period={period}
          at={at}
          count={queue.length}
          onShow={show}
          onGiven={(answer, stillHeld) => {
            setGiven(answer)
            // The place keeps pointing at what is asked now: the same file's next question, or whatever comes after it.
            // So does the tab: with nothing left to ask it says so, instead of giving way to another one.
            set({ tab: 'waiting', held: stillHeld ? current.id : (queue[at + 1] ?? queue[0])?.id }, { replace: true })
          }}
        />
      ) : held.error ? (
        <Trouble error={held.error} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

/** Where the first answer is no more likely than the second, nothing leads to it. */
const suggestsFirst = (rule: string | undefined): boolean =>
  rule === 'M41' || rule === 'M43' || rule === 'M45' || rule === 'M46' || rule === 'M56' || rule === 'M68'

type AnsweredProps = { given: Given; onAgain: (receipt: string) => void; onDone: () => void }

function Answered({ given: { words, file, receipt }, onAgain, onDone }: AnsweredProps) {
  const { say } = useLanguage()
  return (
    <p className="answered" role="status">
      <span>{say(heldPageTexts.answered, { answer: words, file })}</span>
      {receipt !== null && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            onAgain(receipt)
            onDone()
          }}
        >
          {say(heldPageTexts.undo)}
        </Button>
      )}
    </p>
  )
}

type QuestionProps = {
  item: HeldQuestion
  period: Period
  at: number
  count: number
  onShow: (index: number) => void
  onGiven: (given: Given, stillHeld: boolean) => void
}

function Question({ item, period, at, count, onShow, onGiven }: QuestionProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const { units, nameOf } = useUnits(period.code)
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  const resolve = useMutation(queries.submissions.resolveHeld.mutationOptions())
  const { set } = usePlace()
  const [choosing, setChoosing] = useState<HeldAnswer>()
  const answers = listAnswers(item, { isClosed: period.state === 'closed', nameOf, language })
  const mayAnswer = isAllowed('submissions.resolveHeld')

  const give = async (answer: HeldAnswer, unit = answer.unit): Promise<void> => {
    const { state } = await resolve.mutateAsync({ id: item.id, choice: answer.choice, ...(unit === undefined ? {} : { unit }) })
    const words = answer.asksUnit && unit !== undefined ? `${answer.words.replace('…', '')} (${nameOf(unit)})` : answer.words
    const receipt = canUndo(answer.choice) ? item.receipt : null
    onGiven({ words, file: item.originalName, receipt }, state === 'held')
  }
  const choose = (answer: HeldAnswer): void => {
    if (resolve.isPending) return
    if (leadsOn(answer.choice)) return set(answer.choice === 'map' ? { map: item.id } : { keyed: item.keyed ?? undefined })
    // What went wrong is shown by the mutation's own error.
    if (!answer.asksUnit) give(answer).catch(() => undefined)
    else setChoosing(answer)
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=dialog]')
    )
      return
    const answer = choosing || !mayAnswer ? undefined : answers[(digitOf(event) ?? 0) - 1]
    if (!answer) return
    event.preventDefault()
    choose(answer)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  if (programme.error) return <Trouble error={programme.error} />
  if (!programme.data) return <Waiting />
  const sayRule = ruleSayer(programme.data, language)
  const { asked, beside, later } = splitReasons(item.reasons)
  const came = { at: printInstant(item.receivedAt, language), channel: say(channelTexts[item.channel]) }
  const place = { at: formatCount(at + 1, language), count: formatCount(count, language) }
  const message = writeUnitMessage(
    {
      reasons: item.reasons,
      unit: item.unit === null ? undefined : nameOf(item.unit),
      file: item.originalName,
      receivedAt: item.receivedAt,
      period: namePeriod(period, language),
      dueAt: period.dueAt,
    },
    language,
  )
  return (
    <div className="held">
      <section className="held-question" aria-label={say(heldPageTexts.question)}>
        <div className="held-head">
          <span className="held-place" data-place>
            {say(heldPageTexts.place, place)}
          </span>
          {count > 1 && (
            <span>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={say(heldPageTexts.previous)}
                onClick={() => onShow((at + count - 1) % count)}
              >
                <ChevronLeft size={20} aria-hidden />
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                rightSection={<ChevronRight size={18} aria-hidden />}
                onClick={() => onShow((at + 1) % count)}
              >
                {say(heldPageTexts.next)}
              </Button>
            </span>
          )}
        </div>
        <p className="held-file">
          <strong>{item.originalName}</strong>
          <span>{say(heldPageTexts.came, came)}</span>
        </p>
        <p className="held-asked" aria-live="polite">
          {asked ? sayRule(asked.rule, asked.params) : ''}
        </p>
        {beside.map(({ rule, params }) => (
          <p key={rule} className="held-beside">
            {sayRule(rule, params)}
          </p>
        ))}
        {later.length > 0 && <p className="quiet">{say(heldPageTexts.later, { count: formatSmallCount(later.length, language) })}</p>}
        {period.state === 'closed' && item.choices.includes('use_new') && <p>{say(heldPageTexts.closedHow)}</p>}
        {item.answered && (
          <p className="held-before">
            {say(heldPageTexts.answeredBefore, {
              at: printInstant(item.answered.at, language),
              actor: item.answered.actor,
              answer: fillText(heldChoiceTexts[item.answered.choice], language),
            })}
          </p>
        )}
        {resolve.error && <Trouble error={resolve.error} />}
        {!mayAnswer ? (
          <p className="quiet">{say(heldPageTexts.readOnly)}</p>
        ) : choosing ? (
          <UnitChooser
            units={units}
            suggestions={item.suggestions}
            onBack={() => setChoosing(undefined)}
            onChoose={(unit) => void give(choosing, unit).catch(() => undefined)}
          />
        ) : (
          <div className="held-answers" role="group" aria-label={say(heldPageTexts.answers)}>
            {answers.map((answer, index) => (
              <Button
                key={`${answer.choice} ${answer.unit ?? ''}`}
                variant={index === 0 && suggestsFirst(asked?.rule) ? 'filled' : 'default'}
                fullWidth
                justify="flex-start"
                disabled={resolve.isPending}
                leftSection={<kbd>{index + 1}</kbd>}
                onClick={() => choose(answer)}
              >
                {answer.words}
              </Button>
            ))}
          </div>
        )}
        <MessageBox text={message} />
      </section>
      <HeldEvidence item={item} programme={programme.data} nameOf={nameOf} />
    </div>
  )
}
