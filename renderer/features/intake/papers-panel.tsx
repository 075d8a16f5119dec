import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../shared/domain/period.ts'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { KeyedList } from './keyed-list.tsx'
import { PaperList } from './paper-list.tsx'
import './papers.css'

type PapersPanelProps = { period: Period; unit: string | undefined; nameOf: (code: string) => string }

/** Papers of units, and the figures keyed in from them or from the phone. */
export function PapersPanel({ period, unit, nameOf }: PapersPanelProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { set } = usePlace()
  const isAllowed = useAllowed()
  const input = { period: period.code, ...(unit === undefined ? {} : { unit }) }
  const papers = useQuery(queries.papers.list.queryOptions({ input }))
  const keyed = useQuery(queries.keyed.list.queryOptions({ input }))
  const error = papers.error ?? keyed.error
  if (error) return <Trouble error={error} />
  if (!papers.data || !keyed.data) return <Waiting />
  return (
    <div className="papers">
      {isAllowed('keyed.start') && period.state === 'open' && (
        <div className="row-actions">
          <Button variant="default" onClick={() => set({ begin: 'keyed' })}>
            {say(keyedPageTexts.start)}
          </Button>
        </div>
      )}
      <KeyedList entries={keyed.data} nameOf={nameOf} />
      <PaperList papers={papers.data} nameOf={nameOf} listKey={unit ?? ''} />
    </div>
  )
}
