import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import type { PaperRole } from '../../../shared/domain/report-state.ts'

/** What is made of a report when it is asked for: its tables, itself on one page, the slip, the notice of replacement, what changed; each a call of the same name. */
export const madePapers = ['tables', 'slip', 'summary', 'notice', 'changesSheet', 'remarksSheet'] as const
type MadePaper = (typeof madePapers)[number]

/** A kept paper of a report, or one that is made for it. */
export type HandedOut = { paper: PaperRole | 'draft' | MadePaper; name: string }

export type ShownPaper = HandedOut & { sha256: string; pages: number }

/** What is read and handed out of a report: the draft as it was built, or the paper as far as it has come. */
export function shownPaper({ report, files, freeze }: ReportRoadView): ShownPaper {
  const isFrozen = report.state !== 'draft' && report.state !== 'reviewed'
  const file = isFrozen
    ? (['issued', 'signed', 'submitted'] as const).map((role) => files.find((one) => one.role === role)).find((one) => one)
    : undefined
  return file
    ? { paper: file.role, name: file.name, sha256: file.sha256, pages: freeze?.pages ?? report.pages }
    : { paper: 'draft', name: `bao-cao-${report.kind}-${report.period}.pdf`, sha256: report.sha256, pages: report.pages }
}
