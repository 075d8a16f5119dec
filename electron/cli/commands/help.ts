import { AppError } from '../../../shared/errors.ts'
import { commandExample, commandNames, commandSummary, commandUsage, type CommandName } from '../../../shared/messages/command-help.ts'
import { helpTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { wrapText } from '../wrap-text.ts'

export const help: Command = {
  options: [],
  run: ({ args, language, width }) => {
    if (args.length === 0)
      return Promise.resolve({ json: { commands: commandNames.map((name) => describe(name, language)) }, text: overview(language, width) })
    const asked = args.join(' ')
    const names = commandNames.filter((name) => name === asked || name.startsWith(`${asked} `))
    if (names.length === 0) throw new AppError('command.unknown', { command: asked, suggestion: '' })
    return Promise.resolve({
      json: { commands: names.map((name) => describe(name, language)) },
      text: names.map((name) => explain(name, language, width)).join('\n\n'),
    })
  },
}

const describe = (name: CommandName, language: Language) => ({
  name,
  usage: `tonghop ${commandUsage[name]}`,
  summary: fillText(commandSummary[name], language),
  example: `tonghop ${commandExample[name]}`,
})

function overview(language: Language, width: number): string {
  const say = (key: keyof typeof helpTexts): string => fillText(helpTexts[key], language)
  const rows = commandNames.map((name) => [`  ${name}`, fillText(commandSummary[name], language)])
  const [, ...lines] = formatTable([{ head: '' }, { head: '', wraps: true }], rows, width).split('\n')
  return [
    say('title'),
    say('usage'),
    '',
    say('commands'),
    ...lines,
    '',
    wrapText(say('common'), width, '', '  '),
    wrapText(say('exits'), width, '', '  '),
  ].join('\n')
}

function explain(name: CommandName, language: Language, width: number): string {
  const { usage, summary, example } = describe(name, language)
  return [
    wrapText(summary, width),
    '',
    fillText(helpTexts.one, language),
    `  ${usage}`,
    fillText(helpTexts.example, language),
    `  ${example}`,
    '',
    wrapText(fillText(helpTexts.common, language), width, '', '  '),
  ].join('\n')
}
