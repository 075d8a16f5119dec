import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { RefreshCw, Save } from 'lucide-react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { renderedTexts } from '../../../shared/messages/report.ts'
import { paperTexts, signOffButtons } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PapersOfPeriod } from './papers-of-period.tsx'
import { useHandOut } from './use-hand-out.tsx'

/** The three papers of a submission by their names, with what belongs to them. */
export function KeptPapers({ road: { report, files, freeze, number } }: { road: ReportRoadView }) {
  const { language, say } = useLanguage()
  const { queries } = useEngine()
  const { save, error } = useHandOut(report)
  const compare = useMutation(queries.reports.reprint.mutationOptions())
  const isPast = report.state === 'draft' || report.state === 'reviewed'
  return (
    <section className="kept-papers" aria-labelledby="kept-papers">
      <h2 id="kept-papers">{say(isPast ? paperTexts.past : paperTexts.title)}</h2>
      <ul>
        {files.map(({ role, name, at, actor }) => (
          <li key={role}>
            <Button variant="default" leftSection={<Save size={18} aria-hidden />} onClick={() => save({ paper: role, name })}>
              {say(signOffButtons.save, { paper: say(paperTexts[role]) })}
            </Button>
            <span className="quiet">{say(paperTexts.by, { actor, at: printInstant(at, language) })}</span>
          </li>
        ))}
        {freeze && (
          <li>
            <Button
              variant="default"
              leftSection={<RefreshCw size={18} aria-hidden />}
              loading={compare.isPending}
              onClick={() => compare.mutate({ report: report.report, compare: true })}
            >
              {say(signOffButtons.compare)}
            </Button>
            {compare.data?.rendered && (
              <span className="quiet" role="status">
                {say(renderedTexts[compare.data.rendered])}
              </span>
            )}
            {compare.error && <Trouble error={compare.error} />}
          </li>
        )}
        {freeze && (
          <li>
            <Button
              variant="default"
              leftSection={<Save size={18} aria-hidden />}
              onClick={() => save({ paper: 'slip', name: `phieu-kiem-chung-${report.period}.pdf` })}
            >
              {say(signOffButtons.slip)}
            </Button>
            <span className="quiet">{say(paperTexts.code, { code: freeze.code })}</span>
          </li>
        )}
        {number && number.supersedes !== null && (
          <li>
            <Button
              variant="default"
              leftSection={<Save size={18} aria-hidden />}
              onClick={() => save({ paper: 'notice', name: `thong-bao-thay-the-${report.period}.pdf` })}
            >
              {say(signOffButtons.notice)}
            </Button>
          </li>
        )}
      </ul>
      <PapersOfPeriod period={report.period} />
      {error !== undefined && <Trouble error={error} />}
    </section>
  )
}
