import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ShellTold } from '../../shared/contract/shell.ts'
import { shellPageTexts } from '../../shared/messages/window.ts'
import { useEngine } from '../client/engine-provider.tsx'
import { pageIds } from '../client/page-ids.ts'
import { usePlace } from '../client/place.tsx'
import { Trouble } from '../client/trouble.tsx'
import { useSession } from '../client/use-session.ts'
import '../ui/dialog.css'
import { useLanguage } from '../ui/language.tsx'
import { useModalManners } from '../ui/use-modal-manners.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { PrintPreview } from './print-preview.tsx'

/** As if its key had been pressed: the page knows which help belongs to what is shown. */
const askForHelp = (): void =>
  void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', bubbles: true, cancelable: true }))

type Opened = Extract<ShellTold, { tell: 'opened' }>

/** In our own window: what its menu asks for, and files that were opened with the application. Nothing in a browser. */
export function ShellCommands() {
  const { host } = useEngine()
  const { language } = useLanguage()
  const { go } = usePlace()
  const session = useSession()
  const [opened, setOpened] = useState<Opened>()
  const [preview, setPreview] = useState<Uint8Array>()
  const [trouble, setTrouble] = useState<unknown>()
  const { shell } = host
  useEffect(() => {
    void shell?.speak(language)
  }, [shell, language])
  // Anew when somebody signs in or unlocks: what was opened meanwhile has waited for that.
  const state = session?.state
  useEffect(
    () =>
      shell?.listen((told) => {
        if (told.tell === 'help') return askForHelp()
        if (told.tell === 'preview') return void shell.previewPrint().then(setPreview, setTrouble)
        if (told.tell === 'opened') return setOpened(told)
        const page = pageIds.find((id) => id === told.page)
        if (page) go(page)
      }),
    [shell, state, go],
  )
  if (!shell) return null
  // The preview must be off the page before the page goes to paper.
  const print = (): void => {
    flushSync(() => setPreview(undefined))
    host.print()
  }
  return (
    <>
      {opened && <OpenedFile opened={opened} onClose={() => setOpened(undefined)} onStart={() => go('start')} />}
      {preview && <PrintPreview pdf={preview} onPrint={print} onClose={() => setPreview(undefined)} />}
      {trouble !== undefined && <Trouble error={trouble} />}
    </>
  )
}

/** Says what the file is and what can be done with it; opening one never changes anything by itself. */
function OpenedFile({ opened, onClose, onStart }: { opened: Opened; onClose: () => void; onStart: () => void }) {
  const { say } = useLanguage()
  useReturnFocus()
  const isBackup = opened.kind === 'backup'
  const leave = (): void => {
    onClose()
    onStart()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={say(isBackup ? shellPageTexts.backupTitle : shellPageTexts.bundleTitle)}
      {...useModalManners()}
    >
      <p>{say(isBackup ? shellPageTexts.backup : shellPageTexts.bundle, { name: opened.file.name })}</p>
      <div className="dialog-buttons">
        {isBackup && <Button onClick={leave}>{say(shellPageTexts.toStart)}</Button>}
        <Button variant="default" onClick={onClose}>
          {say(shellPageTexts.close)}
        </Button>
      </div>
    </Modal>
  )
}
