import { Component, type ReactNode } from 'react'
import { connectionTexts } from '../../shared/messages/page.ts'
import { Trouble } from '../client/trouble.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Notice } from '../ui/notice.tsx'

/** Instead of the frame, when nothing can be asked of the engine. */
export function NotOpened({ error }: { error: unknown }) {
  const { say } = useLanguage()
  return (
    <main className="page">
      <h1>{say(connectionTexts.notOpened)}</h1>
      <Trouble error={error} />
    </main>
  )
}

function Crashed() {
  const { say } = useLanguage()
  return (
    <main className="page">
      <Notice role="alert">{say(connectionTexts.crashed)}</Notice>
    </main>
  )
}

type CrashState = { isBroken: boolean }

/** A bug in drawing leaves a sentence, never an empty window. Only a class can catch it. */
export class CrashNotice extends Component<{ children: ReactNode }, CrashState> {
  override state: CrashState = { isBroken: false }

  static getDerivedStateFromError(): CrashState {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Crashed /> : this.props.children
  }
}
