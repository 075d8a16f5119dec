import { pageTexts } from '../../../shared/messages/page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'

export function StartPage() {
  const { say } = useLanguage()
  return <PageHead title={say(pageTexts.start)} />
}
