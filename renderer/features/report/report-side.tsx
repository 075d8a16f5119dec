import type { Overview } from '../../../shared/contract/overview.ts'
import { reportKindNames, reportPageTexts, roadTexts } from '../../../shared/messages/report-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { PlaceLink } from '../../client/place.tsx'
import { useRuleSayer } from '../../client/use-rule-sayer.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ReportEntry } from '../../../shared/contract/reports.ts'

type ReportSideProps = {
  period: string
  view: Overview | undefined
  reports: readonly ReportEntry[]
  shown: ReportEntry
  onShow: (report: string) => void
}

/** What stops the report, and every version that was built. */
export function ReportSide({ period, view, reports, shown, onShow }: ReportSideProps) {
  const { language, say } = useLanguage()
  return (
    <aside className="report-side">
      {view && <Blockers period={period} view={view} />}
      <section aria-labelledby="report-history">
        <h2 id="report-history">{say(reportPageTexts.history)}</h2>
        <ul className="report-history">
          {reports.map(({ report, builtAt, actor, kind, pages, state }) => (
            <li key={report}>
              <button type="button" aria-current={report === shown.report ? 'true' : undefined} onClick={() => onShow(report)}>
                <strong>{say(reportPageTexts.version, { at: printInstant(builtAt, language), actor })}</strong>
                <span>{say(reportPageTexts.versionPages, { kind: say(reportKindNames[kind]), pages, state: say(roadTexts[state]) })}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="quiet">{say(reportPageTexts.roadLater)}</p>
      <details>
        <summary>{say(reportPageTexts.technical)}</summary>
        <dl className="report-technical">
          <dt>{say(reportPageTexts.fingerprint)}</dt>
          <dd>
            <code>{shown.sha256}</code>
          </dd>
          <dt>{say(reportPageTexts.identity)}</dt>
          <dd>
            <code>{shown.report}</code>
          </dd>
        </dl>
      </details>
    </aside>
  )
}

function Blockers({ period, view }: { period: string; view: Overview }) {
  const { language, say } = useLanguage()
  const sayRule = useRuleSayer(period)
  const count = formatSmallCount(view.findings.blocking, language)
  return (
    <section aria-labelledby="report-blockers">
      <h2 id="report-blockers">{say(reportPageTexts.blockers)}</h2>
      {view.findings.blocking === 0 ? (
        <p>{say(reportPageTexts.noBlockers)}</p>
      ) : (
        <>
          <p className="blocked">{say(reportPageTexts.blocked, { count })}</p>
          <ul className="blockers">
            {view.disputes.map(({ id, rule, unit, unitName, params }) => (
              <li key={id}>
                <PlaceLink page="reconcile" params={{ finding: id, of: unit ?? undefined }}>
                  {unitName !== null && <strong>{unitName}: </strong>}
                  {sayRule(rule, params)}
                </PlaceLink>
              </li>
            ))}
          </ul>
          <PlaceLink className="settle" page="reconcile">
            {say(reportPageTexts.settle, { count })}
          </PlaceLink>
        </>
      )}
    </section>
  )
}
