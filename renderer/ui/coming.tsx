import { comingTexts, pageTexts } from '../../shared/messages/page.ts'
import { EmptyState } from './empty-state.tsx'
import { useLanguage } from './language.tsx'
import { PageHead } from './page-head.tsx'

/** The place of a page that is not built yet: says what will be there, and offers nothing that does not work. */
export function Coming({ page }: { page: Exclude<keyof typeof comingTexts, 'title'> }) {
  const { say } = useLanguage()
  return (
    <>
      <PageHead title={say(pageTexts[page])} />
      <EmptyState title={say(comingTexts.title)} how={say(comingTexts[page])} />
    </>
  )
}
