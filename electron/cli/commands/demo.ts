import { resolve } from 'node:path'
import { demoStepTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'

export const demo: Command = {
  options: ['out'],
  required: ['out'],
  async run({ required, actor, language, isJson, terminal }) {
    const { runDemo } = await import('../../demo/run-demo.ts')
    let shown = ''
    const result = await runDemo({
      directory: resolve(required('out')),
      actor,
      issues: true,
      signal: terminal.interrupt,
      onStep: (step) => {
        if (isJson || step === shown) return
        shown = step
        terminal.note(`${fillText(demoStepTexts[step], language)}\n`)
      },
    })
    const { report, pages, workspace, submissions, blocking } = result
    return {
      json: result,
      text: fillText(demoStepTexts.done, language, {
        report,
        pages,
        workspace,
        submissions,
        blocking: formatSmallCount(blocking, language),
      }),
    }
  },
}
