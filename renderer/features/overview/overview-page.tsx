import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { severities } from '../../../shared/domain/finding.ts'
import type { Overview, Standing } from '../../../shared/contract/overview.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import { overviewButtons } from '../../../shared/messages/overview-page.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { unitStateTexts } from '../../../shared/messages/report.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useSession } from '../../client/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ChangesSince } from './changes-since.tsx'
import { CountList } from './count-list.tsx'
import { summarise } from './describe-overview.ts'
import { Disputes } from './disputes.tsx'
import { DueShortcomings } from './due-shortcomings.tsx'
import { HeaviestUnits } from './heaviest-units.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { MyStanding } from './my-standing.tsx'
import { useNextStep } from './use-next-step.tsx'
import './overview.css'

/** Where the period stands, on one page: sentences before numbers. */
export function OverviewPage({ period }: PageProps) {
  const { queries } = useEngine()
  const input = period ? { period: period.code } : skipToken
  const overview = useQuery(queries.overview.get.queryOptions({ input }))
  // What the rules find takes longest, and nobody should wait for it to see where the period stands.
  const standing = useQuery(queries.overview.standing.queryOptions({ input }))
  const error = overview.error ?? standing.error
  if (error) return <Trouble error={error} />
  const view = overview.data ?? standing.data
  if (period && !view) return <Waiting />
  return <View view={view} whole={overview.data} />
}

/** `whole` is undefined until everything is counted. */
function View({ view, whole }: { view: Standing | undefined; whole: Overview | undefined }) {
  const { host, queries } = useEngine()
  const { say } = useLanguage()
  const { go } = usePlace()
  const session = useSession()
  const step = useNextStep(view?.period.code, whole)
  const isStanding = view !== undefined && view.register.received + view.waiting > 0
  // The leader reads; everybody else does what comes next.
  const isLeader = session?.account?.roles.includes('leader') === true && view !== undefined && view.drafts > 0
  const reports = useQuery(queries.reports.list.queryOptions({ input: isLeader ? { period: view.period.code } : skipToken }))
  const submitted = reports.data?.find(({ state }) => state === 'submitted')
  return (
    <>
      <PageHead
        title={say(overviewTexts.title)}
        about={view && say(overviewTexts.span, { from: printDay(view.period.from), to: printDay(view.period.cutOff) })}
      >
        {isStanding && (
          <>
            <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => host.print()}>
              {say(overviewButtons.print)}
            </Button>
            {isLeader ? (
              <Button onClick={() => go('report', { report: submitted?.report })}>
                {say(submitted ? overviewButtons.read : overviewButtons.readDraft)}
              </Button>
            ) : (
              step && <Button onClick={() => go(step.page, step.params)}>{say(overviewButtons.next, { step: step.words })}</Button>
            )}
          </>
        )}
      </PageHead>
      {!view ? (
        <EmptyState title={say(overviewTexts.noPeriod)} how={say(overviewTexts.noPeriodHow)}>
          <Button onClick={() => go('start')}>{say(overviewTexts.openPeriod)}</Button>
        </EmptyState>
      ) : isStanding ? (
        <Sections view={view} whole={whole} />
      ) : (
        <EmptyState title={say(overviewTexts.nothingReceived)} how={say(overviewTexts.nothingReceivedHow)}>
          <Button onClick={() => go('intake')}>{say(overviewTexts.takeIn)}</Button>
        </EmptyState>
      )}
    </>
  )
}

function Sections({ view, whole }: { view: Standing; whole: Overview | undefined }) {
  const { language, say } = useLanguage()
  const { onTime, late, pending, unsent } = view.register
  const sent = [
    { name: 'on_time', label: say(unitStateTexts.on_time), count: onTime },
    { name: 'late', label: say(overviewTexts.late), count: late },
    { name: 'pending', label: say(unitStateTexts.pending), count: pending },
    { name: 'unsent', label: say(unitStateTexts.missing), count: unsent },
  ]
  const found = severities.map((severity) => ({ name: severity, label: say(severityTexts[severity]), count: whole?.findings[severity] }))
  return (
    <>
      <div className="standing">
        <section className="sentences" aria-label={say(overviewTexts.summary)}>
          {summarise(whole ?? view, language).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <DueShortcomings />
          <MyStanding period={view.period.code} />
        </section>
        <CountList id="register" title={say(overviewTexts.register)} counts={sent} />
        <CountList id="findings" title={say(overviewTexts.findings)} counts={found} />
      </div>
      <IndicatorTable period={view.period.code} indicators={view.indicators} />
      <div className="overview-more">
        <HeaviestUnits view={view} />
        {whole && <ChangesSince view={whole} />}
        {whole && <Disputes view={whole} />}
      </div>
    </>
  )
}
