import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { signOffButtons, signOffDialogTexts, signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile } from '../../client/host.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FileField } from './file-field.tsx'
import { mustReserve } from '../../client/sign-off-offers.ts'
import { StepDialog } from './step-dialog.tsx'
import { useStepJob } from './use-step-job.tsx'
import { WordsField } from './words-field.tsx'

/** `with`: nothing, reservations, or the scan of what was written by hand. */
type ApproveDialogProps = { road: ReportRoadView; with: 'approve' | 'reserve' | 'onPaper'; onClose: () => void }

const buttonOf = { approve: signOffButtons.approve, reserve: signOffButtons.reserve, onPaper: signOffButtons.onPaper }

export function ApproveDialog({ road, with: way, onClose }: ApproveDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [words, setWords] = useState('')
  const [scan, setScan] = useState<StagedFile>()
  const [isTried, setTried] = useState(false)
  const step = useStepJob(onClose)
  const approve = useMutation(queries.reports.approve.mutationOptions({ onSuccess: step.follow }))
  const record = useMutation(queries.reports.approveOnPaper.mutationOptions({ onSuccess: step.follow }))
  const { report, freeze } = road
  const needsWords = way === 'reserve' || (way === 'onPaper' && mustReserve(road))
  const asksWords = needsWords || way === 'onPaper'
  const reservations = words.trim() === '' ? {} : { reservations: words }
  const isMissing = needsWords && words.trim() === ''
  const act = (): void => {
    setTried(true)
    if (isMissing) return
    if (way !== 'onPaper') approve.mutate({ report: report.report, ...reservations })
    else if (scan) record.mutate({ report: report.report, scan: scan.file, ...reservations })
  }
  return (
    <StepDialog
      title={say(way === 'onPaper' ? signOffDialogTexts.paperTitle : signOffDialogTexts.approveTitle)}
      act={say(buttonOf[way])}
      leave={say(way === 'onPaper' ? signOffButtons.look : signOffButtons.readOn)}
      isBusy={approve.isPending || record.isPending || step.isRunning}
      error={approve.error ?? record.error}
      onAct={act}
      onClose={onClose}
    >
      {step.progress}
      {way === 'onPaper' ? (
        <>
          <p>{say(signOffDialogTexts.paperHow)}</p>
          <FileField
            label={say(signOffDialogTexts.scan)}
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
            file={scan}
            onFile={setScan}
            error={isTried && !scan ? say(signOffDialogTexts.scanMissing) : undefined}
            autoFocus
          />
        </>
      ) : (
        freeze && <p>{say(signOffDialogTexts.approveQuestion, { at: printInstant(freeze.at, language), pages: freeze.pages })}</p>
      )}
      {mustReserve(road) && <p>{say(signOffTexts.mustReserve)}</p>}
      {asksWords && (
        <WordsField
          label={say(signOffDialogTexts.reservations)}
          words={words}
          onWords={setWords}
          missing={isTried && isMissing ? say(signOffDialogTexts.reservationsMissing) : undefined}
          autoFocus={way === 'reserve'}
        />
      )}
    </StepDialog>
  )
}
