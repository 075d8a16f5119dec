import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type StepDialogProps = {
  title: string
  /** The verbs on the two buttons. */
  act: string
  leave: string
  isBusy: boolean
  error: unknown
  onAct: () => void
  onClose: () => void
  children: ReactNode
}

/** A step of the report asked once more, in the words of who takes it; a refusal stands beside the buttons. */
export function StepDialog({ title, act, leave, isBusy, error, onAct, onClose, children }: StepDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (!isBusy) onAct()
      }}
      trouble={error ? <Trouble error={error} /> : undefined}
      buttons={
        <>
          <Button type="submit" loading={isBusy}>
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {leave}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
