import { useQuery } from '@tanstack/react-query'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { reportKindNames } from '../../../shared/messages/report-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { ShownPaper } from './shown-paper.ts'

/** The bytes of a kept paper, fetched once: they never change, and another paper has another hash. */
export function useReportBytes(report: string, { paper, sha256 }: ShownPaper) {
  const { client, host } = useEngine()
  return useQuery({
    // Named after the call, so that what it reads is known: nothing that changes.
    queryKey: [['reports', 'open'], { bytes: sha256 }],
    queryFn: async () => {
      const { file } = await (paper === 'draft' ? client.reports.open({ report }) : client.reports.reprint({ report }))
      return host.readFile(file)
    },
    staleTime: Infinity,
    // Fetched again, as after a lost connection, they are the same: the pages in view stay where they are.
    structuralSharing: (known, fetched) => known ?? fetched,
    gcTime: 60_000,
    networkMode: 'always',
  })
}

/** The text of each page where the pages themselves are not looked at; undefined until it is read, or while it is not wanted. */
export function useReportTexts(report: string, paper: ShownPaper, isWanted: boolean): string[] | undefined {
  const bytes = useReportBytes(report, paper).data
  const texts = useQuery({
    queryKey: [['reports', 'open'], { texts: paper.sha256 }],
    queryFn: async () => {
      const { openPdf, readTexts } = await import('../../ui/pdf-document.ts')
      const { pages, close } = await openPdf(bytes!)
      try {
        return await readTexts(pages, () => true)
      } finally {
        close()
      }
    },
    enabled: isWanted && bytes !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    networkMode: 'always',
  })
  return texts.data
}

type DraftPagesProps = {
  report: ReportEntry
  paper: ShownPaper
  goal: { page: number }
  onPage: (page: number) => void
  onTexts: (texts: string[]) => void
}

export function DraftPages({ report, paper, goal, onPage, onTexts }: DraftPagesProps) {
  const { say } = useLanguage()
  const bytes = useReportBytes(report.report, paper)
  if (bytes.error) return <Trouble error={bytes.error} />
  if (!bytes.data) return <Waiting />
  return (
    <PdfPages
      key={paper.sha256}
      bytes={bytes.data}
      name={say(reportKindNames[report.kind])}
      goal={goal}
      onPage={onPage}
      onTexts={onTexts}
    />
  )
}
