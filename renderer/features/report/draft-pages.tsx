import { useQuery } from '@tanstack/react-query'
import { reportKindNames } from '../../../shared/messages/report-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { ReportEntry } from '../../../shared/contract/reports.ts'

/** The bytes of a kept report, fetched once: a built report never changes. */
export function useReportBytes(report: string) {
  const { client, host } = useEngine()
  return useQuery({
    // Named after the call, so that what it reads is known: nothing that changes.
    queryKey: [['reports', 'open'], { bytes: report }],
    queryFn: async () => host.readFile((await client.reports.open({ report })).file),
    staleTime: Infinity,
    // Fetched again, as after a lost connection, they are the same: the pages in view stay where they are.
    structuralSharing: (known, fetched) => known ?? fetched,
    gcTime: 60_000,
    networkMode: 'always',
  })
}

type DraftPagesProps = { report: ReportEntry; goal: { page: number }; onPage: (page: number) => void; onTexts: (texts: string[]) => void }

export function DraftPages({ report, goal, onPage, onTexts }: DraftPagesProps) {
  const { say } = useLanguage()
  const bytes = useReportBytes(report.report)
  if (bytes.error) return <Trouble error={bytes.error} />
  if (!bytes.data) return <Waiting />
  return (
    <PdfPages
      key={report.report}
      bytes={bytes.data}
      name={say(reportKindNames[report.kind])}
      goal={goal}
      onPage={onPage}
      onTexts={onTexts}
    />
  )
}
