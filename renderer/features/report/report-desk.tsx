import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportEntry, ReportRoadView } from '../../../shared/contract/reports.ts'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportKindNames, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AskedDialog } from './asked-dialog.tsx'
import { FormFiller } from './form-filler.tsx'
import { NumberRegister } from './number-register.tsx'
import { RemarkTable } from './remark-table.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportLook } from './report-look.tsx'
import { ReportReading } from './report-reading.tsx'
import { ReportRoad } from './report-road.tsx'
import { ReportSide } from './report-side.tsx'
import { ReportWords } from './report-words.tsx'
import { shownPaper } from './shown-paper.ts'
import { SignOffBar, useActButton } from './sign-off-bar.tsx'
import { mustReserve, signOffOffers, type SignOffAct } from '../../client/sign-off-offers.ts'
import { useReading } from './use-reading.tsx'
import { useDraftBuilder } from './use-draft-builder.tsx'
import { useHandOut } from './use-hand-out.tsx'

type ReportDeskProps = { period: string; reports: readonly ReportEntry[] }

export function ReportDesk({ period, reports }: ReportDeskProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { params } = usePlace()
  const wanted = params['report']
  const shown = reports.find(({ report }) => report === wanted) ?? reports[0]!
  const road = useQuery(queries.reports.road.queryOptions({ input: { report: shown.report } }))
  if (road.error) return <Trouble error={road.error} />
  if (!road.data) return <Waiting />
  return (
    <>
      <Desk period={period} reports={reports} road={road.data}>
        {wanted !== undefined && shown.report !== wanted && <Notice role="status">{say(reportPageTexts.unknown)}</Notice>}
      </Desk>
      <NumberRegister />
    </>
  )
}

function Desk({ period, reports, road, children }: ReportDeskProps & { road: ReportRoadView; children: React.ReactNode }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const overview = useQuery(queries.overview.get.queryOptions({ input: { period } }))
  const [said, setSaid] = useState<string>()
  const builder = useDraftBuilder(period, (built) => {
    const known = reports.find(({ report }) => report === built)
    setSaid(known && say(reportPageTexts.same, { at: printInstant(known.builtAt, language) }))
  })
  const { report, changedAt } = road
  const paper = shownPaper(road)
  const offers = signOffOffers(road, isAllowed)
  const steps = useSteps(road)
  const reading = useReading(road, paper, offers.decisions.length > 0)
  const isDraft = paper.paper === 'draft'
  const build = (kind: ReportKind): void => {
    setSaid(undefined)
    builder.build(kind)
  }
  const show = (wanted: string): void => {
    setSaid(undefined)
    set({ report: wanted, pageNumber: undefined })
  }
  return (
    <>
      <PageHead
        title={say(reportPageTexts.title)}
        about={say(reportPageTexts.about, {
          kind: say(reportKindNames[report.kind]),
          pages: paper.pages,
        })}
      >
        <ReportActions road={road} builder={{ ...builder, build }} isNext={isDraft && changedAt !== null && offers.primary === undefined} />
      </PageHead>
      {builder.error !== null && builder.error !== undefined && <Trouble error={builder.error} />}
      {steps.error !== undefined && <Trouble error={steps.error} />}
      {builder.job && <JobProgress job={builder.job} onStop={builder.stop} name={say(reportPageTexts.building)} />}
      {children}
      {changedAt !== null && (
        <Notice role="status">
          {say(isDraft ? reportPageTexts.changed : signOffTexts.changedFrozen, { at: printInstant(changedAt, language) })}
        </Notice>
      )}
      {said !== undefined && (
        <p className="report-said" role="status">
          {said}
        </p>
      )}
      <ReportRoad road={road}>
        <SignOffBar road={road} offers={offers} onAct={steps.act} />
      </ReportRoad>
      {params['look'] !== undefined ? (
        <ReportLook
          key={report.kind}
          scope={{ period, kind: report.kind }}
          isDraft={report.state === 'draft'}
          onBuild={builder.isBuilding ? undefined : () => builder.build(report.kind)}
        />
      ) : params['form'] !== undefined ? (
        <FormFiller key={report.report} report={report} />
      ) : params['words'] === undefined ? (
        <div className="report-desk">
          <ReportReading
            key={report.report}
            period={period}
            report={report}
            paper={paper}
            onEnd={reading.onEnd}
            head={reading.head}
            instead={reading.instead}
          >
            {offers.decisions.length > 0 && (
              <Decisions
                road={road}
                acts={offers.decisions}
                pages={paper.pages}
                hasRead={reading.hasRead}
                isOfChanges={reading.view === 'changes'}
                onAct={steps.act}
              />
            )}
          </ReportReading>
          <ReportSide period={period} view={overview.data} reports={reports} road={road} onShow={show} />
        </div>
      ) : (
        <ReportWords
          key={report.kind}
          scope={{ period, kind: report.kind }}
          isDraft={report.state === 'draft'}
          onBuild={builder.isBuilding ? undefined : () => builder.build(report.kind)}
        />
      )}
      {road.remarks.length > 0 && <RemarkTable report={report} remarks={road.remarks} />}
      {steps.asked && <AskedDialog act={steps.asked} road={road} view={overview.data} onClose={steps.close} />}
    </>
  )
}

/** A step opens its question; what needs none is done at once. */
function useSteps(road: ReportRoadView) {
  const { queries, host } = useEngine()
  const { go } = usePlace()
  const [asked, setAsked] = useState<SignOffAct>()
  const handOut = useHandOut(road.report)
  const intake = useMutation(queries.reports.intake.mutationOptions())
  const takeIn = async (): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.pdf' })
    if (staged[0]) intake.mutate({ report: road.report.report, file: staged[0].file })
  }
  const act = (chosen: SignOffAct): void => {
    intake.reset()
    if (chosen === 'settle') return go('reconcile')
    if (chosen === 'answer') return document.querySelector<HTMLElement>('.report-remarks textarea')?.focus()
    if (chosen === 'export') return handOut.save(shownPaper(road))
    if (chosen === 'intake') return void takeIn()
    setAsked(chosen)
  }
  return { asked, act, close: () => setAsked(undefined), error: intake.error ?? handOut.error ?? undefined }
}

type DecisionsProps = {
  road: ReportRoadView
  acts: readonly SignOffAct[]
  pages: number
  hasRead: boolean
  /** Only what changed is read. */
  isOfChanges: boolean
  onAct: (act: SignOffAct) => void
}

/** Pages first: who approves is asked when the last one was in view. */
function Decisions({ road, acts, pages, hasRead, isOfChanges, onAct }: DecisionsProps) {
  const { language, say } = useLanguage()
  const button = useActButton(road)
  return (
    <section className="report-decisions" aria-label={say(signOffTexts.decide)}>
      {hasRead ? (
        <>
          {mustReserve(road) && <p>{say(signOffTexts.mustReserve)}</p>}
          {acts.map((act, index) => (
            <Button key={act} variant={index === 0 ? 'filled' : 'default'} onClick={() => onAct(act)}>
              {button(act, language)}
            </Button>
          ))}
        </>
      ) : (
        <p>{say(isOfChanges ? signOffTexts.readChanges : signOffTexts.readToEnd, { pages })}</p>
      )}
    </section>
  )
}
