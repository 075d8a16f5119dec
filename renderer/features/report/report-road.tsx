import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { roadTexts, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import { printMoment } from '../../../shared/vietnamese/dates.ts'
import { useLanguage } from '../../ui/language.tsx'

const usual = ['draft', 'reviewed', 'submitted', 'approved', 'signed', 'issued'] as const

type ReportRoadProps = { road: ReportRoadView; children: ReactNode }

/** The whole way of a report: who did what and when, and what still lies ahead. What was taken back counts no more. */
export function ReportRoad({ road: { report, steps }, children }: ReportRoadProps) {
  const { say } = useLanguage()
  const since = steps.slice(steps.findLastIndex(({ state }) => state === 'draft') + 1)
  const built = { state: 'draft', at: report.builtAt, actor: report.actor } as const
  const done = new Map([built, ...since].map((step) => [step.state, step]))
  const isOnPaper = done.has('issued') && !done.has('signed')
  const shown = report.state === 'superseded' ? ([...usual, 'superseded'] as const) : usual
  return (
    <section className="report-road" aria-label={say(reportPageTexts.road)}>
      <ol>
        {shown.map((state) => {
          const step = done.get(state)
          const isByHand = state === 'signed' && isOnPaper
          return (
            <li key={state} data-state={step || isByHand ? 'done' : 'ahead'}>
              <span className="road-name">
                {(step ?? isByHand) && <Check size={18} aria-hidden />}
                {say(roadTexts[state])}
              </span>
              {step && (
                <>
                  <span className="road-who">{step.actor}</span>
                  <span className="road-who">{printMoment(step.at)}</span>
                </>
              )}
              {isByHand && <span className="road-who">{say(signOffTexts.onPaper)}</span>}
            </li>
          )
        })}
      </ol>
      {children}
    </section>
  )
}
