import { useMutation } from '@tanstack/react-query'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { StepDialog } from './step-dialog.tsx'

export function ReviewDialog({ report, onClose }: { report: ReportEntry; onClose: () => void }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const review = useMutation(queries.reports.review.mutationOptions({ onSuccess: onClose }))
  return (
    <StepDialog
      title={say(reportPageTexts.reviewTitle)}
      act={say(reportButtons.review)}
      leave={say(reportButtons.readOn)}
      isBusy={review.isPending}
      error={review.error}
      onAct={() => review.mutate({ report: report.report })}
      onClose={onClose}
    >
      <p>{say(reportPageTexts.reviewQuestion, { at: printInstant(report.builtAt, language), pages: report.pages })}</p>
    </StepDialog>
  )
}
