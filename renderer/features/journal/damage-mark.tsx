import { useQuery } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import { auditPageTexts } from '../../../shared/messages/journal-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import './damage-mark.css'

/** In the strip, on every page, when the last check found something; nothing otherwise. */
export function DamageMark() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const last = useQuery(queries.trust.lastAudit.queryOptions({ input: {} }))
  if (last.data?.report?.ok !== false) return null
  return (
    <div role="alert" className="damage">
      <ShieldAlert size={20} aria-hidden />
      <PlaceLink page="journal">{say(auditPageTexts.stripDamaged)}</PlaceLink>
    </div>
  )
}
