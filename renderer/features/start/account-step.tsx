import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { roles, type Role } from '../../../shared/domain/account.ts'
import { roleTexts } from '../../../shared/messages/account.ts'
import { gateTexts, passwordFormTexts } from '../../../shared/messages/session-page.ts'
import { accountStepTexts } from '../../../shared/messages/start-page.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { StepCard } from './step-card.tsx'

const storageKey = 'tonghop.account-later'

/** Whether somebody said that the account can wait; the choice is kept on this machine. */
const isAccountPostponed = (): boolean => localStorage.getItem(storageKey) === 'yes'

/** `isAside`: there is other work here, so the form waits until it is asked for. */
export function AccountStep({ number, isAside = false }: { number: number; isAside?: boolean }) {
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const session = useSession()
  const isAllowed = useAllowed()
  const [isPostponed, setIsPostponed] = useState(isAccountPostponed)
  const isAsked = params['step'] === 'account'
  const title = say(accountStepTexts.title)
  const postpone = (value: boolean): void => {
    localStorage.setItem(storageKey, value ? 'yes' : 'no')
    setIsPostponed(value)
    set({ step: value ? undefined : 'account' }, { replace: true })
  }
  if (session?.account)
    return (
      <StepCard number={number} title={title} state="done">
        <p>
          {say(accountStepTexts.isThere, { name: session.account.displayName })}{' '}
          <PlaceLink page="settings" params={{ section: 'accounts' }}>
            {say(accountStepTexts.accounts)}
          </PlaceLink>
        </p>
      </StepCard>
    )
  if (!isAllowed('accounts.createFirst')) return null
  if ((isPostponed || isAside) && !isAsked)
    return (
      <StepCard number={number} title={title} state="postponed">
        <p>{say(accountStepTexts.laterMeans)}</p>
        <div className="start-actions">
          <Button variant="default" onClick={() => postpone(false)}>
            {say(accountStepTexts.createNow)}
          </Button>
        </div>
      </StepCard>
    )
  return (
    <StepCard number={number} title={title} state="toDo">
      <FirstAccount isAsked={isAsked} onLater={() => postpone(true)} />
    </StepCard>
  )
}

/** `Nguyễn Thị Lan` signs in as `lan`, until somebody types something else. */
const nameFrom = (displayName: string): string => (searchFold(displayName).trim().split(' ').at(-1) ?? '').replace(/[^a-z0-9]/g, '')

function FirstAccount({ isAsked, onLater }: { isAsked: boolean; onLater: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const queryClient = useQueryClient()
  const [displayName, setDisplayName] = useState('')
  const [typedName, setTypedName] = useState<string>()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [chosen, setChosen] = useState<readonly Role[]>(['clerk', 'administrator'])
  const name = typedName ?? nameFrom(displayName)
  const create = useMutation(
    queries.accounts.createFirst.mutationOptions({
      onSuccess: (session) => {
        // Where one signs in, the name stands there already.
        localStorage.setItem('tonghop.name', name)
        queryClient.setQueryData(queries.session.describe.queryKey({ input: {} }), session)
      },
    }),
  )
  const differ = again !== '' && again !== password
  const isComplete = displayName.trim() !== '' && name.trim() !== '' && password !== '' && again === password
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isComplete && !create.isPending) create.mutate({ name, displayName, password, roles: [...chosen] })
  }
  return (
    <form className="step-form" onSubmit={submit}>
      <p className="muted">{say(accountStepTexts.why)}</p>
      <div className="fields">
        <TextInput
          label={say(accountStepTexts.displayName)}
          autoComplete="name"
          autoFocus={isAsked}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        <TextInput
          label={say(accountStepTexts.name)}
          placeholder={say(accountStepTexts.nameHow)}
          autoComplete="username"
          spellCheck={false}
          value={name}
          onChange={(event) => setTypedName(event.currentTarget.value)}
        />
        <PasswordField label={say(gateTexts.password)} isNew value={password} onChange={setPassword} />
        <PasswordField
          label={say(accountStepTexts.again)}
          isNew
          value={again}
          onChange={setAgain}
          error={differ && say(passwordFormTexts.differ)}
        />
      </div>
      <fieldset className="plain">
        <legend>{say(accountStepTexts.roles)}</legend>
        <div className="role-boxes">
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={say(roleTexts[role])}
              checked={chosen.includes(role)}
              // Somebody must look after the machine.
              disabled={role === 'administrator'}
              title={role === 'administrator' ? say(accountStepTexts.administratorStays) : undefined}
              onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
            />
          ))}
        </div>
      </fieldset>
      {create.error && <Trouble error={create.error} />}
      <div className="start-actions">
        <Button type="submit" loading={create.isPending} disabled={!isComplete}>
          {say(accountStepTexts.create)}
        </Button>
        <Button variant="default" onClick={onLater}>
          {say(accountStepTexts.later)}
        </Button>
        {!isComplete && <span className="muted">{say(accountStepTexts.incomplete)}</span>}
      </div>
      <p className="muted">{say(accountStepTexts.laterMeans)}</p>
    </form>
  )
}
