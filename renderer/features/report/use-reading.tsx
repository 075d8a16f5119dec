import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { LaterData } from './later-data.tsx'
import { ReadingViews, readView, type ReadingView } from './reading-views.tsx'
import { countChanges, ReportChanges } from './report-changes.tsx'
import { ReportWeights } from './report-weights.tsx'
import type { ShownPaper } from './shown-paper.ts'
import './report-changes.css'

type Reading = {
  view: ReadingView
  head: ReactNode
  /** Undefined where the pages themselves are looked at. */
  instead: ReactNode | undefined
  /** This person has come to the end of the paper, or of what changed in it since they read the one before. */
  hasRead: boolean
  onEnd: () => void
}

/** How a report is read: to the last page the first time, what changed the second; that it was read is remembered. */
export function useReading(road: ReportRoadView, paper: ShownPaper, decides: boolean): Reading {
  const { queries } = useEngine()
  const { params } = usePlace()
  const isAllowed = useAllowed()
  const [read, setRead] = useState<string>()
  const record = useMutation(queries.reports.read.mutationOptions())
  const { report } = road
  const isFrozen = paper.paper !== 'draft'
  // A draft is put together anew to be compared: only for who asks.
  const isAsked = isFrozen || params['view'] === 'changes'
  const changes = useQuery(queries.reports.changes.queryOptions({ input: isAsked ? { report: report.report } : skipToken }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: report.period } }))
  const since = changes.data?.since ?? null
  // Where words could not be compared, what changed is not the whole of it.
  const isWhole = since !== null && since.readAt !== null && changes.data?.paragraphs !== null
  // A draft that was built while this was shown has nothing that came after it.
  const isOffered = isFrozen || params['view'] !== 'later'
  const view = readView(isOffered ? params['view'] : undefined, decides && isWhole && road.readAt === null)
  const onEnd = (): void => {
    setRead(paper.sha256)
    if (isFrozen && road.readAt === null && record.isIdle && isAllowed('reports.read')) record.mutate({ report: report.report })
  }
  const known = changes.data ? (since ? countChanges(changes.data) : undefined) : isFrozen ? undefined : null
  const trouble = changes.error ?? programme.error
  const instead = (): ReactNode => {
    if (trouble) return <Trouble error={trouble} />
    if (!programme.data) return <Waiting />
    const own = { report, programme: programme.data }
    if (view === 'later') return <LaterData {...own} />
    if (view === 'weights') return <ReportWeights {...own} />
    if (!changes.data) return <Waiting />
    return <ReportChanges {...own} changes={changes.data} onEnd={() => isWhole && onEnd()} />
  }
  return {
    view,
    head: <ReadingViews road={road} view={view} changes={known} />,
    instead: view === 'pages' ? undefined : instead(),
    hasRead: read === paper.sha256 || road.readAt !== null,
    onEnd,
  }
}
