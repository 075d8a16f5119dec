import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import { commandNames, commandUsage, type CommandName } from '../../shared/messages/command-help.ts'
import { didYouMean } from '../../shared/messages/command-output.ts'
import { fillText, languages, type Language } from '../../shared/messages/text.ts'
import type { Command } from './command.ts'
import { findNearMiss } from './near-miss.ts'
import { globalOptions, optionTypes, type OptionName } from './option-names.ts'

type Token = ReturnType<typeof tokenize>[number]

const tokenize = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(optionTypes).map(([name, type]) => [name, { type, ...(name === 'help' ? { short: 'h' } : {}) }]),
    ),
    strict: false,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
  }).tokens

export type Words = {
  name: CommandName | undefined
  tokens: readonly Token[]
  args: readonly string[]
  wantsHelp: boolean
  isJson: boolean
  language: Language
}

/** Finds the command's name, wherever the options stand. Refuses with `command.unknown`, `command.bad_choice`. */
export function readWords(argv: readonly string[]): Words {
  const tokens = tokenize(argv)
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const language = readLanguage(tokens)
  const named = [3, 2, 1].map((count) => positionals.slice(0, count).join(' '))
  const name = commandNames.toSorted((a, b) => b.length - a.length).find((known) => named.includes(known))
  const wantsHelp = hasFlag(tokens, 'help')
  if (!name && positionals.length > 0) throw unknownCommand(positionals, language)
  const taken = name?.split(' ').length ?? 0
  return { name, tokens, args: positionals.slice(taken), wantsHelp, isJson: hasFlag(tokens, 'json'), language }
}

const hasFlag = (tokens: readonly Token[], name: OptionName): boolean =>
  tokens.some((token) => token.kind === 'option' && token.name === name)

/** Readable even where everything else is wrong, so that the refusal comes in the right form. */
export const wantsJson = (argv: readonly string[]): boolean => argv.includes('--json')

export const guessLanguage = (argv: readonly string[]): Language => {
  const value = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) ?? argv[argv.indexOf('--lang') + 1]
  return value === 'en' ? 'en' : 'vi'
}

function readLanguage(tokens: readonly Token[]): Language {
  const value = tokens.flatMap((token) => (token.kind === 'option' && token.name === 'lang' ? [token.value] : [])).at(-1)
  if (value === undefined) return 'vi'
  return checkChoice('lang', value, languages)
}

/** Refuses with `command.bad_choice`. */
export function checkChoice<Choice extends string>(
  option: OptionName,
  value: string,
  choices: readonly Choice[],
  language: Language = 'vi',
): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined)
    throw new AppError('command.bad_choice', {
      option: `--${option}`,
      choices: choices.join(', '),
      value,
      suggestion: suggest(value, choices, language),
    })
  return found
}

const suggest = (word: string, candidates: readonly string[], language: Language, prefix = ''): string => {
  const near = findNearMiss(word, candidates)
  return near === undefined ? '' : fillText(didYouMean, language, { word: prefix + near })
}

function unknownCommand(positionals: readonly string[], language: Language): AppError {
  const isInner = commandNames.some((known) => known.startsWith(`${positionals.slice(0, 2).join(' ')} `))
  const [first, second] = (isInner ? [positionals.slice(0, 2).join(' '), positionals[2]] : positionals) as [string, string | undefined]
  const isGroup = commandNames.some((known) => known.startsWith(`${first} `))
  const command = isGroup && second !== undefined ? `${first} ${second}` : first
  // A group alone offers its commands; a slip in the first word is looked for among groups, too.
  const groups = [...new Set(commandNames.map((known) => known.split(' ')[0]!))]
  const candidates = isGroup ? commandNames.filter((known) => known.startsWith(`${first} `)) : groups
  const suggestion =
    isGroup && second === undefined
      ? fillText(didYouMean, language, { word: candidates.join(', ') })
      : suggest(command, candidates, language)
  return new AppError('command.unknown', { command, suggestion })
}

export type Arguments = { values: ReadonlyMap<OptionName, readonly (string | boolean)[]>; args: readonly string[] }

/** Checks the options and arguments against what the command takes. Refuses with `command.*`. */
export function checkArguments({ name, tokens, args, language }: Words & { name: CommandName }, command: Command): Arguments {
  const usage = `tonghop ${commandUsage[name]}`
  const allowed: readonly OptionName[] = [...command.options, ...globalOptions]
  const values = new Map<OptionName, (string | boolean)[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = allowed.find((known) => known === token.name)
    const shown = token.rawName
    if (!option)
      throw new AppError('command.unknown_option', { option: shown, suggestion: suggest(token.name, allowed, language, '--'), usage })
    values.set(option, [...(values.get(option) ?? []), readValue(option, token, usage)])
  }
  for (const option of command.required ?? [])
    if (!values.has(option)) throw new AppError('command.option_missing', { option: `--${option}`, usage })
  const wanted = command.args ?? []
  const missing = wanted[args.length]
  if (missing !== undefined && !(command.argsOptional && args.length === 0))
    throw new AppError('command.argument_missing', { argument: missing, usage })
  const surplus = command.lastRepeats ? undefined : args[wanted.length]
  if (surplus !== undefined) throw new AppError('command.argument_too_many', { argument: surplus, usage })
  return { values, args }
}

function readValue(option: OptionName, token: Extract<Token, { kind: 'option' }>, usage: string): string | boolean {
  if (optionTypes[option] === 'boolean') {
    if (token.value !== undefined) throw new AppError('command.option_with_value', { option: token.rawName, usage })
    return !token.rawName.startsWith('--no-')
  }
  if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
    throw new AppError('command.option_without_value', { option: token.rawName, usage })
  return token.value
}
