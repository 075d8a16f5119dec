import { TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { gateTexts } from '../../shared/messages/session-page.ts'
import { useLanguage } from './language.tsx'
import './password-field.css'

type PasswordFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with it. */
  error?: ReactNode
  hint?: ReactNode
  isNew?: boolean
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/** Unikey turns letters into marked ones without a sound; no key of an ordinary keyboard gives them. */
const hasMarks = (text: string): boolean => Array.from(text).some((letter) => letter > '~')

/** What is typed can be shown, and what a Vietnamese keyboard does to it is said while it happens. */
export function PasswordField({ label, value, onChange, error, hint, isNew = false, autoFocus = false, inputRef }: PasswordFieldProps) {
  const { say } = useLanguage()
  const [isShown, setIsShown] = useState(false)
  const [isCapsLock, setIsCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent): void => setIsCapsLock(event.getModifierState('CapsLock'))
  const notes = [...(hasMarks(value) ? [say(gateTexts.marked)] : []), ...(isCapsLock ? [say(gateTexts.capsLock)] : [])]
  return (
    <div>
      <TextInput
        ref={inputRef}
        label={label}
        description={hint}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck={false}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        rightSectionWidth="4rem"
        rightSection={
          <button
            type="button"
            className="password-show"
            aria-label={say(isShown ? gateTexts.hidePassword : gateTexts.showPassword)}
            onClick={() => setIsShown(!isShown)}
          >
            {say(isShown ? gateTexts.hide : gateTexts.show)}
          </button>
        }
      />
      <p className="password-notes" role="status" hidden={notes.length === 0}>
        {notes.join(' ')}
      </p>
    </div>
  )
}
