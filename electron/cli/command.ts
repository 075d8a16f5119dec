import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import type { Language } from '../../shared/messages/text.ts'
import type { Engine } from '../engine/engine.ts'
import type { OptionName } from './option-names.ts'

/** Where a command writes and what it hears; a test gives its own. */
export type Terminal = {
  /** Standard output: the answer, whole. */
  print(text: string): void
  /** Standard error: progress and refusals. */
  note(text: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly systemUser: string
  /** A line that is not shown while it is typed, or the one that is piped in; empty when none comes. */
  readSecret(question: string): Promise<string>
  /** Letters in a line, where that is known. */
  readonly columns?: number | undefined
  /** Somebody looks at the notes as they come; elsewhere (a log, a pipe) a line that writes over itself is noise. */
  readonly isWatched?: boolean | undefined
  /** Fires on Ctrl-C. */
  readonly interrupt: AbortSignal
}

export type Workspace = { client: ContractRouterClient<Contract>; engine: Engine }

export type Invocation = {
  readonly directory: string
  readonly actor: string
  readonly language: Language
  readonly isJson: boolean
  readonly args: readonly string[]
  readonly terminal: Terminal
  /** Letters in a line of the answer. */
  readonly width: number
  /** How a next command is typed, on the workspace and in the language of this one. */
  readonly commandLine: (...words: readonly string[]) => string
  /** The option's value, undefined where it was not given. */
  readonly text: (name: OptionName) => string | undefined
  readonly texts: (name: OptionName) => readonly string[]
  readonly flag: (name: OptionName) => boolean | undefined
  /** The value of an option that the command demands. */
  readonly required: (name: OptionName) => string
  /** Opens the workspace for one piece of work and closes it whatever happens. */
  readonly withWorkspace: <Result>(mode: 'read' | 'write', work: (workspace: Workspace) => Promise<Result>) => Promise<Result>
}

/** `json` is the whole answer for programs, `text` the same for people; 1 = done, with something that needs a person. */
export type Answer = { json: unknown; text: string; exitCode?: 0 | 1 }

export type Command = {
  options: readonly OptionName[]
  required?: readonly OptionName[]
  /** Names of the arguments as in the usage line; the last may repeat. */
  args?: readonly string[]
  lastRepeats?: true
  /** All of them may be left out. */
  argsOptional?: true
  run(invocation: Invocation): Promise<Answer>
}
