import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { narrowOutline } from '../../../shared/rules/narrow-to-topic.ts'
import { outlineOfPages, type OutlineEntry } from '../../../shared/rules/report-outline.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { DraftPages, useReportTexts } from './draft-pages.tsx'
import { ReportOutline } from './report-outline.tsx'
import type { ShownPaper } from './shown-paper.ts'

/** An outline depends on what a report is about only by whether there is an indicator, and whether there is a task. */
const topicShapes = [
  { indicators: ['any'], tasks: ['any'] },
  { indicators: ['any'], tasks: [] },
  { indicators: [], tasks: ['any'] },
]

type ReportReadingProps = {
  period: string
  report: ReportEntry
  paper: ShownPaper
  /** Told once the last page is in view. */
  onEnd: () => void
  /** Above the pages. */
  head: ReactNode
  /** What is looked at in the place of the pages. */
  instead: ReactNode | undefined
  /** Below the pages. */
  children: ReactNode
}

/** The outline and the pages follow each other; the page in view stands in the address. */
export function ReportReading({ period, report, paper, onEnd, head, instead, children }: ReportReadingProps) {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const { params, step, set } = usePlace()
  const [shownTexts, setTexts] = useState<string[]>()
  const readTexts = useReportTexts(report.report, paper, instead !== undefined && shownTexts === undefined)
  const texts = shownTexts ?? readTexts
  const [goal, setGoal] = useState(() => ({ page: Number(params['pageNumber'] ?? '1') || 1 }))
  const [page, setPage] = useState(goal.page)
  // A link or the way back leads to the page that the address says; what is turned here only follows.
  const lastStep = useRef(step)
  useEffect(() => {
    if (step === lastStep.current) return
    lastStep.current = step
    const wanted = Number(params['pageNumber'] ?? '1') || 1
    if (wanted !== page) setGoal({ page: wanted })
  }, [step, params, page])
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  const entries = useMemo(() => {
    if (!texts || !programme.data) return undefined
    const { outline } = programme.data
    const entriesOf = (whole: typeof outline): OutlineEntry[] => {
      const sections = whole.flatMap(({ number, heading, level, kinds }) =>
        heading && kinds.includes(report.kind)
          ? [{ number: number.replace(/[.)\-\s]+$/u, ''), text: heading.vi, level, label: heading[language] }]
          : [],
      )
      const labels = new Map(sections.map(({ number, text, label }) => [`${number}. ${text}`, `${number}. ${label}`]))
      return outlineOfPages(texts, sections).map((entry) => ({ ...entry, text: labels.get(entry.text) ?? entry.text }))
    }
    if (report.kind !== 'thematic') return entriesOf(outline)
    // What is chosen now need not be what this one is about: its pages say which of the sections it has.
    const shapes = [outline, ...topicShapes.map((topic) => narrowOutline(outline, report.kind, topic))]
    return shapes.map(entriesOf).toSorted((one, other) => other.length - one.length)[0]
  }, [texts, programme.data, report.kind, language])
  const follow = (next: number): void => {
    if (next >= paper.pages) onEnd()
    if (next === page) return
    setPage(next)
    set({ pageNumber: next === 1 ? undefined : String(next) }, { replace: true })
  }
  return (
    <>
      <ReportOutline
        entries={entries}
        page={page}
        onPage={(wanted) => {
          setGoal({ page: wanted })
          if (instead !== undefined) set({ view: 'pages' }, { replace: true })
        }}
      />
      <div className="report-pages">
        {head}
        {instead ?? <DraftPages report={report} paper={paper} goal={goal} onPage={follow} onTexts={setTexts} />}
        {children}
      </div>
    </>
  )
}
