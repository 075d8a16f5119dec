import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type MouseEvent } from 'react'
import { connectionTexts, frameTexts, overviewTexts } from '../../shared/messages/page.ts'
import { useEngine } from '../client/engine-provider.tsx'
import { choosePeriod } from '../features/overview/choose-period.ts'
import { OverviewPage } from '../features/overview/overview-page.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Strip } from './strip.tsx'
import { Notice, Trouble } from './trouble.tsx'

const storageKey = 'tonghop.period'

/** Without the link's own way: a fragment in the address is read as the code that opens a session. */
function skipToPage(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}

/** The strip and the page below it, for one period. */
export function Frame() {
  const { queries, stream } = useEngine()
  const { say } = useLanguage()
  const [wanted, setWanted] = useState(() => localStorage.getItem(storageKey))
  const periods = useQuery(queries.periods.list.queryOptions({ input: {} }))
  const shown = choosePeriod(periods.data ?? [], wanted)
  const overview = useQuery(queries.overview.get.queryOptions({ input: shown ? { period: shown.code } : skipToken }))
  const title = `${say(overviewTexts.title)} · ${say(frameTexts.title)}`
  useEffect(() => {
    document.title = title
  }, [title])
  const choose = (code: string): void => {
    localStorage.setItem(storageKey, code)
    setWanted(code)
  }
  const trouble = periods.error ?? overview.error
  const isKnown = periods.data !== undefined && (!shown || overview.data !== undefined)
  return (
    <>
      <a className="skip" href="#page" onClick={skipToPage}>
        {say(frameTexts.skip)}
      </a>
      <Strip periods={periods.data ?? []} shown={shown} view={overview.data} onChoose={choose} />
      <main className="page" id="page" tabIndex={-1}>
        {stream === 'lost' && isKnown && <Notice role="status">{say(connectionTexts.lost)}</Notice>}
        {trouble && <Trouble error={trouble} />}
        {!trouble && !isKnown && <p className="waiting">{say(frameTexts.loading)}</p>}
        {isKnown && <OverviewPage view={overview.data} />}
      </main>
    </>
  )
}
