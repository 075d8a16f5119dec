import { Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { roles, type Role } from '../../../shared/domain/account.ts'
import { roleTexts } from '../../../shared/messages/account.ts'
import { accountTableTexts } from '../../../shared/messages/settings.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { SubmitAndLeave } from './submit-and-leave.tsx'

type DoneProps = { onDone: (words?: string) => void }

/** A new account, or another name and other roles of one. */
export function AccountDialog({ account, onDone }: DoneProps & { account?: Account }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [displayName, setDisplayName] = useState(account?.displayName ?? '')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Role[]>(account?.roles ?? ['clerk'])
  const password = usePasswords()
  const create = useMutation(queries.accounts.create.mutationOptions({ onSuccess: () => onDone() }))
  const update = useMutation(queries.accounts.update.mutationOptions({ onSuccess: () => onDone() }))
  const isReady = displayName.trim() !== '' && chosen.length > 0 && (account !== undefined || (name.trim() !== '' && password.isReady))
  const submit = (): void => {
    if (!isReady) return
    if (account) update.mutate({ id: account.id, displayName, roles: [...chosen] })
    else create.mutate({ name, displayName, roles: [...chosen], password: password.value })
  }
  const error = create.error ?? update.error
  return (
    <Dialog
      title={account ? say(accountTableTexts.changeOf, { name: account.displayName }) : say(accountTableTexts.create)}
      onClose={() => onDone()}
      onSubmit={submit}
      trouble={error && <Trouble error={error} />}
      buttons={
        <SubmitAndLeave
          submit={account ? say(accountTableTexts.save) : say(accountTableTexts.create)}
          isBusy={create.isPending || update.isPending}
          isReady={isReady}
          onLeave={() => onDone()}
        />
      }
    >
      <TextInput
        label={say(accountTableTexts.displayName)}
        data-autofocus
        value={displayName}
        onChange={(event) => setDisplayName(event.currentTarget.value)}
      />
      {!account && (
        <TextInput
          label={say(accountTableTexts.name)}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group
        label={say(accountTableTexts.roles)}
        value={[...chosen]}
        onChange={(value) => setChosen(roles.filter((role) => value.includes(role)))}
      >
        {roles.map((role) => (
          <Checkbox key={role} mt="0.375rem" value={role} label={say(roleTexts[role])} />
        ))}
      </Checkbox.Group>
      {!account && password.fields}
    </Dialog>
  )
}

/** For who forgot it. */
export function PasswordDialog({ account, onDone }: DoneProps & { account: Account }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const password = usePasswords()
  const words = say(accountTableTexts.passwordSet, { name: account.displayName })
  const set = useMutation(queries.accounts.setPassword.mutationOptions({ onSuccess: () => onDone(words) }))
  return (
    <Dialog
      title={say(accountTableTexts.setPasswordOf, { name: account.displayName })}
      onClose={() => onDone()}
      onSubmit={() => password.isReady && set.mutate({ id: account.id, password: password.value })}
      trouble={set.error && <Trouble error={set.error} />}
      buttons={
        <SubmitAndLeave submit={say(accountTableTexts.save)} isBusy={set.isPending} isReady={password.isReady} onLeave={() => onDone()} />
      }
    >
      {password.fields}
    </Dialog>
  )
}

/** A password twice, with a way to see it; the reason why it is not taken stands below once both are typed. */
function usePasswords() {
  const { say } = useLanguage()
  const [value, setValue] = useState('')
  const [again, setAgain] = useState('')
  const differs = again !== '' && again !== value
  return {
    value,
    isReady: value.length >= 8 && again === value,
    fields: (
      <>
        <PasswordField
          label={say(accountTableTexts.password)}
          hint={say(accountTableTexts.passwordHow)}
          isNew
          value={value}
          onChange={setValue}
        />
        <PasswordField
          label={say(accountTableTexts.passwordAgain)}
          isNew
          value={again}
          error={differs && say(accountTableTexts.passwordDiffers)}
          onChange={setAgain}
        />
      </>
    ),
  }
}
