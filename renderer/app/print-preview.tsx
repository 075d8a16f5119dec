import { Button, Modal } from '@mantine/core'
import { shellPageTexts } from '../../shared/messages/window.ts'
import { useLanguage } from '../ui/language.tsx'
import { useModalManners } from '../ui/use-modal-manners.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { PdfPages } from '../ui/pdf-pages.tsx'
import '../ui/dialog.css'
import './print-preview.css'

type PrintPreviewProps = {
  /** The pages, laid out before this covers them. */
  pdf: Uint8Array
  onPrint: () => void
  onClose: () => void
}

/** The real pages as the printer would give them. */
export function PrintPreview({ pdf, onPrint, onClose }: PrintPreviewProps) {
  const { say } = useLanguage()
  useReturnFocus()
  return (
    <Modal opened onClose={onClose} fullScreen title={say(shellPageTexts.previewTitle)} {...useModalManners()}>
      <div className="print-preview">
        <PdfPages bytes={pdf} name={say(shellPageTexts.previewTitle)} />
        <div className="dialog-buttons">
          <Button onClick={onPrint}>{say(shellPageTexts.print)}</Button>
          <Button variant="default" onClick={onClose}>
            {say(shellPageTexts.close)}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
