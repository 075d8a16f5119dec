import { useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { sayDue } from '../../../shared/rules/review/say-due.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import './due-mark.css'

/** In the strip: shortcomings whose day is near or past, from any page. */
export function DueMark() {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const isAllowed = useAllowed()
  const due = useQuery({ ...queries.shortcomings.due.queryOptions({ input: {} }), enabled: isAllowed('shortcomings.due') }).data
  const words = due && sayDue(due, language)
  if (!due || words === undefined) return null
  return (
    <PlaceLink page="review" params={{ view: 'register' }} title={words} aria-label={words} className="due-mark">
      <CalendarClock size={18} aria-hidden />
      <span className="due-count">{formatSmallCount(due.overdue + due.soon, language)}</span>
      <span className="due-words">{words}</span>
    </PlaceLink>
  )
}
