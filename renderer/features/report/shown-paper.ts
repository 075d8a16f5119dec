import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import type { PaperRole } from '../../../shared/domain/report-state.ts'

/** A kept paper of a report, or what is made for it: its tables, the verification slip, the notice of replacement. */
export type HandedOut = { paper: PaperRole | 'draft' | 'tables' | 'slip' | 'notice'; name: string }

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
