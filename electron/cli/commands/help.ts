import { AppError } from '../../../shared/errors.ts'
import { commandExample, commandNames, commandSummary, commandUsage, type CommandName } from '../../../shared/messages/command-help.ts'
import { helpTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'

export const help: Command = {
  options: [],
  run: ({ args, language }) => {
    if (args.length === 0) return Promise.resolve({ json: { commands: commandNames.map((name) => describe(name, language)) }, text: overview(language) })
    const asked = args.join(' ')
    const names = commandNames.filter((name) => name === asked || name.startsWith(`${asked} `))
    if (names.length === 0) throw new AppError('command.unknown', { command: asked, suggestion: '' })
    return Promise.resolve({ json: { commands: names.map((name) => describe(name, language)) }, text: names.map((name) => explain(name, language)).join('\n\n') })
  },
}

const describe = (name: CommandName, language: Language) => ({
  name,
  usage: `tonghop ${commandUsage[name]}`,
  summary: fillText(commandSummary[name], language),
  example: `tonghop ${commandExample[name]}`,
})

function overview(language: Language): string {
  const say = (key: keyof typeof helpTexts): string => fillText(helpTexts[key], language)
  const rows = commandNames.map((name) => [`  ${name}`, fillText(commandSummary[name], language)])
  const [, ...lines] = formatTable([{ head: '' }, { head: '' }], rows).split('\n')
  return [say('title'), say('usage'), '', say('commands'), ...lines, '', say('common'), say('exits')].join('\n')
}

function explain(name: CommandName, language: Language): string {
  const { usage, summary, example } = describe(name, language)
  return [summary, '', fillText(helpTexts.one, language), `  ${usage}`, fillText(helpTexts.example, language), `  ${example}`, '', fillText(helpTexts.common, language)].join('\n')
}
