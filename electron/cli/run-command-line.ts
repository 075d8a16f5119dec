import { resolve } from 'node:path'
import type { Command, Invocation, Terminal, Workspace } from './command.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandName } from '../../shared/messages/command-help.ts'
import { commandTable } from './command-table.ts'
import { defaultDataFolder } from './data-folder.ts'
import type { OptionName } from './option-names.ts'
import { typedCommand } from './typed-command.ts'
import { visibleText } from './visible-text.ts'
import { showSpaces } from './wrap-text.ts'
import { checkArguments, guessLanguage, readWords, wantsJson, type Arguments, type Words } from './parse-arguments.ts'

export type ExitCode = 0 | 1 | 2 | 3 | 4

/** Runs one command line. The answer, or with `--json` the error document, goes to standard output; nothing is thrown. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let directory = defaultDataFolder(terminal.environment)
  let during = argv[0] ?? 'help'
  try {
    const words = readWords(argv)
    const name: CommandName = words.wantsHelp || words.name === undefined ? 'help' : words.name
    during = name
    const command = await commandTable[name]()
    const given = name === 'help' ? helpArguments(words) : checkArguments({ ...words, name }, command)
    const data = given.values.get('data')?.at(-1)
    if (typeof data === 'string') directory = resolve(data)
    return await run(command, invocationOf(words, given, directory, terminal))
  } catch (error) {
    const { messageOf, toTrouble, troubleDocument } = await import('./trouble.ts')
    const isStopped = terminal.interrupt.aborted && error === terminal.interrupt.reason
    const trouble = toTrouble(isStopped ? new AppError('job.cancelled') : error, directory, during)
    const language = guessLanguage(argv)
    if (wantsJson(argv)) terminal.print(`${JSON.stringify(troubleDocument(trouble, language))}\n`)
    else terminal.note(`${visibleText(messageOf(trouble, language))}\n`)
    return trouble.exitCode
  }
}

/** `import --help` explains `import`, whatever else was typed. */
const helpArguments = ({ name, args, wantsHelp }: Words): Arguments => ({
  values: new Map(),
  args: wantsHelp && name !== undefined && name !== 'help' ? name.split(' ') : args,
})

async function run(command: Command, invocation: Invocation): Promise<ExitCode> {
  const { json, text, exitCode = 0 } = await command.run(invocation)
  const shown = visibleText(showSpaces(text))
  invocation.terminal.print(invocation.isJson ? `${JSON.stringify(json)}\n` : shown.endsWith('\n') ? shown : `${shown}\n`)
  return exitCode
}

/** Beyond a hundred letters a line is hard to follow; below sixty a table is none. */
const widthOf = ({ columns = 100 }: Terminal): number => Math.min(Math.max(columns, 60), 120)

function invocationOf(words: Words, { values, args }: Arguments, directory: string, terminal: Terminal): Invocation {
  const last = (name: OptionName): string | undefined => {
    const value = values.get(name)?.at(-1)
    return typeof value === 'string' ? value : undefined
  }
  const actor = last('actor') ?? terminal.systemUser
  // Numbers from a damaged store are shown, but never without a word.
  const noteDamage = async (detail: string): Promise<void> => {
    const { messageOf } = await import('./trouble.ts')
    const trouble = { code: 'workspace.damaged', params: { detail }, reference: null, exitCode: 3 } as const
    terminal.note(`${visibleText(messageOf(trouble, words.language))}\n`)
  }
  return {
    directory,
    actor,
    language: words.language,
    isJson: words.isJson,
    args,
    terminal,
    width: widthOf(terminal),
    commandLine: (...typed) => typedCommand(typed, { data: last('data'), language: words.language }),
    text: last,
    texts: (name) => (values.get(name) ?? []).filter((value) => typeof value === 'string'),
    flag(name) {
      const value = values.get(name)?.at(-1)
      return typeof value === 'boolean' ? value : undefined
    },
    required(name) {
      const value = last(name)
      if (value === undefined) throw new Error(`${name} is not among the command's required options`)
      return value
    },
    withWorkspace: async (mode, work) =>
      (await import('./open-workspace.ts')).withWorkspace(
        {
          directory,
          actor,
          systemUser: terminal.systemUser,
          password: terminal.environment['TONGHOP_PASSWORD'],
          mode,
          onDamage: noteDamage,
        },
        work as (workspace: Workspace) => Promise<never>,
      ),
  }
}
