import { useQuery } from '@tanstack/react-query'
import { urgeTexts } from '../../../shared/messages/urge-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** Shortcomings live between periods: what is due is said where the day begins. */
export function DueShortcomings() {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const found = useQuery(queries.shortcomings.list.queryOptions({ input: {} }))
  const open = found.data ?? []
  if (open.length === 0) return null
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const due = open.filter(({ shortcoming }) => shortcoming !== null && shortcoming.dueOn !== null && shortcoming.dueOn <= today)
  const [text, count] = due.length > 0 ? [urgeTexts.dueOnes, due.length] : [urgeTexts.openOnes, open.length]
  return (
    <p className="due-shortcomings">
      <PlaceLink page="review" params={{ view: 'register' }}>
        {say(text, { count: formatSmallCount(count, language) })}
      </PlaceLink>
    </p>
  )
}
