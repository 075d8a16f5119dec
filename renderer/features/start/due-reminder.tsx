import { useQuery } from '@tanstack/react-query'
import { sayDue } from '../../../shared/rules/review/say-due.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Follow-up lives between periods: what is due is said at the start, whatever period is open. */
export function DueReminder() {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const due = useQuery(queries.shortcomings.due.queryOptions({ input: {} })).data
  const words = due && sayDue(due, language)
  if (words === undefined) return null
  return (
    <Notice role="status">
      <PlaceLink page="review" params={{ view: 'register' }}>
        {words}
      </PlaceLink>
    </Notice>
  )
}
