import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile } from '../../client/host.ts'
import { useLanguage } from '../../ui/language.tsx'

type FileFieldProps = {
  label: string
  /** As in an input element. */
  accept: string
  file: StagedFile | undefined
  onFile: (file: StagedFile) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** One file, chosen by its button; which one it is stands beside it. */
export function FileField({ label, accept, file, onFile, error, autoFocus = false }: FileFieldProps) {
  const { host } = useEngine()
  const { say } = useLanguage()
  const id = useId()
  const [unread, setUnread] = useState<string>()
  const choose = async (): Promise<void> => {
    const { staged, unstaged } = await host.chooseFiles({ accept })
    setUnread(unstaged[0]?.name)
    if (staged[0]) onFile(staged[0])
  }
  const wrong = unread === undefined ? error : say(signOffDialogTexts.unstaged, { name: unread })
  return (
    <div className="file-field" role="group" aria-labelledby={id}>
      <span id={id} className="file-label">
        {label}
      </span>
      <div>
        <Button variant="default" data-autofocus={autoFocus || undefined} aria-describedby={id} onClick={() => void choose()}>
          {say(file ? signOffButtons.chooseOther : signOffButtons.choose)}
        </Button>
        <span role="status">{file ? file.name : say(signOffDialogTexts.noFile)}</span>
      </div>
      {wrong !== undefined && (
        <p className="file-wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
