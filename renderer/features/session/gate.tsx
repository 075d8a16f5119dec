import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { LockScreen } from './lock-screen.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { useIdleLock } from '../../client/use-idle-lock.ts'
import './gate.css'

/** Nobody sees the pages but who is signed in; while the screen is locked they stay, hidden, with what is being typed. */
export function Gate({ children }: { children: ReactNode }) {
  const { queries } = useEngine()
  const { data: session, error } = useQuery(queries.session.describe.queryOptions({ input: {} }))
  const isOpen = session?.state === 'trial' || session?.state === 'signed_in'
  // A page that is opened while the screen is locked has nothing to keep, and could ask for nothing.
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  if (session?.state === 'signed_out' && wasOpen) setWasOpen(false)
  useIdleLock(session)
  if (!session)
    return error === null ? null : (
      <main className="gate">
        <Trouble error={error} />
      </main>
    )
  if (session.state === 'signed_out') return <SignInPage />
  const isLocked = session.state === 'locked'
  return (
    <>
      <div className="gated" inert={isLocked} data-locked={isLocked || undefined}>
        {wasOpen && children}
      </div>
      {isLocked && <LockScreen name={session.actor} />}
    </>
  )
}
