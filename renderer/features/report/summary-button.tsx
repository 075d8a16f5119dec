import { Button } from '@mantine/core'
import { FileText } from 'lucide-react'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { signOffButtons } from '../../../shared/messages/sign-off-page.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useHandOut } from './use-hand-out.tsx'

/** The report on one page, for whoever has ten minutes. */
export function SummaryButton({ report }: { report: ReportEntry }) {
  const { say } = useLanguage()
  const { save, error } = useHandOut(report)
  return (
    <>
      <Button
        variant="default"
        fullWidth
        leftSection={<FileText size={18} aria-hidden />}
        onClick={() => save({ paper: 'summary', name: `phieu-tom-tat-${report.kind}-${report.period}.pdf` })}
      >
        {say(signOffButtons.summary)}
      </Button>
      {error !== undefined && <Trouble error={error} />}
    </>
  )
}
