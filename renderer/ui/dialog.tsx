import { Modal } from '@mantine/core'
import type { ReactNode, SubmitEvent } from 'react'
import './dialog.css'
import { useModalManners } from './use-modal-manners.ts'
import { useReturnFocus } from './use-return-focus.ts'

type DialogProps = {
  title: string
  onClose: () => void
  /** Called by the primary button and by Enter; what it does may take a while. */
  onSubmit: () => void
  /** What went wrong last time; what was typed stays. */
  trouble?: ReactNode
  /** Fields and sentences. */
  children: ReactNode
  /** The buttons, named by what they do; the primary one has type="submit" and comes first. */
  buttons: ReactNode
}

/** At once, not only when the box gets round to it: what is typed meanwhile would go to the page behind. */
const focusFirst = (form: HTMLFormElement | null): void => form?.querySelector<HTMLElement>('[data-autofocus]')?.focus()

/** A small form over the page. Esc and the cross leave it without doing anything. */
export function Dialog({ title, onClose, onSubmit, trouble, children, buttons }: DialogProps) {
  useReturnFocus()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Modal opened onClose={onClose} title={title} centered size="lg" {...useModalManners()}>
      <form ref={focusFirst} className="dialog" onSubmit={submit} noValidate>
        {children}
        {trouble}
        <div className="dialog-buttons">{buttons}</div>
      </form>
    </Modal>
  )
}
