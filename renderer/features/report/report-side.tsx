import type { Overview } from '../../../shared/contract/overview.ts'
import type { ReportEntry, ReportRoadView } from '../../../shared/contract/reports.ts'
import { reportKindNames, reportPageTexts, roadTexts } from '../../../shared/messages/report-page.ts'
import { signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { PlaceLink } from '../../client/place.tsx'
import { useRuleSayer } from '../../client/use-rule-sayer.ts'
import { useLanguage } from '../../ui/language.tsx'
import { KeptPapers } from './kept-papers.tsx'
import { shownPaper } from './shown-paper.ts'
import { SummaryButton } from './summary-button.tsx'

type ReportSideProps = {
  period: string
  view: Overview | undefined
  reports: readonly ReportEntry[]
  road: ReportRoadView
  onShow: (report: string) => void
}

/** What stops the report, the papers that are kept of it, who did what, and every version that was built. */
export function ReportSide({ period, view, reports, road, onShow }: ReportSideProps) {
  const { language, say } = useLanguage()
  const shown = road.report
  const isBefore = shown.state === 'draft' || shown.state === 'reviewed'
  return (
    <aside className="report-side">
      {view && isBefore && <Blockers period={period} view={view} />}
      <SummaryButton key={shown.report} report={shown} />
      {road.files.length > 0 && <KeptPapers road={road} />}
      {road.steps.length > 0 && <Steps steps={road.steps} />}
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
      <details>
        <summary>{say(reportPageTexts.technical)}</summary>
        <dl className="report-technical">
          <dt>{say(reportPageTexts.fingerprint)}</dt>
          <dd>
            <code>{shownPaper(road).sha256}</code>
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

/** What was said with a step stands behind it. */
function Steps({ steps }: Pick<ReportRoadView, 'steps'>) {
  const { language, say } = useLanguage()
  return (
    <section aria-labelledby="report-steps">
      <h2 id="report-steps">{say(signOffTexts.history)}</h2>
      <ul className="report-steps">
        {steps.map(({ state, actor, at, kind, words }) => {
          // What brought it back to a draft is what happened, not the draft.
          const isBack = state === 'draft' && kind !== null
          const params = { state: say(isBack ? signOffTexts[`said_${kind}`] : roadTexts[state]), actor, at: printInstant(at, language) }
          return (
            <li key={`${state} ${at}`}>
              {kind === null || words === null
                ? say(signOffTexts.step, params)
                : isBack
                  ? say(signOffTexts.stepBack, { ...params, words })
                  : say(signOffTexts.stepWords, { ...params, kind: say(signOffTexts[`said_${kind}`]), words })}
            </li>
          )
        })}
      </ul>
    </section>
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
