import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile } from '../../client/host.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { FileField } from './file-field.tsx'
import { StepDialog } from './step-dialog.tsx'

/** The person signs an approved paper, the office an issued one; the password is gone when it was used once. */
export function SignDialog({ road: { report }, onClose }: { road: ReportRoadView; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [certificate, setCertificate] = useState<StagedFile>()
  const [picture, setPicture] = useState<StagedFile>()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const sign = useMutation(queries.reports.sign.mutationOptions({ onSuccess: onClose, gcTime: 0 }))
  const isOffice = report.state === 'issued'
  const act = (): void => {
    setTried(true)
    if (!certificate || password === '') return
    sign.mutate({ report: report.report, certificate: certificate.file, password, ...(picture ? { picture: picture.file } : {}) })
    setPassword('')
    setTried(false)
  }
  return (
    <StepDialog
      title={say(isOffice ? signOffDialogTexts.signOfficeTitle : signOffDialogTexts.signTitle)}
      act={say(isOffice ? signOffButtons.signOffice : signOffButtons.sign)}
      leave={say(signOffButtons.back)}
      isBusy={sign.isPending}
      error={sign.error}
      onAct={act}
      onClose={onClose}
    >
      <p>{say(signOffDialogTexts.signHow)}</p>
      <FileField
        label={say(signOffDialogTexts.certificate)}
        accept=".p12,.pfx"
        file={certificate}
        onFile={setCertificate}
        error={isTried && !certificate ? say(signOffDialogTexts.certificateMissing) : undefined}
        autoFocus
      />
      <PasswordField
        label={say(signOffDialogTexts.password)}
        value={password}
        onChange={setPassword}
        error={isTried && password === '' ? say(signOffDialogTexts.passwordMissing) : undefined}
      />
      <FileField
        label={say(isOffice ? signOffDialogTexts.seal : signOffDialogTexts.picture)}
        accept=".png"
        file={picture}
        onFile={setPicture}
      />
    </StepDialog>
  )
}
