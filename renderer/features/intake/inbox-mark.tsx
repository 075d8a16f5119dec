import { useQuery } from '@tanstack/react-query'
import { Usb } from 'lucide-react'
import { inboxTexts } from '../../../shared/messages/inbox-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'

/** In the strip: new files lie ready, wherever one is. */
export function InboxMark() {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const status = useQuery({ ...queries.inbox.status.queryOptions({ input: {} }), enabled: isAllowed('inbox.take') })
  const fresh = (status.data?.sources ?? []).reduce(
    (sum, source) => sum + (source.isDismissed || source.job !== null ? 0 : source.fresh),
    0,
  )
  if (fresh === 0) return null
  const count = formatSmallCount(fresh, language)
  return (
    <PlaceLink page="intake" title={say(inboxTexts.markHow, { count })} data-inbox="mark">
      <Usb size={18} aria-hidden /> {say(inboxTexts.mark, { count })}
    </PlaceLink>
  )
}
