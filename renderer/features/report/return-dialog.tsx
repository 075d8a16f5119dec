import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { StepDialog } from './step-dialog.tsx'
import { WordsField } from './words-field.tsx'

/** What is to be changed, remark by remark: each is answered by itself. */
export function ReturnDialog({ report, onClose }: { report: string; onClose: () => void }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [remarks, setRemarks] = useState([''])
  const [isTried, setTried] = useState(false)
  const giveBack = useMutation(queries.reports.return.mutationOptions({ onSuccess: onClose }))
  const written = remarks.filter((text) => text.trim() !== '')
  return (
    <StepDialog
      title={say(signOffDialogTexts.returnTitle)}
      act={say(signOffButtons.giveBack)}
      leave={say(signOffButtons.readOn)}
      isBusy={giveBack.isPending}
      error={giveBack.error}
      onAct={() => {
        setTried(true)
        if (written.length > 0) giveBack.mutate({ report, remarks: written })
      }}
      onClose={onClose}
    >
      <p>{say(signOffDialogTexts.returnHow)}</p>
      {remarks.map((text, index) => (
        <WordsField
          // Remarks are only added at the end: their place is what they are.
          key={index}
          label={say(signOffDialogTexts.remark, { place: formatSmallCount(index + 1, language) })}
          words={text}
          onWords={(words) => setRemarks(remarks.with(index, words))}
          missing={isTried && index === 0 && written.length === 0 ? say(signOffDialogTexts.remarkMissing) : undefined}
          autoFocus={index === 0}
        />
      ))}
      {remarks.length < 100 && (
        <Button variant="default" className="add-remark" onClick={() => setRemarks([...remarks, ''])}>
          {say(signOffButtons.addRemark)}
        </Button>
      )}
    </StepDialog>
  )
}
