import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { JournalLine } from '../../../shared/contract/trust.ts'
import { journalPageTexts } from '../../../shared/messages/journal-page.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { traceAddress } from '../../client/trace-address.ts'
import { Trouble } from '../../client/trouble.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { groupByDay, printTime, readJournalFilter } from './journal-filter.ts'

const pageSize = 100
/** A narrowed list is looked for until this many lines are there. */
const enough = 30

export function JournalLines({ sentence }: { sentence: (line: JournalLine) => string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params } = usePlace()
  const filter = readJournalFilter(params)
  const list = useInfiniteQuery(
    queries.trust.entries.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, language, limit: pageSize, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const lines = data?.pages.flatMap(({ entries }) => entries) ?? []
  const pages = data?.pages.length ?? 0
  const isLooking = hasNextPage && lines.length < enough
  useEffect(() => {
    if (isLooking && !isFetchingNextPage && error === null) void fetchNextPage()
  }, [isLooking, isFetchingNextPage, fetchNextPage, pages, error])
  const foot = useLoadWhenSeen(hasNextPage && !isFetchingNextPage && !isLooking, () => void fetchNextPage())

  if (!data) return error ? <Trouble error={error} /> : <Waiting />
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <>
      {lines.length === 0 && !isLooking && <EmptyState title={say(journalPageTexts.noneTitle)} how={say(journalPageTexts.noneHow)} />}
      {groupByDay(lines).map(({ day, lines: ofDay }) => (
        <section className="journal-day" key={day} aria-label={printDay(day)}>
          <h3>{printDay(day)}</h3>
          <ol>
            {ofDay.map((line) => (
              <Line key={`${line.machine} ${line.seq}`} line={line} sentence={sentence(line)} isTechnical={params['technical'] === '1'} />
            ))}
          </ol>
        </section>
      ))}
      {error !== null && <Trouble error={error} />}
      <div className="journal-foot" ref={foot} role="status">
        {isLooking ? (
          <p>{say(journalPageTexts.looking)}</p>
        ) : hasNextPage ? (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say(journalPageTexts.older)}
          </Button>
        ) : (
          lines.length > 0 && <p>{say(isNarrowed ? journalPageTexts.endFound : journalPageTexts.end)}</p>
        )}
      </div>
    </>
  )
}

function Line({ line, sentence, isTechnical }: { line: JournalLine; sentence: string; isTechnical: boolean }) {
  const { say } = useLanguage()
  const { params: here } = usePlace()
  const { at, actor, unit, params, seq, machine, hash } = line
  const field = params['field']
  const period = params['period']
  return (
    <li>
      <time dateTime={at}>{printTime(at)}</time>
      <span className="actor">{actor}</span>
      <div>
        {sentence}
        {unit !== null && typeof field === 'string' && typeof period === 'string' && (
          <>
            {' '}
            <PlaceLink page="journal" params={{ ...here, period, trace: traceAddress([{ unit, input: field }]) }}>
              {say(journalPageTexts.source)}
            </PlaceLink>
          </>
        )}
        {isTechnical && <div className="hash">{say(journalPageTexts.technicalLine, { seq, machine, hash })}</div>}
      </div>
    </li>
  )
}

/** Goes on by itself when the end of the list comes near. */
function useLoadWhenSeen(isWanted: boolean, load: () => void) {
  const foot = useRef<HTMLDivElement>(null)
  const loading = useRef(load)
  useEffect(() => {
    loading.current = load
  })
  useEffect(() => {
    const element = foot.current
    if (!isWanted || !element) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) loading.current()
      },
      { rootMargin: '400px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isWanted])
  return foot
}
