import { Button, Kbd, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronDown, KeyRound, Lock, LogOut, UserRound, UserRoundPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SessionDescription } from '../../../shared/contract/session.ts'
import { roleTexts } from '../../../shared/messages/account.ts'
import { accountMenuTexts } from '../../../shared/messages/session-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import './account-menu.css'

/** Who is signed in, and what they do about it. */
export function AccountMenu() {
  const session = useSession()
  if (session?.state === 'signed_in' || session?.state === 'locked') return <SignedIn session={session} />
  return session?.allowed.includes('accounts.createFirst') === true ? <Trial /> : null
}

function SignedIn({ session }: { session: SessionDescription }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const queryClient = useQueryClient()
  const [isChanging, setIsChanging] = useState(false)
  const describeKey = queries.session.describe.queryKey({ input: {} })
  const keep = { onSuccess: (next: SessionDescription) => queryClient.setQueryData(describeKey, next) }
  const { mutate: lock } = useMutation(queries.session.lock.mutationOptions(keep))
  const { mutate: signOut } = useMutation(queries.session.signOut.mutationOptions(keep))
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.code !== 'KeyL' || event.isComposing) return
      event.preventDefault()
      lock({})
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [lock])
  return (
    <>
      <Menu position="bottom-end" withinPortal width="20rem" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<UserRound size={18} aria-hidden />}
            rightSection={<ChevronDown size={16} aria-hidden />}
            aria-label={say(accountMenuTexts.account, { name: session.actor })}
            title={session.actor}
          >
            {session.actor}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <p className="account-about">
            <strong>{session.actor}</strong>
            <span>{(session.account?.roles ?? []).map((role) => say(roleTexts[role])).join(' · ')}</span>
          </p>
          <Menu.Divider />
          <Menu.Item leftSection={<Lock size={18} aria-hidden />} rightSection={<Kbd fz="1rem">Ctrl L</Kbd>} onClick={() => lock({})}>
            {say(accountMenuTexts.lock)}
          </Menu.Item>
          <Menu.Item leftSection={<KeyRound size={18} aria-hidden />} onClick={() => setIsChanging(true)}>
            {say(accountMenuTexts.changePassword)}
          </Menu.Item>
          <Menu.Item leftSection={<LogOut size={18} aria-hidden />} onClick={() => signOut({})}>
            {say(accountMenuTexts.signOut)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && <PasswordDialog onClose={() => setIsChanging(false)} />}
    </>
  )
}

function Trial() {
  const { say } = useLanguage()
  const { go } = usePlace()
  return (
    <Menu position="bottom-end" withinPortal width="22rem" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" size="sm" rightSection={<ChevronDown size={16} aria-hidden />}>
          {say(accountMenuTexts.trial)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <p className="account-about">{say(accountMenuTexts.trialMeans)}</p>
        <Menu.Divider />
        <Menu.Item leftSection={<UserRoundPlus size={18} aria-hidden />} onClick={() => go('start', { step: 'account' })}>
          {say(accountMenuTexts.createFirst)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
