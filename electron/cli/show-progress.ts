import type { Language } from '../../shared/messages/text.ts'
import { fillText } from '../../shared/messages/text.ts'
import { progressText } from '../../shared/messages/command-output.ts'
import type { Terminal } from './command.ts'

/**
 * On standard error: one line written over itself where somebody watches, else a line per tenth of the way, so that a log
 * stays short.
 */
export function showProgress(
  terminal: Terminal,
  language: Language,
  isShown: boolean,
): { show(done: number, total: number): void; end(): void } {
  let shown = ''
  let tenths = -1
  return {
    show(done, total) {
      if (!isShown || total === 0) return
      const line = fillText(progressText, language, { done, total, percent: Math.floor((done * 100) / total) })
      if (line === shown) return
      if (terminal.isWatched === true) terminal.note(`\r${line}`)
      else {
        const reached = Math.floor((done * 10) / total)
        if (reached === tenths) return
        tenths = reached
        terminal.note(`${line}\n`)
      }
      shown = line
    },
    end() {
      if (shown !== '' && terminal.isWatched === true) terminal.note('\n')
      shown = ''
    },
  }
}
