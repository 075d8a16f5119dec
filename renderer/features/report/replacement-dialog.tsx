import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReplacedPaper } from '../../../shared/domain/report.ts'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { WordsScope } from './report-words.tsx'
import { StepDialog } from './step-dialog.tsx'

type ReplacementDialogProps = {
  scope: WordsScope
  choice: { replaces: ReplacedPaper | null; issued: readonly ReplacedPaper[] }
  onClose: () => void
}

/** Which issued report the next one takes the place of; its text says so. */
export function ReplacementDialog({ scope, choice: { replaces, issued }, onClose }: ReplacementDialogProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState(replaces?.report ?? '')
  const choose = useMutation(
    queries.reports.chooseReplaced.mutationOptions({
      onSuccess: (answer) => {
        cache.setQueryData(queries.reports.replaced.queryKey({ input: scope }), answer)
        onClose()
      },
    }),
  )
  // One that was replaced meanwhile is still what the text says.
  const offered = replaces && !issued.some(({ report }) => report === replaces.report) ? [replaces, ...issued] : issued
  return (
    <StepDialog
      title={say(reportPageTexts.replacementTitle)}
      act={say(reportButtons.keepTopic)}
      leave={say(reportButtons.leaveTopic)}
      isBusy={choose.isPending}
      error={choose.error}
      onAct={() => choose.mutate({ ...scope, replaces: chosen === '' ? null : chosen })}
      onClose={onClose}
    >
      <p>{say(reportPageTexts.replacementHow)}</p>
      <NativeSelect
        label={say(signOffDialogTexts.supersedes)}
        data-autofocus
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: say(signOffDialogTexts.supersedesNone) },
          ...offered.map(({ report, number, day }) => ({
            value: report,
            label: say(signOffDialogTexts.numbered, { number, day: printDay(day) }),
          })),
        ]}
      />
    </StepDialog>
  )
}
