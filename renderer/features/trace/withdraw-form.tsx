import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type SubmitEvent } from 'react'
import type { Trace } from '../../../shared/contract/figures.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'

type Adjustment = Trace['adjustments'][number]
type WithdrawFormProps = { adjustment: Adjustment; onWithdrawn: (gone: Adjustment) => void; onLeave: () => void }

export function WithdrawForm({ adjustment, onWithdrawn, onLeave }: WithdrawFormProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const withdraw = useMutation(queries.adjustments.withdraw.mutationOptions())
  const isReasonless = reason.trim() === ''
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isReasonless && !withdraw.isPending) whenDone(withdraw.mutateAsync({ id: adjustment.id, reason }), () => onWithdrawn(adjustment))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onLeave()
  }
  return (
    <form className="adjust-form" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <p>{say(adjustTexts.withdrawHow)}</p>
      <Textarea
        label={say(adjustTexts.reason)}
        autosize
        minRows={2}
        maxLength={2000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isReasonless ? say(adjustTexts.reasonMissing) : undefined}
      />
      {withdraw.error && <Trouble error={withdraw.error} />}
      <div className="adjust-buttons">
        <Button variant="default" onClick={onLeave}>
          {say(adjustTexts.leave)}
        </Button>
        <Button type="submit" loading={withdraw.isPending}>
          {say(adjustTexts.withdraw)}
        </Button>
      </div>
    </form>
  )
}
