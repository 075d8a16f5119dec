import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { frameTexts } from '../../../shared/messages/page.ts'
import { gateTexts } from '../../../shared/messages/session-page.ts'
import { languages } from '../../../shared/messages/text.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { languageNames } from '../../ui/display-controls.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { PasswordTrouble } from './password-trouble.tsx'
import { useWait } from '../../client/use-wait.ts'
import './gate.css'

const storageKey = 'tonghop.name'

/** The only page of who is not signed in. What others saw is gone from the page's memory. */
export function SignInPage() {
  const { queries } = useEngine()
  const { language, setLanguage, say } = useLanguage()
  const queryClient = useQueryClient()
  const [name, setName] = useState(() => localStorage.getItem(storageKey) ?? '')
  const [password, setPassword] = useState('')
  const passwordBox = useRef<HTMLInputElement>(null)
  const describeKey = queries.session.describe.queryKey({ input: {} })
  const keyText = JSON.stringify(describeKey)
  useEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== keyText })
  }, [queryClient, keyText])
  const { isNamed, page, params, go } = usePlace()
  // Who comes next begins at the beginning: on the last page of a report that somebody else read, it would count as read.
  const isInside = isNamed && Object.keys(params).some((param) => param !== 'period')
  useEffect(() => {
    if (isInside) go(page, {}, { replace: true })
  }, [isInside, page, go])
  useEffect(() => {
    document.title = `${say(gateTexts.signIn)} · ${say(frameTexts.title)}`
  }, [say])
  const signIn = useMutation(
    queries.session.signIn.mutationOptions({
      onSuccess: (session) => {
        localStorage.setItem(storageKey, name)
        queryClient.setQueryData(describeKey, session)
      },
      onError: () => passwordBox.current?.select(),
    }),
  )
  const wait = useWait(signIn.error)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (wait === 0 && !signIn.isPending) signIn.mutate({ name, password })
  }
  return (
    <main className="gate">
      <form className="gate-card" onSubmit={submit}>
        <p className="gate-brand">Tổng Hợp</p>
        <h1>{say(gateTexts.signIn)}</h1>
        <TextInput
          label={say(gateTexts.name)}
          autoComplete="username"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus={name === ''}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordField
          label={say(gateTexts.password)}
          inputRef={passwordBox}
          autoFocus={name !== ''}
          value={password}
          onChange={setPassword}
        />
        <PasswordTrouble error={signIn.error} wait={wait} />
        <Button type="submit" loading={signIn.isPending} disabled={name.trim() === '' || password === '' || wait > 0}>
          {say(gateTexts.signIn)}
        </Button>
        <p className="gate-hint">{say(gateTexts.forgotten)}</p>
      </form>
      <SegmentedControl
        aria-label={say(frameTexts.language)}
        size="sm"
        transitionDuration={0}
        value={language}
        onChange={setLanguage}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </main>
  )
}
