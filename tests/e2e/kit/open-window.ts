import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { inject } from 'vitest'
import { ownFolder } from './own-folder.ts'

const root = new URL('../../..', import.meta.url).pathname

/** Where Electron's own program is installed, the window is shown by it; elsewhere by its stand-in. */
export function isRealElectron(): boolean {
  const pathFile = join(root, 'node_modules/electron/path.txt')
  return existsSync(pathFile) && existsSync(join(root, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8')))
}

const standIn = join(root, 'tests/kit/electron-stand-in')

/** What the window's program is started with; `configuration` is where it keeps what is its own. */
export const windowEnvironment = (configuration: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  XDG_CONFIG_HOME: configuration,
})

export const windowProgram = (): string =>
  isRealElectron()
    ? join(root, 'node_modules/electron/dist', readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8'))
    : join(standIn, 'electron')

export const windowArguments = (directory: string, more: readonly string[] = []): string[] => [
  join(inject('built'), 'main/main.js'),
  '--data',
  directory,
  '--actor',
  'Lan',
  ...more,
]

/** `configuration` is where the window keeps what is its own: a folder of the test's, unless two starts share it. */
export type WindowOptions = { more?: readonly string[]; configuration?: string }

/** The built application as its window's program starts it. */
export function launchWindow(
  directory: string,
  { more = [], configuration = ownFolder() }: WindowOptions = {},
): Promise<ElectronApplication> {
  // Playwright asks the package where the program lies, and the package asks this variable before it would fetch one.
  if (!isRealElectron()) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn
  return _electron.launch({ args: windowArguments(directory, more), env: windowEnvironment(configuration) })
}
