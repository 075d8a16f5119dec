import { frameTexts } from '../../shared/messages/page.ts'
import { useLanguage } from './language.tsx'

/** While a page reads what it shows for the first time. */
export function Waiting() {
  const { say } = useLanguage()
  return (
    <p className="waiting" role="status">
      {say(frameTexts.loading)}
    </p>
  )
}
