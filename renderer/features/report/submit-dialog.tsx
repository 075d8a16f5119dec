import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Overview } from '../../../shared/contract/overview.ts'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useStepJob } from './use-step-job.tsx'
import { WordsField } from './words-field.tsx'

type SubmitDialogProps = { road: ReportRoadView; view: Overview | undefined; onClose: () => void }

/** Fixes figures and text. With findings open a reason is asked for; the leader reads it. */
export function SubmitDialog({ road: { report, blockers }, view, onClose }: SubmitDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const step = useStepJob(onClose)
  const submit = useMutation(queries.reports.submit.mutationOptions({ onSuccess: step.follow }))
  const blocked = blockers.find(({ code }) => code === 'blocked')?.count ?? 0
  const isMissing = blocked > 0 && reason.trim() === ''
  const unsent = view?.register.unsent
  const texts = useQuery(queries.reportTexts.list.queryOptions({ input: { period: report.period, kind: report.kind } }))
  const unwritten = texts.data?.sections.filter((section) => section.isUnwritten) ?? []
  return (
    <StepDialog
      title={say(signOffDialogTexts.submitTitle)}
      act={say(blocked > 0 ? signOffButtons.submitWithReason : signOffButtons.submit)}
      leave={say(signOffButtons.look)}
      isBusy={submit.isPending || step.isRunning}
      error={submit.error}
      onAct={() => {
        setTried(true)
        if (!isMissing) submit.mutate({ report: report.report, ...(blocked > 0 ? { reservations: reason } : {}) })
      }}
      onClose={onClose}
    >
      {step.progress}
      <p>{say(signOffDialogTexts.submitHow)}</p>
      {unsent !== undefined && (
        <p>
          <strong>
            {unsent === 0 ? say(signOffDialogTexts.allSent) : say(signOffDialogTexts.unsent, { count: formatSmallCount(unsent, language) })}
          </strong>
        </p>
      )}
      {unwritten.length > 0 && (
        <p>
          {say(signOffDialogTexts.unwritten, {
            count: formatSmallCount(unwritten.length, language),
            sections: unwritten.map(({ number, heading }) => `${number}. ${heading}`).join('; '),
          })}
        </p>
      )}
      {blocked > 0 && (
        <>
          <p>{say(signOffDialogTexts.submitBlocked, { count: formatSmallCount(blocked, language) })}</p>
          <WordsField
            label={say(signOffDialogTexts.reason)}
            words={reason}
            onWords={setReason}
            missing={isTried && isMissing ? say(signOffDialogTexts.reasonMissing) : undefined}
            autoFocus
          />
        </>
      )}
    </StepDialog>
  )
}
