import { useQuery } from '@tanstack/react-query'
import { urgeTexts } from '../../../shared/messages/urge-page.ts'
import { sayDue } from '../../../shared/rules/review/say-due.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** Shortcomings live between periods: what is due is said where the day begins. */
export function DueShortcomings() {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const due = useQuery(queries.shortcomings.due.queryOptions({ input: {} })).data
  if (!due || due.open === 0) return null
  return (
    <p className="due-shortcomings">
      <PlaceLink page="review" params={{ view: 'register' }}>
        {sayDue(due, language) ?? say(urgeTexts.openOnes, { count: formatSmallCount(due.open, language) })}
      </PlaceLink>
    </p>
  )
}
