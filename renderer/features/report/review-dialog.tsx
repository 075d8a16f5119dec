import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { reportButtons, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ReportEntry } from '../../../shared/contract/reports.ts'

export function ReviewDialog({ report, onClose }: { report: ReportEntry; onClose: () => void }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const review = useMutation(queries.reports.review.mutationOptions({ onSuccess: onClose }))
  return (
    <Dialog
      title={say(reportPageTexts.reviewTitle)}
      onClose={onClose}
      onSubmit={() => review.mutate({ report: report.report })}
      trouble={review.error && <Trouble error={review.error} />}
      buttons={
        <>
          <Button type="submit" loading={review.isPending}>
            {say(reportButtons.review)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(reportButtons.readOn)}
          </Button>
        </>
      }
    >
      <p>{say(reportPageTexts.reviewQuestion, { at: printInstant(report.builtAt, language), pages: report.pages })}</p>
    </Dialog>
  )
}
