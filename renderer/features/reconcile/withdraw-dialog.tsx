import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'

export function WithdrawDialog({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const withdraw = useMutation(queries.adjustments.withdraw.mutationOptions({ onSuccess: onDone }))
  const isReasonless = reason.trim() === ''
  const submit = (): void => {
    setTried(true)
    if (!isReasonless && !withdraw.isPending) withdraw.mutate({ id, reason })
  }
  return (
    <Dialog
      title={say(reconcilePageTexts.withdrawTitle)}
      onClose={onClose}
      onSubmit={submit}
      trouble={withdraw.error && <Trouble error={withdraw.error} />}
      buttons={
        <>
          <Button type="submit" loading={withdraw.isPending}>
            {say(adjustTexts.withdraw)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(adjustTexts.leave)}
          </Button>
        </>
      }
    >
      <p>{say(adjustTexts.withdrawHow)}</p>
      <Textarea
        label={say(adjustTexts.reason)}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isReasonless ? say(adjustTexts.reasonMissing) : undefined}
      />
    </Dialog>
  )
}
