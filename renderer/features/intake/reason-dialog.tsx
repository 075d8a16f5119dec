import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'

type ReasonDialogProps = {
  title: string
  how: string
  /** The verb on the button. */
  act: string
  isBusy: boolean
  error: unknown
  onAct: (reason: string) => void
  onClose: () => void
}

/** Something is taken back: said once more what follows, and asked why. */
export function ReasonDialog({ title, how, act, isBusy, error, onAct, onClose }: ReasonDialogProps) {
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (!isMissing && !isBusy) onAct(reason)
      }}
      trouble={error ? <Trouble error={error} /> : undefined}
      buttons={
        <>
          <Button type="submit" loading={isBusy}>
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(papersPageTexts.keep)}
          </Button>
        </>
      }
    >
      <p>{how}</p>
      <Textarea
        label={say(papersPageTexts.reason)}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isMissing ? say(papersPageTexts.reasonMissing) : undefined}
      />
    </Dialog>
  )
}
