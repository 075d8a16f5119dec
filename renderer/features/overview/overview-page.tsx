import { severities } from '../../../shared/domain/finding.ts'
import type { Overview } from '../../../shared/contract/overview.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { unitStateTexts } from '../../../shared/messages/report.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useLanguage } from '../../ui/language.tsx'
import { CountList } from './count-list.tsx'
import { summarise } from './describe-overview.ts'
import { EmptyState } from './empty-state.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { nextStepOf } from './next-step.ts'
import './overview.css'

/** Where the period stands, on one page: sentences before numbers. */
export function OverviewPage({ view }: { view: Overview | undefined }) {
  const { language, say } = useLanguage()
  const { command } = nextStepOf(view, language)
  return (
    <>
      <header className="page-head">
        <h1>{say(overviewTexts.title)}</h1>
        {view && <p>{say(overviewTexts.span, { from: printDay(view.period.from), to: printDay(view.period.cutOff) })}</p>}
      </header>
      {!view ? (
        <EmptyState title={say(overviewTexts.noPeriod)} how={say(overviewTexts.noPeriodHow)} command={command} />
      ) : view.register.received + view.waiting === 0 ? (
        <EmptyState title={say(overviewTexts.nothingReceived)} how={say(overviewTexts.nothingReceivedHow)} command={command} />
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
