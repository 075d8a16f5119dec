import { Button, Menu } from '@mantine/core'
import { FileInput, FileText, ListChecks, Printer, RefreshCw, Replace, Save, Settings2, Sheet, TableProperties } from 'lucide-react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { formPageTexts } from '../../../shared/messages/form.ts'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { styleTexts } from '../../../shared/messages/report-style.ts'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { useReportBytes } from './draft-pages.tsx'
import { KindChoice, readKind } from './kind-choice.tsx'
import { pagesAgain } from './pages-again.ts'
import { shownPaper } from './shown-paper.ts'
import type { useDraftBuilder } from './use-draft-builder.tsx'
import { useHandOut } from './use-hand-out.tsx'
import { useReplacement } from './use-replacement.tsx'
import { useTopic } from './use-topic.tsx'
import { useWordFile } from './use-word-file.tsx'

type ReportActionsProps = {
  road: ReportRoadView
  builder: Pick<ReturnType<typeof useDraftBuilder>, 'build' | 'isBuilding'>
  /** Building again is what comes next. */
  isNext: boolean
}

const icon = { size: 18, 'aria-hidden': true } as const

/** What is done with a report beside its road: every day as buttons, now and then in the menu. */
export function ReportActions({ road, builder, isNext }: ReportActionsProps) {
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const { report } = road
  const paper = shownPaper(road)
  const bytes = useReportBytes(report.report, paper)
  const handOut = useHandOut(report, bytes.data)
  const word = useWordFile({ period: report.period, kind: report.kind })
  const topic = useTopic(report.period)
  const kind = readKind(params['kind'] ?? report.kind)
  const replacement = useReplacement({ period: report.period, kind })
  const mayBuild = isAllowed('reports.build')
  return (
    <>
      <Button variant="default" leftSection={<Save {...icon} />} onClick={() => handOut.save(paper)}>
        {say(reportButtons.save)}
      </Button>
      {bytes.data && (
        <Button variant="default" leftSection={<Printer {...icon} />} disabled={handOut.printing !== undefined} onClick={handOut.print}>
          {say(reportButtons.print)}
        </Button>
      )}
      <MoreMenu label={say(reportButtons.more)}>
        <Menu.Item
          leftSection={<Sheet {...icon} />}
          onClick={() => handOut.save({ paper: 'tables', name: `bang-so-lieu-${report.kind}-${report.period}.xlsx` })}
        >
          {say(reportButtons.tables)}
        </Menu.Item>
        {paper.paper === 'draft' && (
          <Menu.Item leftSection={<FileText {...icon} />} disabled={word.isBusy} onClick={word.write}>
            {say(reportButtons.word)}
          </Menu.Item>
        )}
        {paper.paper === 'draft' && isAllowed('reportTexts.take') && (
          <Menu.Item leftSection={<FileInput {...icon} />} disabled={word.isBusy} onClick={word.takeIn}>
            {say(reportButtons.wordBack)}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<TableProperties {...icon} />} onClick={() => set({ ...pagesAgain, form: 'open' })}>
          {say(formPageTexts.open)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Settings2 {...icon} />} onClick={() => set({ ...pagesAgain, look: '1' })}>
          {say(styleTexts.title)}
        </Menu.Item>
        {mayBuild && kind === 'thematic' && topic.chosen !== undefined && (
          <Menu.Item leftSection={<ListChecks {...icon} />} onClick={topic.ask}>
            {topic.chosen}
          </Menu.Item>
        )}
        {mayBuild && replacement.chosen !== undefined && (
          <Menu.Item leftSection={<Replace {...icon} />} onClick={replacement.ask}>
            {replacement.chosen}
          </Menu.Item>
        )}
      </MoreMenu>
      {mayBuild && (
        <>
          <KindChoice kind={kind} onChoose={(chosen) => set({ kind: chosen }, { replace: true })} />
          <Button
            variant={isNext ? 'filled' : 'default'}
            leftSection={<RefreshCw {...icon} />}
            disabled={builder.isBuilding}
            onClick={() => builder.build(kind)}
          >
            {say(reportButtons.rebuild)}
          </Button>
        </>
      )}
      {handOut.printing && (
        <span role="status" className="report-printing">
          {say(reportPageTexts.printing, handOut.printing)}
        </span>
      )}
      {handOut.error !== undefined && <Trouble error={handOut.error} />}
      {word.trouble}
      {topic.dialog}
      {replacement.dialog}
    </>
  )
}
