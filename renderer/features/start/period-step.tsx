import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import type { Period } from '../../../shared/domain/period.ts'
import { periodTitleTexts } from '../../../shared/messages/period-name.ts'
import { periodProblemTexts, periodStepTexts } from '../../../shared/messages/start-page.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { draftOf, isExpectedOn, proposalsOn, readDraft, type PeriodDraft, type PeriodOrder, type Proposal } from './period-drafts.ts'
import { StepCard } from './step-card.tsx'

/** Vietnam keeps UTC+7 all year. */
const todayInVietnam = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

type PeriodStepProps = { number: number; periods: readonly Period[]; onBack?: () => void }

export function PeriodStep({ number, periods, onBack }: PeriodStepProps) {
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  return (
    <StepCard number={number} title={say(periodStepTexts.title)} state="toDo">
      {isAllowed('periods.open') ? (
        <PeriodForm known={periods.map(({ code }) => code)} onBack={onBack} />
      ) : (
        <p>{say(periodStepTexts.who)}</p>
      )}
    </StepCard>
  )
}

/** The usual spans as cards; every field below can be typed over. */
function PeriodForm({ known, onBack }: { known: readonly string[]; onBack: (() => void) | undefined }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { go } = usePlace()
  const [{ proposals, likeliest }] = useState(() => proposalsOn(todayInVietnam(), known))
  const [proposal, setProposal] = useState<Proposal>(proposals[likeliest]!)
  const [span, setSpan] = useState(0)
  const [draft, setDraft] = useState<PeriodDraft>(() => draftOf(proposal, proposal.spans[0]))
  const [isTried, setIsTried] = useState(false)
  const open = useMutation(queries.periods.open.mutationOptions({ onSuccess: ({ code }) => go('start', { period: code }) }))
  const { order, problems } = readDraft(draft, known)
  const choose = (next: Proposal, index: number): void => {
    setProposal(next)
    setSpan(index)
    setDraft(draftOf(next, next.spans[index]!))
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setIsTried(true)
    if (order && !open.isPending) open.mutate(order)
  }
  const field = (name: Exclude<keyof PeriodDraft, 'endsYear'>, inputMode: 'text' | 'numeric' = 'text') => {
    const problem = problems[name]
    // What is being typed is not yet wrong; what was left empty is, once one tried.
    const isShown = problem !== undefined && (isTried || draft[name].length >= 8 || problem !== 'day')
    return (
      <TextInput
        label={say(periodStepTexts[name])}
        inputMode={inputMode}
        spellCheck={false}
        autoComplete="off"
        value={draft[name]}
        error={isShown ? say(periodProblemTexts[problem]) : undefined}
        onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      />
    )
  }
  return (
    <form className="step-form" onSubmit={submit} noValidate>
      <div className="fields">
        <NativeSelect
          label={say(periodStepTexts.which)}
          value={proposal.code}
          onChange={(event) => choose(proposals.find(({ code }) => code === event.currentTarget.value) ?? proposal, span)}
          data={proposals.map(({ code, kind, year }) => ({
            value: code,
            label: say(kind === 'half' ? periodTitleTexts.firstHalf : periodTitleTexts.year, { year }),
          }))}
        />
        {field('code')}
      </div>
      <SpanCards proposal={proposal} chosen={span} onChoose={(index) => choose(proposal, index)} />
      <div className="fields days">
        {field('from')}
        {field('to')}
        {field('cutOff')}
        {field('dueDay')}
        {field('dueTime')}
      </div>
      <Checkbox
        label={say(periodStepTexts.endsYear)}
        checked={draft.endsYear}
        onChange={(event) => setDraft({ ...draft, endsYear: event.currentTarget.checked })}
      />
      {order && <Preview order={order} />}
      {open.error && <Trouble error={open.error} />}
      <div className="start-actions">
        <Button type="submit" loading={open.isPending}>
          {say(periodStepTexts.open)}
        </Button>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {say(periodStepTexts.back)}
          </Button>
        )}
      </div>
    </form>
  )
}

type SpanCardsProps = { proposal: Proposal; chosen: number; onChoose: (index: number) => void }

function SpanCards({ proposal, chosen, onChoose }: SpanCardsProps) {
  const { say } = useLanguage()
  const name = useId()
  return (
    <fieldset className="plain">
      <legend>{say(periodStepTexts.span)}</legend>
      <div className="span-cards">
        {proposal.spans.map(({ from, to }, index) => (
          <label key={from} className="span-card">
            <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
            <span>
              <strong>{say(periodStepTexts.fromTo, { from: printDay(from), to: printDay(to) })}</strong>
              <span>{say(index === 0 ? periodStepTexts.byProgramme : periodStepTexts.byCalendar)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What opening means, before it is done: the list of who must send is fixed by it. */
function Preview({ order }: { order: PeriodOrder }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const units = useQuery(queries.units.list.queryOptions({ input: {} }))
  if (!units.data) return null
  const expected = units.data.filter((unit) => isExpectedOn(unit, order.cutOff)).length
  const [dueDay, dueTime] = order.due.split('T') as [string, string]
  return (
    <p className="preview" role="status">
      {say(periodStepTexts.preview, {
        code: order.code,
        from: printDay(order.from),
        to: printDay(order.to),
        units: formatSmallCount(expected, language),
        due: `${dueTime} ${language === 'vi' ? 'ngày' : 'on'} ${printDay(dueDay)}`,
      })}
    </p>
  )
}
