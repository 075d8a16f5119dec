import { gateTexts } from '../../../shared/messages/session-page.ts'
import { refusalOf } from '../../client/refusal-code.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { printSeconds } from '../../client/use-wait.ts'

/** Why the password was not taken; while it may not be tried again, how long still. */
export function PasswordTrouble({ error, wait }: { error: unknown; wait: number }) {
  const { say } = useLanguage()
  if (error === null) return null
  if (refusalOf(error)?.code !== 'session.wait') return <Trouble error={error} />
  return wait > 0 ? <Notice role="alert">{say(gateTexts.waitFor, { time: printSeconds(wait) })}</Notice> : null
}
