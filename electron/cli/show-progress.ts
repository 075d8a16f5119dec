import type { Language } from '../../shared/messages/text.ts'
import { fillText } from '../../shared/messages/text.ts'
import { progressText } from '../../shared/messages/command-output.ts'
import type { Terminal } from './command.ts'

/** One line on standard error, written over itself. */
export function showProgress(terminal: Terminal, language: Language, isShown: boolean): { show(done: number, total: number): void; end(): void } {
  let shown = ''
  return {
    show(done, total) {
      if (!isShown || total === 0) return
      const line = fillText(progressText, language, { done, total, percent: Math.floor((done * 100) / total) })
      if (line === shown) return
      shown = line
      terminal.note(`\r${line}`)
    },
    end() {
      if (shown !== '') terminal.note('\n')
      shown = ''
    },
  }
}
