import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { evidenceTexts } from '../../../shared/messages/task-status.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import './evidence.css'

/** A file that was brought over and is kept when what it shows is saved. */
export type ChosenFile = { file: string; name: string }

type EvidencePickerProps = { files: readonly ChosenFile[]; many?: boolean; onChange: (files: ChosenFile[]) => void }

/** Files that show something, chosen one after another, each of which can be left out again. */
export function EvidencePicker({ files, many = false, onChange }: EvidencePickerProps) {
  const { host } = useEngine()
  const { say } = useLanguage()
  const [missed, setMissed] = useState<string>()
  const choose = async (): Promise<void> => {
    const { staged, unstaged } = await host.chooseFiles({ many })
    setMissed(unstaged[0] && say(unstaged[0].reason === 'too_large' ? evidenceTexts.tooLarge : evidenceTexts.unreadable, unstaged[0]))
    if (staged.length > 0) onChange([...(many ? files : []), ...staged.map(({ file, name }) => ({ file, name }))])
  }
  return (
    <div className="evidence-files">
      {files.map(({ file, name }) => (
        <span key={file} className="evidence-file">
          {name}
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={say(evidenceTexts.leaveOutOf, { name })}
            onClick={() => onChange(files.filter((one) => one.file !== file))}
          >
            {say(evidenceTexts.leaveOut)}
          </Button>
        </span>
      ))}
      <Button size="compact-md" variant="default" onClick={() => void choose()}>
        {say(evidenceTexts.choose)}
      </Button>
      {missed !== undefined && <p role="alert">{missed}</p>}
    </div>
  )
}

/** Hands the kept file over, after the engine has looked whether it is still what was kept. */
export function EvidenceButton({ sha256, name }: { sha256: string; name: string | undefined }) {
  const { client, host } = useEngine()
  const { say } = useLanguage()
  const open = useMutation({
    mutationFn: async () => {
      const found = await client.files.openEvidence({ sha256 })
      const target = await host.chooseSaveTarget(found.name)
      if (!target) return
      const { file } = target.target === undefined ? found : await client.files.openEvidence({ sha256, target: target.target })
      await host.deliver(file, found.name)
    },
  })
  return (
    <>
      <button type="button" className="as-link" onClick={() => open.mutate()}>
        {name ?? say(evidenceTexts.openOne)}
      </button>
      {open.error && <Trouble error={open.error} />}
    </>
  )
}
