import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { roleTexts } from '../../../shared/messages/account.ts'
import { accountTableTexts } from '../../../shared/messages/settings.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AccountDialog, PasswordDialog } from './account-dialogs.tsx'
import { IdleSetting } from './idle-setting.tsx'

type Asked = { to: 'create' } | { to: 'change' | 'password'; account: Account }

/** Who works here and as what. Only administrators see the list; the others read whom to ask. */
export function AccountSection() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const [asked, setAsked] = useState<Asked>()
  const [done, setDone] = useState<string>()
  const session = useQuery(queries.session.describe.queryOptions({ input: {} }))
  const isAdministrator = isAllowed('accounts.list') && session.data?.state === 'signed_in'
  const accounts = useQuery(queries.accounts.list.queryOptions({ input: isAdministrator ? {} : skipToken }))
  if (!session.data) return <Waiting />
  if (session.data.state === 'trial')
    return (
      <EmptyState title={say(accountTableTexts.trial)} how={say(accountTableTexts.about)}>
        <PlaceLink page="start">{say(accountTableTexts.createFirst)}</PlaceLink>
      </EmptyState>
    )
  if (!isAdministrator) return <p className="about">{say(accountTableTexts.administratorOnly)}</p>
  if (accounts.error) return <Trouble error={accounts.error} />
  if (!accounts.data) return <Waiting />
  const leave = (words?: string): void => {
    setAsked(undefined)
    setDone(words)
  }
  return (
    <>
      <p className="about">{say(accountTableTexts.about)}</p>
      <div className="toolbar">
        <Button onClick={() => setAsked({ to: 'create' })}>{say(accountTableTexts.create)}</Button>
      </div>
      {done !== undefined && <Notice role="status">{done}</Notice>}
      <div className="panel">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{say(accountTableTexts.displayName)}</th>
              <th scope="col">{say(accountTableTexts.name)}</th>
              <th scope="col">{say(accountTableTexts.roles)}</th>
              <th scope="col">{say(accountTableTexts.lastSignIn)}</th>
              <th scope="col">{say(accountTableTexts.state)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {accounts.data.map((account) => (
              <AccountRow
                key={account.id}
                account={account}
                onChange={() => setAsked({ to: 'change', account })}
                onPassword={() => setAsked({ to: 'password', account })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <IdleSetting />
      {asked?.to === 'create' && <AccountDialog onDone={leave} />}
      {asked?.to === 'change' && <AccountDialog account={asked.account} onDone={leave} />}
      {asked?.to === 'password' && <PasswordDialog account={asked.account} onDone={leave} />}
    </>
  )
}

type AccountRowProps = { account: Account; onChange: () => void; onPassword: () => void }

function AccountRow({ account, onChange, onPassword }: AccountRowProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const update = useMutation(queries.accounts.update.mutationOptions())
  const { id, name, displayName, roles, isActive, lastSignedInAt, retryAt, failedAttempts } = account
  const state =
    retryAt !== null
      ? say(accountTableTexts.waiting, { at: printInstant(retryAt, language), count: formatSmallCount(failedAttempts, language) })
      : say(isActive ? accountTableTexts.active : accountTableTexts.inactive)
  return (
    <>
      <tr className={isActive ? undefined : 'state-inactive'}>
        <th scope="row">{displayName}</th>
        <td>{name}</td>
        <td className="roles">{roles.map((role) => say(roleTexts[role])).join(', ')}</td>
        <td>{lastSignedInAt === null ? say(accountTableTexts.never) : printInstant(lastSignedInAt, language)}</td>
        <td className="state">{state}</td>
        <td className="actions">
          <Button variant="subtle" size="compact-md" aria-label={say(accountTableTexts.changeOf, { name: displayName })} onClick={onChange}>
            {say(accountTableTexts.change)}
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={say(accountTableTexts.setPasswordOf, { name: displayName })}
            onClick={onPassword}
          >
            {say(accountTableTexts.setPassword)}
          </Button>
          <Button variant="subtle" size="compact-md" loading={update.isPending} onClick={() => update.mutate({ id, isActive: !isActive })}>
            {say(isActive ? accountTableTexts.stop : accountTableTexts.resume)}
          </Button>
        </td>
      </tr>
      {update.error && (
        <tr>
          <td colSpan={6}>
            <Trouble error={update.error} />
          </td>
        </tr>
      )}
    </>
  )
}
