import { skipToken, useQuery } from '@tanstack/react-query'
import { severities } from '../../../shared/domain/finding.ts'
import type { Overview } from '../../../shared/contract/overview.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { unitStateTexts } from '../../../shared/messages/report.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { Trouble } from '../../client/trouble.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CountList } from './count-list.tsx'
import { summarise } from './describe-overview.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { nextStepOf } from './next-step.ts'
import './overview.css'

/** Where the period stands, on one page: sentences before numbers. */
export function OverviewPage({ period }: PageProps) {
  const { queries } = useEngine()
  const overview = useQuery(queries.overview.get.queryOptions({ input: period ? { period: period.code } : skipToken }))
  if (overview.error) return <Trouble error={overview.error} />
  if (period && !overview.data) return <Waiting />
  return <View view={overview.data} />
}

function View({ view }: { view: Overview | undefined }) {
  const { language, say } = useLanguage()
  const { command } = nextStepOf(view, language)
  return (
    <>
      <PageHead
        title={say(overviewTexts.title)}
        about={view && say(overviewTexts.span, { from: printDay(view.period.from), to: printDay(view.period.cutOff) })}
      />
      {!view ? (
        <EmptyState title={say(overviewTexts.noPeriod)} how={say(overviewTexts.noPeriodHow)}>
          <code className="command">{command}</code>
        </EmptyState>
      ) : view.register.received + view.waiting === 0 ? (
        <EmptyState title={say(overviewTexts.nothingReceived)} how={say(overviewTexts.nothingReceivedHow)}>
          <code className="command">{command}</code>
        </EmptyState>
      ) : (
        <Standing view={view} command={command} />
      )}
    </>
  )
}

function Standing({ view, command }: { view: Overview; command: string }) {
  const { language, say } = useLanguage()
  const { onTime, late, pending, unsent } = view.register
  const sent = [
    { name: 'on_time', label: say(unitStateTexts.on_time), count: onTime },
    { name: 'late', label: say(overviewTexts.late), count: late },
    { name: 'pending', label: say(unitStateTexts.pending), count: pending },
    { name: 'unsent', label: say(unitStateTexts.missing), count: unsent },
  ]
  const found = severities.map((severity) => ({ name: severity, label: say(severityTexts[severity]), count: view.findings[severity] }))
  return (
    <>
      <div className="standing">
        <section className="sentences" aria-label={say(overviewTexts.summary)}>
          {summarise(view, language).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="command-line">
            <span className="command-label">{say(overviewTexts.command)}</span> <code className="command">{command}</code>
          </p>
        </section>
        <CountList id="register" title={say(overviewTexts.register)} counts={sent} />
        <CountList id="findings" title={say(overviewTexts.findings)} counts={found} />
      </div>
      <IndicatorTable indicators={view.indicators} />
    </>
  )
}
