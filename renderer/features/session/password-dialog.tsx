import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { passwordFormTexts } from '../../../shared/messages/session-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useModalManners } from '../../ui/use-modal-manners.ts'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { PasswordTrouble } from './password-trouble.tsx'
import { useWait } from '../../client/use-wait.ts'
import './gate.css'

/** One's own password: the present one, the new one twice. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  useReturnFocus()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation(queries.session.changePassword.mutationOptions())
  const wait = useWait(change.error)
  const differ = again !== '' && again !== next
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!differ && wait === 0 && !change.isPending) change.mutate({ current, next })
  }
  return (
    <Modal opened onClose={onClose} centered title={say(passwordFormTexts.title)} {...useModalManners()}>
      {change.isSuccess ? (
        <>
          <p role="status">{say(passwordFormTexts.changed)}</p>
          <div className="gate-actions">
            <Button data-autofocus onClick={onClose}>
              {say(passwordFormTexts.close)}
            </Button>
          </div>
        </>
      ) : (
        <form className="password-form" onSubmit={submit}>
          <PasswordField label={say(passwordFormTexts.current)} autoFocus value={current} onChange={setCurrent} />
          <PasswordField label={say(passwordFormTexts.next)} isNew value={next} onChange={setNext} />
          <PasswordField
            label={say(passwordFormTexts.again)}
            isNew
            value={again}
            onChange={setAgain}
            error={differ && say(passwordFormTexts.differ)}
          />
          <PasswordTrouble error={change.error} wait={wait} />
          <div className="gate-actions">
            <Button type="submit" loading={change.isPending} disabled={current === '' || next === '' || again !== next || wait > 0}>
              {say(passwordFormTexts.change)}
            </Button>
            <Button variant="default" onClick={onClose}>
              {say(passwordFormTexts.later)}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
