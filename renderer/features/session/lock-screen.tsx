import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState, type SubmitEvent } from 'react'
import { gateTexts } from '../../../shared/messages/session-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { PasswordTrouble } from './password-trouble.tsx'
import { useWait } from '../../client/use-wait.ts'
import './gate.css'

/**
 * Lies over everything, open dialogs included: a modal dialog of the browser makes the rest inert, its backdrop hides it.
 * The page below stays as it is, with everything that was being typed.
 */
export function LockScreen({ name }: { name: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const passwordBox = useRef<HTMLInputElement>(null)
  const describeKey = queries.session.describe.queryKey({ input: {} })
  const unlock = useMutation(
    queries.session.unlock.mutationOptions({
      onSuccess: (session) => queryClient.setQueryData(describeKey, session),
      onError: () => passwordBox.current?.select(),
    }),
  )
  const signOut = useMutation(
    queries.session.signOut.mutationOptions({ onSuccess: (session) => queryClient.setQueryData(describeKey, session) }),
  )
  // Before the password box takes the cursor.
  const [before] = useState(() => document.activeElement)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    return () => {
      // When the page below can be reached again, the cursor is where it was.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    }
  }, [before])
  useEffect(() => {
    // Keys of the page below listen further out than the body.
    const keep = (event: KeyboardEvent): void => event.stopPropagation()
    document.body.addEventListener('keydown', keep)
    return () => document.body.removeEventListener('keydown', keep)
  }, [])
  const wait = useWait(unlock.error)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (wait === 0 && !unlock.isPending) unlock.mutate({ password })
  }
  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-labelledby="lock"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // A second Escape would close a modal dialog without asking.
        if (event.key === 'Escape') event.preventDefault()
      }}
      onClose={() => dialog.current?.showModal()}
    >
      <form className="gate-card" onSubmit={submit}>
        <p className="gate-brand">Tổng Hợp</p>
        <h1 id="lock">{say(gateTexts.locked)}</h1>
        <p className="gate-hint">{say(gateTexts.lockedBy, { name })}</p>
        <PasswordField label={say(gateTexts.password)} inputRef={passwordBox} autoFocus value={password} onChange={setPassword} />
        <PasswordTrouble error={unlock.error ?? signOut.error} wait={wait} />
        <div className="gate-actions">
          <Button type="submit" loading={unlock.isPending} disabled={password === '' || wait > 0}>
            {say(gateTexts.unlock)}
          </Button>
          <Button variant="default" onClick={() => signOut.mutate({})}>
            {say(gateTexts.otherUser)}
          </Button>
        </div>
        <p className="gate-hint">{say(gateTexts.otherUserMeans)}</p>
      </form>
    </dialog>
  )
}
