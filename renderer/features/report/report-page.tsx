import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { KindChoice, readKind } from './kind-choice.tsx'
import { ReportDesk } from './report-desk.tsx'
import { useDraftBuilder } from './use-draft-builder.tsx'
import { useTopic } from './use-topic.tsx'
import '../../ui/data-table.css'
import './report.css'

/** The drafts of a period's report: built, read page by page, handed on. */
export function ReportPage({ period }: PageProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const reports = useQuery(queries.reports.list.queryOptions({ input: period ? { period: period.code } : skipToken }))
  if (!period)
    return (
      <>
        <PageHead title={say(reportPageTexts.title)} />
        <EmptyState title={say(reportPageTexts.noPeriod)} how={say(reportPageTexts.noPeriodHow)}>
          <PlaceLink page="start">{say(reportButtons.openPeriod)}</PlaceLink>
        </EmptyState>
      </>
    )
  if (reports.error) return <Trouble error={reports.error} />
  if (!reports.data) return <Waiting />
  return reports.data.length === 0 ? (
    <FirstDraft key={period.code} period={period.code} />
  ) : (
    <ReportDesk key={period.code} period={period.code} reports={reports.data} />
  )
}

function FirstDraft({ period }: { period: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const overview = useQuery(queries.overview.get.queryOptions({ input: { period } }))
  const topic = useTopic(period)
  const { job, error, stop, build, isBuilding } = useDraftBuilder(period, () => undefined)
  if (overview.error) return <Trouble error={overview.error} />
  if (!overview.data) return <Waiting />
  const kind = readKind(params['kind'])
  const { received, expected } = overview.data.register
  const counts = { received: formatCount(received, language), expected: formatCount(expected, language) }
  return (
    <>
      <PageHead title={say(reportPageTexts.title)} />
      <EmptyState title={say(reportPageTexts.empty)} how={say(reportPageTexts.emptyHow, counts)}>
        {isAllowed('reports.build') ? (
          <>
            <KindChoice kind={kind} onChoose={(chosen) => set({ kind: chosen }, { replace: true })} />
            {kind === 'thematic' && topic.chosen !== undefined && (
              <Button variant="default" onClick={topic.ask}>
                {topic.chosen}
              </Button>
            )}
            {topic.dialog}
            <Button disabled={isBuilding} onClick={() => build(kind)}>
              {say(reportButtons.build)}
            </Button>
          </>
        ) : (
          <p>{say(reportPageTexts.emptyNobody)}</p>
        )}
      </EmptyState>
      {job && <JobProgress job={job} onStop={stop} name={say(reportPageTexts.building)} />}
      {error !== null && error !== undefined && <Trouble error={error} />}
    </>
  )
}
