import { frameTexts, pageTexts } from '../../shared/messages/page.ts'
import { pageIds } from '../client/page-ids.ts'
import { PlaceLink, usePlace } from '../client/place.tsx'
import { AccountMenu } from '../features/session/account-menu.tsx'
import { useLanguage } from '../ui/language.tsx'
import { pages } from './pages.tsx'

/** The pages in the order of the work; the house's own matters stand apart at the end, and below them who sits here. */
export function Navigation() {
  const { say } = useLanguage()
  const { page: shown } = usePlace()
  return (
    <nav className="navigation" aria-label={say(frameTexts.navigation)}>
      <ul>
        {pageIds.map((page) => {
          const { Icon } = pages[page]
          return (
            <li key={page} className={page === 'journal' ? 'apart' : undefined}>
              <PlaceLink page={page} aria-current={page === shown ? 'page' : undefined}>
                <Icon size={20} aria-hidden />
                <span>{say(pageTexts[page])}</span>
              </PlaceLink>
            </li>
          )
        })}
      </ul>
      <div className="foot">
        <AccountMenu />
      </div>
    </nav>
  )
}
