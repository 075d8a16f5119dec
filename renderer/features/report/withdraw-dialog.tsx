import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { StepDialog } from './step-dialog.tsx'
import { WordsField } from './words-field.tsx'

/** Back to a draft, with why. */
export function WithdrawDialog({ report, onClose }: { report: string; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const withdraw = useMutation(queries.reports.withdraw.mutationOptions({ onSuccess: onClose }))
  const isMissing = reason.trim() === ''
  return (
    <StepDialog
      title={say(signOffDialogTexts.withdrawTitle)}
      act={say(signOffButtons.withdraw)}
      leave={say(signOffButtons.keep)}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onAct={() => {
        setTried(true)
        if (!isMissing) withdraw.mutate({ report, reason })
      }}
      onClose={onClose}
    >
      <p>{say(signOffDialogTexts.withdrawHow)}</p>
      <WordsField
        label={say(signOffDialogTexts.reason)}
        words={reason}
        onWords={setReason}
        missing={isTried && isMissing ? say(signOffDialogTexts.reasonMissing) : undefined}
        autoFocus
      />
    </StepDialog>
  )
}
