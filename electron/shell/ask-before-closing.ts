import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { JobKind } from '../../shared/contract/jobs.ts'
import { jobKindTexts } from '../../shared/messages/jobs.ts'
import { windowBoxTexts } from '../../shared/messages/window.ts'
import { say } from './words.ts'

/** Asks in words before a window is closed over work that goes on. */
export function askBeforeClosing(window: BrowserWindow, running: () => Promise<readonly JobKind[]>): void {
  let mayClose = false
  let isAsking = false

  const decide = async (): Promise<void> => {
    // An engine that cannot say what runs has nothing running.
    const kinds = await running().catch((): JobKind[] => [])
    if (kinds.length > 0 && !(await confirm(window, say(windowBoxTexts.running, { jobs: namesOf(kinds) })))) return
    mayClose = true
    window.close()
  }
  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void decide().finally(() => {
      isAsking = false
    })
  })
  // The system is ending the session: a question would only keep it from doing so.
  window.on('query-session-end', () => {
    mayClose = true
  })
}

const namesOf = (kinds: readonly JobKind[]): string =>
  [...new Set(kinds)]
    .map((kind) => say(jobKindTexts[kind]))
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join(', ')

const question = (message: string): MessageBoxOptions => ({
  type: 'question',
  title: 'Tổng Hợp',
  message,
  buttons: [say(windowBoxTexts.close), say(windowBoxTexts.goOn)],
  defaultId: 1,
  cancelId: 1,
  noLink: true,
})

const confirm = async (window: BrowserWindow, message: string): Promise<boolean> =>
  (await dialog.showMessageBox(window, question(message))).response === 0
