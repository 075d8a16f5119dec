import { Button } from '@mantine/core'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { readingViewTexts } from '../../../shared/messages/report-changes.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'

export const readingViews = ['pages', 'changes', 'weights', 'later'] as const
export type ReadingView = (typeof readingViews)[number]

/** Pages first; who read an earlier paper to its end and decides on this one begins with what changed. */
export function readView(wanted: string | undefined, isSecondRound: boolean): ReadingView {
  return readingViews.find((view) => view === wanted) ?? (isSecondRound ? 'changes' : 'pages')
}

/** `changes`: how many; null while they are not counted, undefined where there is nothing to compare with. */
type ReadingViewsProps = { road: ReportRoadView; view: ReadingView; changes: number | null | undefined }

/** What is looked at of a report: its pages, what changed since, who weighs most, what came later. */
export function ReadingViews({ road: { report }, view, changes }: ReadingViewsProps) {
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const isFrozen = report.state !== 'draft' && report.state !== 'reviewed'
  const offered = readingViews.filter((one) => (one === 'changes' ? changes !== undefined : one !== 'later' || isFrozen))
  return (
    <div className="reading-views" role="group" aria-label={say(readingViewTexts.title)}>
      {offered.map((one) => (
        <Button
          key={one}
          size="compact-md"
          variant="default"
          aria-pressed={one === view}
          onClick={() => set({ view: one }, { replace: true })}
        >
          {one === 'changes' && typeof changes === 'number'
            ? say(readingViewTexts.changes, { count: formatSmallCount(changes, language) })
            : say(readingViewTexts[one === 'changes' ? 'changesOfDraft' : one])}
        </Button>
      ))}
    </div>
  )
}
