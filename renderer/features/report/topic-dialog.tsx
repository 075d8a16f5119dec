import { Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportTopic } from '../../../shared/domain/report.ts'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { StepDialog } from './step-dialog.tsx'

type TopicDialogProps = { period: string; topic: ReportTopic | null; onClose: () => void }

/** Every indicator and task of the programme to tick; none ticked is the whole programme. */
export function TopicDialog({ period, topic, onClose }: TopicDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([...(topic?.indicators ?? []), ...(topic?.tasks ?? [])]))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  const choose = useMutation(
    queries.reports.chooseTopic.mutationOptions({
      onSuccess: (answer) => {
        cache.setQueryData(queries.reports.topic.queryKey({ input: { period } }), answer)
        onClose()
      },
    }),
  )
  const toggle = (code: string): void => {
    const next = new Set(chosen)
    if (!next.delete(code)) next.add(code)
    setChosen(next)
  }
  return (
    <StepDialog
      title={say(reportPageTexts.topicTitle)}
      act={say(reportButtons.keepTopic)}
      leave={say(reportButtons.leaveTopic)}
      isBusy={choose.isPending || !programme.data}
      error={choose.error}
      onAct={() => {
        if (!programme.data) return
        const of = (list: readonly { code: string }[]): string[] => list.flatMap(({ code }) => (chosen.has(code) ? [code] : []))
        choose.mutate({ period, indicators: of(programme.data.indicators), tasks: of(programme.data.tasks) })
      }}
      onClose={onClose}
    >
      <p>{say(reportPageTexts.topicHow)}</p>
      {programme.error && <Trouble error={programme.error} />}
      {programme.isPending && <Waiting />}
      {programme.data &&
        (
          [
            ['topicIndicators', programme.data.indicators],
            ['topicTasks', programme.data.tasks],
          ] as const
        ).map(([name, list]) => (
          <fieldset key={name} className="topic-list">
            <legend>{say(reportPageTexts[name])}</legend>
            {list.map(({ code, label }) => (
              <Checkbox key={code} label={label[language]} checked={chosen.has(code)} onChange={() => toggle(code)} />
            ))}
          </fieldset>
        ))}
    </StepDialog>
  )
}
