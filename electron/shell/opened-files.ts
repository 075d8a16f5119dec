import { extname, resolve } from 'node:path'

export type OpenedKind = 'backup' | 'bundle'

const kinds: Readonly<Record<string, OpenedKind>> = { '.tonghop': 'backup', '.tonghopgoi': 'bundle' }

/** What a file of the application is by its name; undefined for any other. */
export const kindOfFile = (path: string): OpenedKind | undefined => kinds[extname(path).toLowerCase()]

/** The files that a person opened by their icons, out of the arguments of a start; `folder` is where it was started. */
export const filesOpened = (args: readonly string[], folder: string): string[] =>
  args.filter((argument) => !argument.startsWith('-') && kindOfFile(argument) !== undefined).map((argument) => resolve(folder, argument))
