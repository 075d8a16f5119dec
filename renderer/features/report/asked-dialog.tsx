import type { Overview } from '../../../shared/contract/overview.ts'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import type { SignOffAct } from '../../client/sign-off-offers.ts'
import { SignDialog } from './sign-dialog.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type AskedDialogProps = {
  act: SignOffAct
  road: ReportRoadView
  view: Overview | undefined
  onClose: () => void
}

/** The question that a step asks before it is taken. */
export function AskedDialog({ act, road, view, onClose }: AskedDialogProps) {
  const { report } = road
  switch (act) {
    case 'review':
      return <ReviewDialog report={report} onClose={onClose} />
    case 'submit':
    case 'submitWithReason':
      return <SubmitDialog road={road} view={view} onClose={onClose} />
    case 'approve':
    case 'reserve':
    case 'onPaper':
      return <ApproveDialog road={road} with={act} onClose={onClose} />
    case 'giveBack':
      return <ReturnDialog report={report.report} onClose={onClose} />
    case 'sign':
      return <SignDialog road={road} onClose={onClose} />
    case 'issue':
      return <IssueDialog road={road} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog report={report.report} onClose={onClose} />
    default:
      return null
  }
}
