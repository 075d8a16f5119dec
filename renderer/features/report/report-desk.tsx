import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Printer, RefreshCw, Save } from 'lucide-react'
import { useMemo, useState } from 'react'
import { reportButtons, reportKindNames, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { outlineOfPages } from '../../../shared/rules/report-outline.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { DraftPages, useReportBytes } from './draft-pages.tsx'
import { KindChoice, readKind } from './kind-choice.tsx'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { ReportOutline } from './report-outline.tsx'
import { ReportRoad } from './report-road.tsx'
import { ReportSide } from './report-side.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { useDraftBuilder } from './use-draft-builder.tsx'
import { useHandOut } from './use-hand-out.tsx'

type ReportDeskProps = { period: string; reports: readonly ReportEntry[] }

export function ReportDesk({ period, reports }: ReportDeskProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const [isReviewing, setReviewing] = useState(false)
  const [said, setSaid] = useState<string>()
  const overview = useQuery(queries.overview.get.queryOptions({ input: { period } }))
  const builder = useDraftBuilder(period, (built) => {
    const known = reports.find(({ report }) => report === built)
    setSaid(known && say(reportPageTexts.same, { at: printInstant(known.builtAt, language) }))
  })
  const wanted = params['report']
  const shown = reports.find(({ report }) => report === wanted) ?? reports[0]!
  const standing = useQuery(queries.reports.standing.queryOptions({ input: { report: shown.report } }))
  const changedAt = standing.data?.changedAt
  const kind = readKind(params['kind'] ?? shown.kind)
  const show = (report: string): void => {
    setSaid(undefined)
    set({ report, pageNumber: undefined })
  }
  const about = { kind: say(reportKindNames[shown.kind]), at: printInstant(shown.builtAt, language), pages: shown.pages }
  const canReview = isAllowed('reports.review') && shown.state === 'draft'
  const trouble = builder.error ?? standing.error
  return (
    <>
      <PageHead title={say(reportPageTexts.title)} about={say(reportPageTexts.about, about)}>
        <HandOut report={shown} />
        {isAllowed('reports.build') && (
          <>
            <KindChoice kind={kind} onChoose={(chosen) => set({ kind: chosen }, { replace: true })} />
            <Button
              variant={changedAt === null || canReview ? 'default' : 'filled'}
              leftSection={<RefreshCw size={18} aria-hidden />}
              disabled={builder.isBuilding}
              onClick={() => {
                setSaid(undefined)
                builder.build(kind)
              }}
            >
              {say(reportButtons.rebuild)}
            </Button>
          </>
        )}
        {canReview && <Button onClick={() => setReviewing(true)}>{say(reportButtons.review)}</Button>}
      </PageHead>
      {trouble !== null && trouble !== undefined && <Trouble error={trouble} />}
      {builder.job && <JobProgress job={builder.job} onStop={builder.stop} name={say(reportPageTexts.building)} />}
      {wanted !== undefined && shown.report !== wanted && <Notice role="status">{say(reportPageTexts.unknown)}</Notice>}
      {typeof changedAt === 'string' && (
        <Notice role="status">{say(reportPageTexts.changed, { at: printInstant(changedAt, language) })}</Notice>
      )}
      {said !== undefined && (
        <p className="report-said" role="status">
          {said}
        </p>
      )}
      <ReportRoad steps={[{ state: 'draft', at: shown.builtAt, actor: shown.actor }, ...(standing.data?.steps ?? [])]} />
      <div className="report-desk">
        <Reading key={shown.report} period={period} report={shown} />
        <ReportSide period={period} view={overview.data} reports={reports} shown={shown} onShow={show} />
      </div>
      {isReviewing && <ReviewDialog report={shown} onClose={() => setReviewing(false)} />}
    </>
  )
}

/** The outline and the pages follow each other; the page in view stands in the address. */
function Reading({ period, report }: { period: string; report: ReportEntry }) {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const { params, set } = usePlace()
  const [texts, setTexts] = useState<string[]>()
  const [goal, setGoal] = useState(() => ({ page: Number(params['pageNumber'] ?? '1') || 1 }))
  const [page, setPage] = useState(goal.page)
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  const entries = useMemo(() => {
    if (!texts || !programme.data) return undefined
    const sections = programme.data.outline.flatMap(({ number, heading, level, kinds }) =>
      heading && kinds.includes(report.kind)
        ? [{ number: number.replace(/[.)\-\s]+$/u, ''), text: heading.vi, level, label: heading[language] }]
        : [],
    )
    const labels = new Map(sections.map(({ number, text, label }) => [`${number}. ${text}`, `${number}. ${label}`]))
    return outlineOfPages(texts, sections).map((entry) => ({ ...entry, text: labels.get(entry.text) ?? entry.text }))
  }, [texts, programme.data, report.kind, language])
  const follow = (next: number): void => {
    if (next === page) return
    setPage(next)
    set({ pageNumber: next === 1 ? undefined : String(next) }, { replace: true })
  }
  return (
    <>
      <ReportOutline entries={entries} page={page} onPage={(wanted) => setGoal({ page: wanted })} />
      <div className="report-pages">
        <DraftPages report={report} goal={goal} onPage={follow} onTexts={setTexts} />
      </div>
    </>
  )
}

function HandOut({ report }: { report: ReportEntry }) {
  const { say } = useLanguage()
  const bytes = useReportBytes(report.report)
  const { save, print, printing, error } = useHandOut(report, bytes.data)
  return (
    <>
      {error !== undefined && <Trouble error={error} />}
      {printing && (
        <span role="status" className="report-printing">
          {say(reportPageTexts.printing, printing)}
        </span>
      )}
      <Button variant="default" leftSection={<Save size={18} aria-hidden />} onClick={save}>
        {say(reportButtons.save)}
      </Button>
      {bytes.data && (
        <Button variant="default" leftSection={<Printer size={18} aria-hidden />} disabled={printing !== undefined} onClick={print}>
          {say(reportButtons.print)}
        </Button>
      )}
    </>
  )
}
