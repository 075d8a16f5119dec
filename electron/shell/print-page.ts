import { dialog, type BrowserWindow } from 'electron'
import { windowBoxTexts } from '../../shared/messages/window.ts'
import { say } from './words.ts'

/** With the system's own dialog for printers. */
export function printPage(window: BrowserWindow): undefined {
  window.webContents.print({ printBackground: true }, (isDone, reason) => {
    if (isDone || /cancel/i.test(reason) || window.isDestroyed()) return
    void dialog.showMessageBox(window, {
      type: 'info',
      title: 'Tổng Hợp',
      message: say(windowBoxTexts.notPrinted),
      buttons: [say(windowBoxTexts.understood)],
      noLink: true,
    })
  })
  return undefined
}

/** The same pages as a PDF, to be looked at. */
export async function previewPages(window: BrowserWindow): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }))
}
