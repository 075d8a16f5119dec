import { Check } from 'lucide-react'
import { roadTexts, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useLanguage } from '../../ui/language.tsx'

const road = ['draft', 'reviewed', 'submitted', 'approved', 'signed', 'issued'] as const
type Done = { state: string; at: string; actor: string }

/** The whole way of a report: who did what and when, and what still lies ahead. */
export function ReportRoad({ steps }: { steps: readonly Done[] }) {
  const { language, say } = useLanguage()
  return (
    <section className="report-road" aria-label={say(reportPageTexts.road)}>
      <ol>
        {road.map((state) => {
          const done = steps.findLast((step) => step.state === state)
          return (
            <li key={state} data-state={done ? 'done' : 'ahead'}>
              <span className="road-name">
                {done && <Check size={18} aria-hidden />}
                {say(roadTexts[state])}
              </span>
              {done && (
                <span className="road-who">{say(reportPageTexts.stepBy, { actor: done.actor, at: printInstant(done.at, language) })}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
