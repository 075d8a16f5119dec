import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useLanguage } from '../../ui/language.tsx'

const pages = {
  register: contactPageTexts.seeRegister,
  reconcile: contactPageTexts.seeReconcile,
  review: contactPageTexts.seeReview,
} as const

/** How the units of whoever sits here stand, and the way to them on each page; nothing for who has none. */
export function MyStanding({ period }: { period: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const my = useMyUnits(period)
  const sheet = useQuery({ ...queries.submissions.registerSheet.queryOptions({ input: { period } }), enabled: my.mine.size > 0 }).data
  if (my.mine.size === 0 || !sheet) return null
  const states = sheet.codes.flatMap((code, index) => (my.mine.has(code) ? [sheet.states[index]!] : []))
  const count = (...wanted: string[]): string => formatSmallCount(states.filter((state) => wanted.includes(state)).length, language)
  return (
    <div className="my-standing">
      <Checkbox label={say(contactPageTexts.mine)} checked={my.isOnly} onChange={(event) => my.setOnly(event.currentTarget.checked)} />
      <span>
        {say(contactPageTexts.mineStanding, {
          count: formatSmallCount(states.length, language),
          sent: count('o', 'l'),
          pending: count('p'),
          missing: count('m'),
        })}
      </span>
      {(['register', 'reconcile', 'review'] as const).map((page) => (
        <PlaceLink key={page} page={page} params={{ mine: '1' }}>
          {say(pages[page])}
        </PlaceLink>
      ))}
    </div>
  )
}
