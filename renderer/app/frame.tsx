import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useEffectEvent, type MouseEvent } from 'react'
import { connectionTexts, frameTexts, pageTexts } from '../../shared/messages/page.ts'
import { choosePeriod } from '../client/choose-period.ts'
import { useEngine } from '../client/engine-provider.tsx'
import { usePlace } from '../client/place.tsx'
import { Trouble } from '../client/trouble.tsx'
import { HelpPanel } from '../features/help/help-panel.tsx'
import { SearchBox } from '../features/search/search-box.tsx'
import { LeaveSample } from '../features/session/sample-mark.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Notice } from '../ui/notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { Navigation } from './navigation.tsx'
import { fetchPagesWhenIdle, pages } from './pages.tsx'
import { Strip } from './strip.tsx'

const storageKey = 'tonghop.period'
const TracePanel = lazy(async () => ({ default: (await import('../features/trace/trace-panel.tsx')).TracePanel }))

/** Without the link's own way: the address holds the place on the page. */
function skipToPage(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}

/** The strip above, the pages at the left, one of them in the middle. */
export function Frame() {
  const { queries, stream } = useEngine()
  const { say } = useLanguage()
  const { page, isNamed, params, go, set } = usePlace()
  const periods = useQuery(queries.periods.list.queryOptions({ input: {} }))
  const shown = choosePeriod(periods.data ?? [], params['period'] ?? localStorage.getItem(storageKey))
  const ofPeriod = shown ? { period: shown.code } : skipToken
  const standing = useQuery(queries.overview.standing.queryOptions({ input: ofPeriod }))
  const overview = useQuery(queries.overview.get.queryOptions({ input: ofPeriod }))
  const title = `${say(pageTexts[page])} · ${say(frameTexts.title)}`
  useEffect(() => {
    document.title = title
  }, [title])
  const isShown = periods.data !== undefined && (!shown || standing.data !== undefined)
  const queryClient = useQueryClient()
  // The one answer that takes the engine more than a blink: asked for while nothing else is, so that its page opens at once.
  const fetchFigures = useEffectEvent(() => {
    if (!shown) return
    const options = { ...queries.figures.grid.queryOptions({ input: { period: shown.code } }), gcTime: Infinity }
    // What is wrong is told by the page that asks.
    queryClient.query(options).catch(() => undefined)
  })
  useEffect(() => {
    if (isShown) fetchPagesWhenIdle(() => fetchFigures())
  }, [isShown])
  // Who opens the application for the first time begins at the beginning.
  const isNew = !isNamed && periods.data?.length === 0
  useEffect(() => {
    if (isNew) go('start', {}, { replace: true })
  }, [isNew, go])
  const choose = (code: string): void => {
    localStorage.setItem(storageKey, code)
    set({ period: code, trace: undefined, traceSize: undefined })
  }
  const { Page } = pages[page]
  const traceSize = params['trace'] === undefined ? undefined : params['traceSize'] === 'wide' ? 'wide' : 'beside'
  return (
    <div className="frame">
      <a className="skip" href="#page" onClick={skipToPage}>
        {say(frameTexts.skip)}
      </a>
      <Strip periods={periods.data ?? []} shown={shown} view={overview.data ?? standing.data} whole={overview.data} onChoose={choose} />
      <div className="side">
        <LeaveSample />
        <SearchBox periods={periods.data ?? []} period={shown} />
        <Navigation />
      </div>
      <HelpPanel />
      <div className="workplace" data-trace={traceSize}>
        <main className="page" id="page" tabIndex={-1} hidden={traceSize === 'wide'}>
          {stream === 'lost' && <Notice role="status">{say(connectionTexts.lost)}</Notice>}
          {periods.error ? (
            <Trouble error={periods.error} />
          ) : periods.data ? (
            <Suspense fallback={<Waiting />}>
              <Page period={shown} />
            </Suspense>
          ) : (
            <Waiting />
          )}
        </main>
        {traceSize !== undefined && periods.data && (
          <Suspense fallback={<div className="aside" />}>
            <TracePanel period={shown} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
