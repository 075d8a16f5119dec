import { describeTrouble } from './describe-trouble.ts'
import { useLanguage } from '../ui/language.tsx'
import { Notice } from '../ui/notice.tsx'

/** What went wrong and what to do, for anything a call can end with. */
export function Trouble({ error }: { error: unknown }) {
  const { language } = useLanguage()
  return <Notice role="alert">{describeTrouble(error, language)}</Notice>
}
