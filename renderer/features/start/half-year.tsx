import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Overview } from '../../../shared/contract/overview.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { reportStates } from '../../../shared/domain/report-state.ts'
import { reportStateTexts } from '../../../shared/messages/report.ts'
import { halfYearTexts } from '../../../shared/messages/start-page.ts'
import { lowerFirst } from '../../../shared/rules/report-wording.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { KnownDenominators, SendOut } from './send-out.tsx'
import { StepCard, type StepState } from './step-card.tsx'

/** What to do when, from opening to the report: each stage with how far it is and where it is done. */
export function HalfYear({ period }: { period: Period }) {
  const { queries } = useEngine()
  const overview = useQuery(queries.overview.get.queryOptions({ input: { period: period.code } }))
  const jobs = useQuery(queries.jobs.list.queryOptions({ input: {} }))
  if (overview.error) return <Trouble error={overview.error} />
  if (!overview.data) return <Waiting />
  const view = overview.data
  const hasArrived = view.register.received + view.register.pending + view.waiting > 0
  const isSentOut =
    hasArrived ||
    (jobs.data ?? []).some(
      ({ kind, state, finishedAt }) => kind === 'templates' && state === 'done' && (finishedAt ?? '') > period.openedAt,
    )
  return (
    <>
      <Opened period={period} />
      <SendOutStage period={period} state={isSentOut ? 'done' : 'toDo'} />
      <TakeIn
        view={view}
        state={!hasArrived ? (isSentOut ? 'toDo' : 'notYet') : view.register.unsent + view.waiting === 0 ? 'done' : 'now'}
      />
      <Reconcile view={view} hasArrived={hasArrived} />
      <ReportStage period={period.code} hasArrived={hasArrived} />
    </>
  )
}

function Opened({ period }: { period: Period }) {
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const isAllowed = useAllowed()
  return (
    <StepCard number={1} title={say(halfYearTexts.opened)} state="done">
      <p>
        {say(halfYearTexts.openedHow, {
          from: printDay(period.from),
          to: printDay(period.to),
          due: printInstant(period.dueAt, language),
        })}
      </p>
      {isAllowed('periods.open') && (
        <div className="start-actions">
          <Button variant="default" onClick={() => set({ step: 'period' })}>
            {say(halfYearTexts.openNext)}
          </Button>
        </div>
      )}
    </StepCard>
  )
}

function SendOutStage({ period, state }: { period: Period; state: StepState }) {
  const { say } = useLanguage()
  return (
    <StepCard number={2} title={say(halfYearTexts.sendOut)} state={state}>
      <SendOut period={period.code} isDone={state === 'done'} />
      <KnownDenominators period={period.code} />
    </StepCard>
  )
}

function TakeIn({ view, state }: { view: Overview; state: StepState }) {
  const { language, say } = useLanguage()
  const { register, waiting } = view
  return (
    <StepCard number={3} title={say(halfYearTexts.takeIn)} state={state}>
      <p>
        {say(halfYearTexts.takeInHow, {
          received: formatCount(register.received, language),
          expected: formatCount(register.expected, language),
        })}
        {waiting > 0 && ` ${say(halfYearTexts.waiting, { count: formatSmallCount(waiting, language) })}`}
      </p>
      <p className="start-actions">
        <PlaceLink page="intake">{say(halfYearTexts.toIntake)}</PlaceLink>
        {register.unsent > 0 && <PlaceLink page="register">{say(halfYearTexts.toRegister)}</PlaceLink>}
      </p>
    </StepCard>
  )
}

function Reconcile({ view, hasArrived }: { view: Overview; hasArrived: boolean }) {
  const { language, say } = useLanguage()
  const { blocking, warning } = view.findings
  const state = !hasArrived ? 'notYet' : blocking > 0 ? 'now' : 'done'
  return (
    <StepCard number={4} title={say(halfYearTexts.reconcile)} state={state}>
      <p>
        {!hasArrived
          ? say(halfYearTexts.later)
          : blocking + warning === 0
            ? say(halfYearTexts.reconcileNone)
            : say(halfYearTexts.reconcileHow, {
                blocking: formatSmallCount(blocking, language),
                warning: formatSmallCount(warning, language),
              })}
      </p>
      {hasArrived && (
        <p>
          <PlaceLink page="reconcile">{say(halfYearTexts.toReconcile)}</PlaceLink>
        </p>
      )}
    </StepCard>
  )
}

function ReportStage({ period, hasArrived }: { period: string; hasArrived: boolean }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const reports = useQuery(queries.reports.list.queryOptions({ input: { period } })).data ?? []
  const standing = reports.filter(({ state }) => state !== 'superseded')
  const furthest = reportStates.findLast((one) => standing.some(({ state }) => state === one))
  const isDraft = furthest === 'draft' || furthest === 'reviewed'
  return (
    <StepCard
      number={5}
      title={say(halfYearTexts.report)}
      state={furthest === undefined ? 'notYet' : furthest === 'issued' ? 'done' : 'now'}
    >
      <p>
        {furthest === undefined
          ? say(hasArrived ? halfYearTexts.reportNone : halfYearTexts.later)
          : isDraft
            ? say(halfYearTexts.reportHow, { count: formatSmallCount(standing.length, language) })
            : say(halfYearTexts.reportState, { state: lowerFirst(say(reportStateTexts[furthest])) })}
      </p>
      {hasArrived && (
        <p>
          <PlaceLink page="report">{say(halfYearTexts.toReport)}</PlaceLink>
        </p>
      )}
    </StepCard>
  )
}
